// The ids that clients see, in one place but for those of slots. Each names its business first, so that routing never
// searches (contract, section 2).

/// Composing and reading ids, which are `business.local`.
package enum PublicID {
  /// The id that clients see for something of a business: `gleichgewicht.massage-30`.
  package static func compose(_ business: Identifier, _ local: Identifier) -> String {
    business.text + "." + local.text
  }

  /// The business that an id names, or nil where it names none.
  package static func business(of id: String) -> Identifier? {
    guard let dot = id.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    return Identifier(id[..<dot])
  }

  /// The local part of an id of this business; the whole where the id is a short one; nil where it has no such form.
  package static func local(_ id: String, in business: Identifier) -> Identifier? {
    guard let dot = id.utf8.firstIndex(of: UInt8(ascii: ".")) else { return Identifier(id) }
    guard id[..<dot] == business.text else { return nil }
    return Identifier(id[id.utf8.index(after: dot)...])
  }

  /// The whole id of a booking or a person of this business, from the whole or the short one.
  package static func whole(_ id: String, in business: Identifier) -> String {
    id.utf8.contains(UInt8(ascii: ".")) ? id : business.text + "." + id
  }

  /// A new unguessable id: 100 random bits as twenty characters of Crockford's base 32, after a letter for its sort.
  package static func random(_ sort: Character, in business: Identifier, bytes: [UInt8]) -> String {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    let letters = bytes.prefix(20).map { alphabet[Int($0 & 31)] }
    return business.text + "." + String(sort) + String(decoding: letters, as: UTF8.self)
  }

  /// How many random bytes a new id takes.
  package static let randomBytes = 20
}
