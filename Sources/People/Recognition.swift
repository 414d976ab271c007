// Recording: is a participant somebody who is on record already? Stricter than searching, because nobody looks at
// the answer: two people made one cannot be parted again.

extension PersonMatcher {
  /// The one person on record who is meant by what was sent, or nil where none or several may be. Of a person who is
  /// given more than once, in a row, the first record counts.
  ///
  /// Meant is somebody whose first and last name are equal (case, spaces and Unicode form aside), who differs in no
  /// attribute that both have, and who agrees on at least one further attribute, unless neither has one. The booker's
  /// phone and e-mail stand in for a participant's only where their own attributes have nothing in common: a child is the
  /// same child, whichever parent books.
  package func recognise(_ sent: KnownPerson, among people: [KnownPerson]) -> Person? {
    var meant: Person?
    for (place, known) in people.enumerated()
    where (place == 0 || people[place - 1].person.id != known.person.id) && isMeant(sent, by: known) {
      if meant != nil { return nil }
      meant = known.person
    }
    return meant
  }

  private func isMeant(_ sent: KnownPerson, by known: KnownPerson) -> Bool {
    guard sameName(sent.person, known.person, "firstname"), sameName(sent.person, known.person, "lastname") else {
      return false
    }
    if let agrees = agreement(further(sent.person.attributes), further(known.person.attributes)) { return agrees }
    let new = further(sent.searchable)
    let old = further(known.searchable)
    return agreement(new, old) ?? (new.isEmpty && old.isEmpty)
  }

  /// Whether two people agree on all attributes that both have; nil where there is none.
  private func agreement(_ new: [Attribute], _ old: [Attribute]) -> Bool? {
    var agreed: Bool?
    for attribute in new {
      guard let value = old.first(where: { $0.name == attribute.name })?.value else { continue }
      guard agrees(value, attribute.value, kind: kind(of: attribute.name)) else { return false }
      agreed = true
    }
    return agreed
  }

  private func further(_ attributes: [Attribute]) -> [Attribute] {
    attributes.filter { $0.name != "firstname" && $0.name != "lastname" }
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
