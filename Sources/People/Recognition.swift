// Recording: is a participant somebody who is on record already? Stricter than searching, because nobody looks at
// the answer: two people made one cannot be parted again.

extension PersonMatcher {
  /// The one person on record who is meant by what was sent, or nil where none or several may be.
  ///
  /// Meant is somebody whose first and last name are equal (case, spaces and Unicode form aside), who differs in no
  /// attribute that both have, and who agrees on at least one further attribute, unless neither has one.
  public func recognise(_ sent: KnownPerson, among people: [KnownPerson]) -> Person? {
    let meant = people.filter { isMeant(sent, by: $0) }
    return meant.count == 1 ? meant.first?.person : nil
  }

  private func isMeant(_ sent: KnownPerson, by known: KnownPerson) -> Bool {
    guard sameName(sent.person, known.person, "firstname"), sameName(sent.person, known.person, "lastname") else {
      return false
    }
    let new = further(sent)
    let old = further(known)
    if new.isEmpty && old.isEmpty { return true }
    var agreed = false
    for attribute in new {
      guard let value = old.first(where: { $0.name == attribute.name })?.value else { continue }
      guard agrees(value, attribute.value, kind: kind(of: attribute.name)) else { return false }
      agreed = true
    }
    return agreed
  }

  private func further(_ known: KnownPerson) -> [Attribute] {
    known.searchable.filter { $0.name != "firstname" && $0.name != "lastname" }
  }

  private func sameName(_ one: Person, _ other: Person, _ name: String) -> Bool {
    guard case .text(let left)? = one[name], case .text(let right)? = other[name] else { return false }
    return strict(left) == strict(right)
  }

  /// A name in lower case and without blanks; Swift's string equality takes care of the Unicode form.
  private func strict(_ name: String) -> String {
    String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace }))
  }
}
