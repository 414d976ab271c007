// One business as its file describes it, checked and complete: every reference resolves and every default is
// filled in. It knows nothing of YAML (see BusinessFile) and decides nothing about slots (see Scheduling).

package import CivilTime

/// An id inside a business file, or the id of the business itself: `[A-Za-z0-9][A-Za-z0-9_-]{0,63}`
/// (contract, section 2). Whatever has this type may stand in a file name.
package struct Identifier: Hashable, Comparable, Sendable {
  /// The characters of the id.
  package let text: String

  /// The id with this text, or nil where the text has another form.
  package init?(_ text: String) {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 64, Identifier.isAlphanumeric(first),
      bytes.allSatisfy({ Identifier.isAlphanumeric($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") })
    else { return nil }
    self.text = text
  }

  /// The id with this text, or nil where the text has another form.
  package init?(_ text: Substring) { self.init(String(text)) }

  /// Ids sort by their bytes.
  package static func < (left: Identifier, right: Identifier) -> Bool { left.text < right.text }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

/// A business: what can be booked, with whom, when and on what terms. Lists keep the order of the file.
package struct Business: Sendable {
  /// The name of the file without `.yaml`; requests call it `entityId`.
  package var id: Identifier
  /// The name spoken to callers.
  package var name: String
  /// The zone in which opening hours and dates are meant.
  package var zone: Zone
  /// ISO 3166 two-letter code that says how national phone numbers are read.
  package var country: String?
  /// The language in which the bot speaks to callers: a BCP 47 tag as the file writes it, such as `de` or `en-GB`.
  package var language: String?
  /// The telephony endpoints on which this business is called.
  package var sipIds: [String]
  /// Opening hours.
  package var hours: WorkingHours
  /// Who takes appointments.
  package var agents: [Agent]
  /// What callers can ask for.
  package var appointmentTypes: [AppointmentType]
  /// What can be booked.
  package var products: [Product]
  /// Things that sessions share, such as rooms.
  package var resources: [Resource]
  /// Fields of booker and participant that the business adds to the known ones.
  package var fields: [FieldDefinition]
  /// The terms for a product that sets none of its own.
  package var terms: BookingTerms
  /// SHA-256 hashes of bearer tokens, as 64 lower-case hexadecimal digits each; empty where none are asked for.
  package var tokenHashes: [String]
  /// Seconds after a booking's end when its personal data goes; nil keeps it.
  package var retention: Int?

  /// A business with every member given.
  package init(
    id: Identifier, name: String, zone: Zone, country: String? = nil, language: String? = nil,
    sipIds: [String] = [], hours: WorkingHours, agents: [Agent], appointmentTypes: [AppointmentType],
    products: [Product], resources: [Resource] = [],
    fields: [FieldDefinition] = [], terms: BookingTerms = BookingTerms(), tokenHashes: [String] = [],
    retention: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.zone = zone
    self.country = country
    self.language = language
    self.sipIds = sipIds
    self.hours = hours
    self.agents = agents
    self.appointmentTypes = appointmentTypes
    self.products = products
    self.resources = resources
    self.fields = fields
    self.terms = terms
    self.tokenHashes = tokenHashes
    self.retention = retention
  }

  /// The agent with this id.
  package func agent(_ id: Identifier) -> Agent? { agents.first { $0.id == id } }
  /// The appointment type with this id.
  package func appointmentType(_ id: Identifier) -> AppointmentType? { appointmentTypes.first { $0.id == id } }
  /// The product with this id.
  package func product(_ id: Identifier) -> Product? { products.first { $0.id == id } }
}

/// Somebody who takes appointments.
package struct Agent: Sendable {
  /// The id in the file.
  package var id: Identifier
  /// The name spoken to callers.
  package var name: String
  /// The agent's own hours, within the business's; nil where the agent works whenever it is open.
  package var hours: WorkingHours?

  /// An agent with every member given.
  package init(id: Identifier, name: String, hours: WorkingHours? = nil) {
    self.id = id
    self.name = name
    self.hours = hours
  }
}

/// A kind of appointment that callers ask for.
package struct AppointmentType: Sendable {
  /// The id in the file.
  package var id: Identifier
  /// The name spoken to callers.
  package var name: String
  /// More words about it.
  package var description: String?
  /// The products it offers, at least one, each defined by the business.
  package var products: [Identifier]
  /// The agents who take it, at least one, each defined by the business, in the order of the business's agents.
  package var agents: [Identifier]

  /// An appointment type with every member given.
  package init(
    id: Identifier, name: String, description: String? = nil, products: [Identifier], agents: [Identifier]
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.products = products
    self.agents = agents
  }
}

/// Something sessions share, of which there are so many.
package struct Resource: Sendable {
  /// The id in the file.
  package var id: Identifier
  /// How many units can be in use at one time; at least 1.
  package var count: Int

  /// A resource with every member given.
  package init(id: Identifier, count: Int) {
    self.id = id
    self.count = count
  }
}
