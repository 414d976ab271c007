// Recording: is who books somebody on record already? Stricter than searching, because nobody looks at the answer: two
// people made one cannot be parted again (contract, section 3, "Recording").

extension PersonMatcher {
  /// The one person on record who is meant by what was sent; nil where it is somebody new, or nobody can say.
  ///
  /// Meant may be who has both names, differs in no birth date and no field that identifies, and agrees on one of these,
  /// a phone or an e-mail; or, where neither has any of them, whose names are equal but for case and blanks. Of several it
  /// is the one who agrees on all that each of the others agrees on, and on more.
  package func recognise(_ sent: KnownPerson, among people: [RecordedPerson]) -> RecordedPerson? {
    let sent = sent.searchable
    let identifying = comparable(sent)
    var meant: [(person: RecordedPerson, agreed: UInt64)] = []
    for person in people {
      guard namesMatch(sent, person.records, missingMatches: false),
        let agreed = agreement(identifying, with: person.records, names: sent)
      else { continue }
      meant.append((person, agreed))
    }
    guard let best = meant.max(by: { $0.agreed.nonzeroBitCount < $1.agreed.nonzeroBitCount }) else { return nil }
    let isAlone = meant.allSatisfy { $0.person.id == best.person.id || best.agreed.isProperSuperset(of: $0.agreed) }
    return isAlone ? best.person : nil
  }

  /// Whether what was sent means the person of one booking: recognised by that booking alone, where a name that neither
  /// has matches.
  package func isSame(_ sent: KnownPerson, _ recorded: KnownPerson) -> Bool {
    let said = sent.searchable
    return namesMatch(said, [recorded], missingMatches: true)
      && agreement(comparable(said), with: [recorded], names: said) != nil
  }

  /// Whether what was sent of a person contradicts what one booking says: a name, a value that identifies, or one of the
  /// fields that a closure names, where both have it.
  package func differs(_ sent: Person, from recorded: Person, in isCompared: (_ field: String) -> Bool) -> Bool {
    sent.attributes.contains { attribute in
      let name = attribute.name
      guard FieldKind(knownField: name) == .name || identifies(name) || isCompared(name),
        isComparable(attribute.value, field: name), let held = recorded[name], isComparable(held, field: name)
      else { return false }
      return !agrees(held, attribute.value, field: name, .recording)
    }
  }

  /// Whether what is sent beside the id of a person cannot be said of them: another first name, or another birth date.
  package func isSomebodyElse(_ sent: [Attribute], than person: RecordedPerson) -> Bool {
    sent.contains { attribute in
      guard attribute.name == "firstname" || attribute.name == "dateOfBirth" else { return false }
      let held = person.records.compactMap { $0.person[attribute.name] }
      guard !held.isEmpty else { return false }
      guard attribute.name == "firstname", let name = attribute.value.text.map(SoundingName.init) else {
        return !held.contains { agrees($0, attribute.value, field: attribute.name, .recording) }
      }
      return !held.contains { $0.text.map { name.sounds(like: SoundingName($0)) } ?? false }
    }
  }

  /// What identifies and can be compared.
  private func comparable(_ attributes: [Attribute]) -> [Attribute] {
    attributes.filter { identifies($0.name) && isComparable($0.value, field: $0.name) }
  }

  /// On which attributes the records agree, a bit each; nil where they differ in one that excludes, or agree on none
  /// though one side has some.
  private func agreement(
    _ identifying: [Attribute], with records: [KnownPerson], names: [Attribute]
  ) -> UInt64? {
    var agreed: UInt64 = 0
    let held = records.map { $0.searchable }
    for (place, attribute) in identifying.enumerated() {
      var isHeld = false
      var isAgreed = false
      for attributes in held {
        for other in attributes where other.name == attribute.name && !isAgreed {
          isAgreed =
            other.value == attribute.value
            || agrees(other.value, attribute.value, field: attribute.name, .recording)
          if !isAgreed, isComparable(other.value, field: attribute.name) { isHeld = true }
        }
      }
      if isAgreed {
        agreed |= 1 << UInt64(min(place, 63))
      } else if isHeld, excludes(attribute.name) {
        return nil
      }
    }
    if agreed != 0 { return agreed }
    guard identifying.isEmpty, held.allSatisfy({ comparable($0).isEmpty }), haveEqualNames(names, records) else {
      return nil
    }
    return 0
  }

  /// Whether first and last name match one on record each.
  private func namesMatch(_ sent: [Attribute], _ records: [KnownPerson], missingMatches: Bool) -> Bool {
    ["firstname", "lastname"].allSatisfy { name in
      let wanted = sent.first { $0.name == name }?.value.text
      let held = records.compactMap { $0.person[name]?.text }
      guard let wanted, !held.isEmpty else { return missingMatches && wanted == nil && held.isEmpty }
      let keys = NameKeys(wanted)
      return held.contains { keys.meets(NameKeys($0)) }
    }
  }

  /// Whether both names are equal but for case and blanks.
  private func haveEqualNames(_ sent: [Attribute], _ records: [KnownPerson]) -> Bool {
    records.contains { record in
      ["firstname", "lastname"].allSatisfy { name in
        let wanted = sent.first { $0.name == name }?.value.text
        return wanted.map(strict) == record.person[name]?.text.map(strict)
      }
    }
  }

  /// A name in lower case and without blanks; Swift's string equality takes care of the Unicode form.
  private func strict(_ name: String) -> String {
    String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace }))
  }
}

extension UInt64 {
  /// Whether all bits of another are set, and more.
  func isProperSuperset(of other: UInt64) -> Bool { self != other && self & other == other }
}
