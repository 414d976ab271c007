// One business as its file describes it, checked and complete: every reference resolves and every default is
// filled in. It knows nothing of YAML (see BusinessFile) and decides nothing about slots (see Scheduling).

public import CivilTime
public import Patterns

/// An id inside a business file, or the id of the business itself: `[A-Za-z0-9][A-Za-z0-9_-]{0,63}`
/// (contract, section 2). Whatever has this type may stand in a file name.
public struct Identifier: Hashable, Comparable, Sendable {
  /// The characters of the id.
  public let text: String

  /// The id with this text, or nil where the text has another form.
  public init?(_ text: String) {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 64, Identifier.isAlphanumeric(first),
      bytes.allSatisfy({ Identifier.isAlphanumeric($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") })
    else { return nil }
    self.text = text
  }

  /// The id with this text, or nil where the text has another form.
  public init?(_ text: Substring) { self.init(String(text)) }

  /// Ids sort by their bytes.
  public static func < (left: Identifier, right: Identifier) -> Bool { left.text < right.text }

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
public struct Business: Sendable {
  /// The name of the file without `.yaml`; requests call it `entityId`.
  public var id: Identifier
  /// The name spoken to callers.
  public var name: String
  /// The zone in which opening hours and dates are meant.
  public var zone: Zone
  /// ISO 3166 two-letter code that says how national phone numbers are read.
  public var country: String?
  /// The telephony endpoints on which this business is called.
  public var sipIds: [String]
  /// Opening hours.
  public var hours: WorkingHours
  /// Who takes appointments.
  public var agents: [Agent]
  /// What callers can ask for.
  public var appointmentTypes: [AppointmentType]
  /// What can be booked.
  public var products: [Product]
  /// Things that sessions share, such as rooms.
  public var resources: [Resource]
  /// Fields of booker and participant that the business adds to the known ones.
  public var fields: [FieldDefinition]
  /// The terms for a product that sets none of its own.
  public var terms: BookingTerms
  /// SHA-256 hashes of bearer tokens, as 64 lower-case hexadecimal digits each; empty where none are asked for.
  public var tokenHashes: [String]
  /// Seconds after a booking's end when its personal data goes; nil keeps it.
  public var retention: Int?

  /// A business with every member given.
  public init(
    id: Identifier, name: String, zone: Zone, country: String? = nil, sipIds: [String] = [], hours: WorkingHours,
    agents: [Agent], appointmentTypes: [AppointmentType], products: [Product], resources: [Resource] = [],
    fields: [FieldDefinition] = [], terms: BookingTerms = BookingTerms(), tokenHashes: [String] = [],
    retention: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.zone = zone
    self.country = country
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
  public func agent(_ id: Identifier) -> Agent? { agents.first { $0.id == id } }
  /// The appointment type with this id.
  public func appointmentType(_ id: Identifier) -> AppointmentType? { appointmentTypes.first { $0.id == id } }
  /// The product with this id.
  public func product(_ id: Identifier) -> Product? { products.first { $0.id == id } }
}

/// Somebody who takes appointments.
public struct Agent: Sendable {
  /// The id in the file.
  public var id: Identifier
  /// The name spoken to callers.
  public var name: String
  /// The agent's own hours, within the business's; nil where the agent works whenever it is open.
  public var hours: WorkingHours?

  /// An agent with every member given.
  public init(id: Identifier, name: String, hours: WorkingHours? = nil) {
    self.id = id
    self.name = name
    self.hours = hours
  }
}

/// A kind of appointment that callers ask for.
public struct AppointmentType: Sendable {
  /// The id in the file.
  public var id: Identifier
  /// The name spoken to callers.
  public var name: String
  /// More words about it.
  public var description: String?
  /// The products it offers, at least one, each defined by the business.
  public var products: [Identifier]
  /// The agents who take it, at least one, each defined by the business, in the order of the business's agents.
  public var agents: [Identifier]

  /// An appointment type with every member given.
  public init(
    id: Identifier, name: String, description: String? = nil, products: [Identifier], agents: [Identifier]
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.products = products
    self.agents = agents
  }
}

/// Something that is booked: so long, so many at once, on these terms.
public struct Product: Sendable {
  /// The id in the file.
  public var id: Identifier
  /// The name spoken to callers.
  public var name: String
  /// More words about it.
  public var description: String?
  /// The price as the file words it.
  public var price: String?
  /// Elapsed time from start to end, in seconds; whole minutes, at least one.
  public var duration: Int
  /// How many participants one session takes; at least 1.
  public var capacity: Int
  /// The resources of which a session uses one each.
  public var needs: [Identifier]
  /// The fields a booker must give, in the order to ask for them.
  public var bookerInfo: [String]
  /// The fields a participant must give, in the order to ask for them.
  public var participantInfo: [String]
  /// The product's terms: its own, else the business's, else the defaults.
  public var terms: BookingTerms

  /// A product with every member given.
  public init(
    id: Identifier, name: String, description: String? = nil, price: String? = nil, duration: Int, capacity: Int = 1,
    needs: [Identifier] = [], bookerInfo: [String] = ["firstname", "lastname", "phone"],
    participantInfo: [String] = ["firstname", "lastname"], terms: BookingTerms = BookingTerms()
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.price = price
    self.duration = duration
    self.capacity = capacity
    self.needs = needs
    self.bookerInfo = bookerInfo
    self.participantInfo = participantInfo
    self.terms = terms
  }
}

/// On what terms slots are offered and bookings changed (contract, section 5, `booking`).
public struct BookingTerms: Hashable, Sendable {
  /// Seconds between the starts of the grid; nil means the product's duration.
  public var slotInterval: Int?
  /// Seconds that must remain before a start when it is booked.
  public var notice: Int
  /// How many calendar days ahead can be booked, the last one included.
  public var horizonDays: Int
  /// Seconds before the start until which a booking may be moved or cancelled.
  public var changeUntil: Int
  /// Seconds before the start that belong to the occupied time.
  public var bufferBefore: Int
  /// Seconds after the end that belong to the occupied time.
  public var bufferAfter: Int
  /// Sessions that an agent takes at most on a local day; nil for no limit.
  public var dailyLimit: Int?

  /// The terms given, and the contract's defaults for the others.
  public init(
    slotInterval: Int? = nil, notice: Int = 0, horizonDays: Int = 90, changeUntil: Int = 0, bufferBefore: Int = 0,
    bufferAfter: Int = 0, dailyLimit: Int? = nil
  ) {
    self.slotInterval = slotInterval
    self.notice = notice
    self.horizonDays = horizonDays
    self.changeUntil = changeUntil
    self.bufferBefore = bufferBefore
    self.bufferAfter = bufferAfter
    self.dailyLimit = dailyLimit
  }
}

/// Something sessions share, of which there are so many.
public struct Resource: Sendable {
  /// The id in the file.
  public var id: Identifier
  /// How many sessions can use it at one time; at least 1.
  public var count: Int

  /// A resource with every member given.
  public init(id: Identifier, count: Int) {
    self.id = id
    self.count = count
  }
}

/// A field of booker or participant that the business defines.
public struct FieldDefinition: Sendable {
  /// How a value is read and compared.
  public enum Kind: Sendable {
    /// Any text.
    case text
    /// A calendar date.
    case date
    /// A phone number.
    case phone
    /// An e-mail address.
    case email
    /// A decimal number.
    case number
  }
  /// The member's name in `booker` and `participant`.
  public var name: String
  /// How its values are read.
  public var kind: Kind
  /// What the whole value must match.
  public var pattern: TextPattern?
  /// What people call the field.
  public var label: String?

  /// A field with every member given.
  public init(name: String, kind: Kind, pattern: TextPattern? = nil, label: String? = nil) {
    self.name = name
    self.kind = kind
    self.pattern = pattern
    self.label = label
  }
}
