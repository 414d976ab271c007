// The keys of a business file, where each may stand and which must (contract, section 5, the table). What their
// values mean is decided in the sections' own files; the order of names is the order in which messages list them.

/// The keys that one kind of map takes.
package struct KeySet: Sendable {
  /// Every key, in the order of the enum that indexes them.
  package let names: [String]
  /// The keys that must be there: their index and a line to add where one is missing.
  package let required: [(index: Int, example: String)]

  /// Maps with more keys than this do not exist: see `Keyed`.
  static let limit = 20
}

enum BusinessKey: Int {
  case name, timezone, country, sipIds, hours, dates, agents, appointmentTypes, products, resources, requiredInfo
  case fields, booking, tokens, retention
}

enum AgentKey: Int {
  case name, hours, dates
}

enum TypeKey: Int {
  case name, description, products, agents
}

enum ProductKey: Int {
  case name, duration, description, price, capacity, needs, requiredInfo
  /// Where the keys of `booking` begin among those of a product.
  static let firstTerm = 7
}

enum TermKey: Int {
  case slotInterval, notice, horizon, changeUntil, bufferBefore, bufferAfter, dailyLimit
}

enum InfoKey: Int {
  case booker, participant
}

enum FieldKey: Int {
  case type, pattern, label
}

extension KeySet {
  /// The top of the file.
  package static let business = KeySet(
    names: [
      "name", "timezone", "country", "sipIds", "hours", "dates", "agents", "appointmentTypes", "products", "resources",
      "requiredInfo", "fields", "booking", "tokens", "retention",
    ],
    required: [
      (BusinessKey.name.rawValue, "name: Physiotherapie Gleichgewicht"),
      (BusinessKey.timezone.rawValue, "timezone: Europe/Berlin"),
      (BusinessKey.hours.rawValue, "hours: {mon-fri: 09:00-17:00}"),
      (BusinessKey.agents.rawValue, "agents: {anna: {name: Anna Schmidt}}"),
      (BusinessKey.appointmentTypes.rawValue, "appointmentTypes: {massage: {name: Massage, products: [massage-30]}}"),
      (BusinessKey.products.rawValue, "products: {massage-30: {name: 30 Minuten Massage, duration: 30m}}"),
    ])

  /// One of `agents`.
  package static let agent = KeySet(
    names: ["name", "hours", "dates"], required: [(AgentKey.name.rawValue, "name: Anna Schmidt")])

  /// One of `appointmentTypes`.
  package static let type = KeySet(
    names: ["name", "description", "products", "agents"],
    required: [(TypeKey.name.rawValue, "name: Massage"), (TypeKey.products.rawValue, "products: [massage-30]")])

  /// One of `products`; it may set any key of `booking` for itself.
  package static let product = KeySet(
    names: [
      "name", "duration", "description", "price", "capacity", "needs", "requiredInfo", "slotInterval", "notice", "horizon",
      "changeUntil", "bufferBefore", "bufferAfter", "dailyLimit",
    ],
    required: [(ProductKey.name.rawValue, "name: 30 Minuten Massage"), (ProductKey.duration.rawValue, "duration: 30m")])

  /// `booking`.
  package static let terms = KeySet(
    names: ["slotInterval", "notice", "horizon", "changeUntil", "bufferBefore", "bufferAfter", "dailyLimit"],
    required: [])

  /// `requiredInfo`.
  package static let info = KeySet(names: ["booker", "participant"], required: [])

  /// One of `fields`.
  package static let field = KeySet(names: ["type", "pattern", "label"], required: [])
}

/// The entries of a map whose keys are known, by key.
struct Keyed {
  private var keys = InlineArray<20, Int32>(repeating: -1)

  subscript(index: Int) -> Entry? {
    get { keys[index] < 0 ? nil : Entry(key: Int(keys[index]), value: Int(keys[index]) + 1) }
    set { keys[index] = newValue.map { Int32(truncatingIfNeeded: $0.key) } ?? -1 }
  }

  subscript<Key: RawRepresentable<Int>>(key: Key) -> Entry? { self[key.rawValue] }
}

/// A value and where it is named: at a map's key (which is always a single node, right before its value), or for an
/// item of a list at the item itself.
struct Entry {
  var key: Int
  var value: Int
}
