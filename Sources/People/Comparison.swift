// How values of two people are compared: by the kinds of the fields, and by the business's country.

internal import Phones

/// How people of one business are compared.
package struct PersonMatcher: Sendable {
  /// What a business says of a field of its own.
  package struct Field: Sendable {
    fileprivate let name: String
    fileprivate let kind: FieldKind
    fileprivate let identifies: Bool

    /// A field with its name, its kind, and whether it tells people apart.
    package init(name: String, kind: FieldKind, identifies: Bool) {
      self.name = name
      self.kind = kind
      self.identifies = identifies
    }
  }

  /// What makes two values the same.
  enum Strictness {
    /// For a search: a person decides over what it finds, and carriers drop the plus of a phone number.
    case searching
    /// For recording: two people made one cannot be parted.
    case recording
  }

  private let country: String?
  private let fields: [Field]

  /// Compares by the business's country (for national phone numbers) and the fields that it defines.
  package init(country: String?, fields: [Field]) {
    self.country = country
    self.fields = fields
  }

  /// The kind of a field: a known one's, the business's own, else text.
  package func kind(of name: String) -> FieldKind {
    FieldKind(knownField: name) ?? fields.first { $0.name == name }?.kind ?? .text
  }

  /// Whether an attribute tells people apart and proves that two are one: `phone`, `email`, `dateOfBirth` and the fields
  /// marked `identifies` (contract, section 3, "Who is calling").
  package func identifies(_ name: String) -> Bool {
    isContact(name) || excludes(name)
  }

  /// Whether who differs in the attribute is somebody else; people have several phones and e-mail addresses.
  func excludes(_ name: String) -> Bool {
    name == "dateOfBirth" || fields.contains { $0.name == name && $0.identifies }
  }

  /// Whether the attribute reaches people.
  func isContact(_ name: String) -> Bool { name == "phone" || name == "email" }

  /// The form in which a value is kept; nil where it is none of its field's kind.
  package func normalised(_ text: String, field: String) -> String? {
    kind(of: field).normalised(text, country: country)
  }

  /// Whether a value of a field says anything by which people can be compared. A phone number that its plan makes
  /// impossible does not, nor does a text of hyphens.
  func isComparable(_ value: AttributeValue, field: String) -> Bool {
    guard let text = value.text else { return true }
    let kind = kind(of: field)
    if kind == .phone { return PhoneNumber(text, country: country)?.isImpossible == false }
    return !kind.comparable(text).isEmpty
  }

  /// What of a recorded value may be told to who sent another one: all of it if both mean the same, and of parts those
  /// that were sent and agree; nil where nothing does.
  package func told(_ recorded: AttributeValue, to sent: AttributeValue, field: String) -> AttributeValue? {
    if recorded == sent { return recorded }
    guard case .parts(let held) = recorded, case .parts(let wanted) = sent else {
      return agrees(recorded, sent, field: field, .searching) ? recorded : nil
    }
    let agreed = held.filter { part in
      wanted.contains { $0.name == part.name && NameKeys($0.text).meets(NameKeys(part.text)) }
    }
    return agreed.isEmpty ? nil : .parts(agreed)
  }

  /// Whether what was sent counts as absent in a search: a phone of fewer than three digits, as carriers send one for a
  /// caller who hides it.
  package func isAbsent(_ attribute: Attribute) -> Bool {
    guard kind(of: attribute.name) == .phone, let text = attribute.value.text else { return false }
    return text.utf8.count { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } < 3
  }

  /// Whether two values of a field mean the same. Parts are compared where both have them; a text and parts agree if the
  /// text is the parts in their order.
  func agrees(_ one: AttributeValue, _ other: AttributeValue, field: String, _ strictness: Strictness) -> Bool {
    switch (one, other) {
    case (.text(let left), .text(let right)):
      let kind = kind(of: field)
      if kind == .phone { return agrees(phone: left, right, strictness) }
      return kind.agrees(left, right)
    case (.parts(let left), .parts(let right)):
      let shared = left.compactMap { part in right.first { $0.name == part.name }.map { (part.text, $0.text) } }
      return !shared.isEmpty && shared.allSatisfy { NameKeys($0).meets(NameKeys($1)) }
    case (.text(let text), .parts(let parts)), (.parts(let parts), .text(let text)):
      return NameKeys(text).meets(NameKeys(parts.map { $0.text }.joined()))
    }
  }

  private func agrees(phone left: String, _ right: String, _ strictness: Strictness) -> Bool {
    guard let left = PhoneNumber(left, country: country), let right = PhoneNumber(right, country: country),
      !left.isImpossible, !right.isImpossible
    else { return false }
    switch strictness {
    case .searching: return left.agrees(with: right)
    case .recording: return left.comparable == right.comparable
    }
  }
}
