// A customer of a business: what the bookings say of a person, and what the person can say in a call.

/// An attribute that a caller proves a name by.
enum Proof: String, CaseIterable, Sendable {
  case birthDate = "dateOfBirth"
  case phone
  case email
}

/// One person, who may be recorded twice, under two spellings.
struct Customer: Sendable {
  /// The name by which the person was recorded first.
  var name: FullName
  /// The other spelling, of somebody who is recorded twice.
  var second: FullName?
  var birthDate: String?
  var phone: String?
  var email: String?
  /// The place of the one who booked for this person, for a child, who has no phone and no e-mail of its own.
  var parent: Int?
  /// The pair that the person was drawn for.
  var pair: HeardPair?

  /// What the person answers when asked for an attribute: a child says the parent's phone and e-mail.
  func value(_ proof: Proof, among customers: [Customer]) -> String? {
    let contact = parent.map { customers[$0] } ?? self
    return switch proof {
    case .birthDate: birthDate
    case .phone: contact.phone
    case .email: contact.email
    }
  }
}
