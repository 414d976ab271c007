// The keys of a business file, where each may stand and which must (contract, section 5, the table). The
// file of each section decides what the values mean. Messages list names in the order in which they stand here.

/// The keys that one kind of map takes.
package struct KeySet: Sendable {
  /// Every key, in the order of the enum that indexes them.
  package let names: [String]
  /// A line to add where a key is missing that must be there, for the first of the names; the others may be missing.
  package let requiredExamples: [String]
  /// Two keys that say the same thing in two ways, so that never both are there.
  package let either: Either?

  /// Two keys of which one at most may be there.
  package struct Either: Sendable {
    /// The places of their names.
    let first: Int
    let second: Int
    /// A line to add where neither is there but one must be; nil where both may be missing.
    package let requiredExample: String?
  }

  init(names: [String], requiredExamples: [String] = [], either: Either? = nil) {
    self.names = names
    self.requiredExamples = requiredExamples
    self.either = either
  }
}

enum BusinessKey: Int {
  case name, timezone, agents, appointmentTypes, products
  case hours, rota, dates, country, language, sipIds, resources, requiredInfo, optionalInfo, fields, booking, tokens
  case retention
}

enum AgentKey: Int {
  case name, hours, rota, dates
}

enum RotaKey: Int {
  case from, weeks
}

enum TypeKey: Int {
  case name, products, description, agents
}

enum ProductKey: Int {
  case name, duration, description, price, capacity, needs, agents, starts, pause, maxPerDay, requiredInfo
  case optionalInfo
  /// Where the keys of `booking` begin among those of a product.
  static let firstTerm = 12
}

enum PauseKey: Int {
  case after, length
}

enum TermKey: Int {
  case slotInterval, notice, horizon, changeUntil, bufferBefore, bufferAfter, dailyLimit, maxOpen
}

enum InfoKey: Int {
  case booker, participant
}

enum FieldKey: Int {
  case type, pattern, label, identifies
}

extension KeySet {
  /// The top of the file.
  package static let business = KeySet(
    names: [
      "name", "timezone", "agents", "appointmentTypes", "products", "hours", "rota", "dates", "country", "language",
      "sipIds", "resources", "requiredInfo", "optionalInfo", "fields", "booking", "tokens", "retention",
    ],
    requiredExamples: [
      "name: Physiotherapie Gleichgewicht", "timezone: Europe/Berlin", "agents: {anna: {name: Anna Schmidt}}",
      "appointmentTypes: {massage: {name: Massage, products: [massage-30]}}",
      "products: {massage-30: {name: 30 Minuten Massage, duration: 30m}}",
    ],
    either: Either(first: 5, second: 6, requiredExample: "hours: {mon-fri: 09:00-17:00}"))

  /// One of `agents`.
  package static let agent = KeySet(
    names: ["name", "hours", "rota", "dates"], requiredExamples: ["name: Anna Schmidt"],
    either: Either(first: 1, second: 2, requiredExample: nil))

  /// `rota`.
  package static let rota = KeySet(
    names: ["from", "weeks"], requiredExamples: ["from: 2026-09-07", "weeks: [{mon-fri: 09:00-12:00}, closed]"])

  /// One of `appointmentTypes`.
  package static let type = KeySet(
    names: ["name", "products", "description", "agents"],
    requiredExamples: ["name: Massage", "products: [massage-30]"])

  /// One of `products`; it may set any key of `booking` for itself.
  package static let product = KeySet(
    names: [
      "name", "duration", "description", "price", "capacity", "needs", "agents", "starts", "pause", "maxPerDay",
      "requiredInfo", "optionalInfo", "slotInterval", "notice", "horizon", "changeUntil", "bufferBefore", "bufferAfter",
      "dailyLimit", "maxOpen",
    ],
    requiredExamples: ["name: 30 Minuten Massage", "duration: 30m"])

  /// `pause`.
  package static let pause = KeySet(names: ["after", "for"], requiredExamples: ["after: 45m", "for: 30m"])

  /// `booking`.
  package static let terms = KeySet(
    names: [
      "slotInterval", "notice", "horizon", "changeUntil", "bufferBefore", "bufferAfter", "dailyLimit", "maxOpen",
    ])

  /// `requiredInfo` and `optionalInfo`.
  package static let info = KeySet(names: ["booker", "participant"])

  /// One of `fields`.
  package static let field = KeySet(names: ["type", "pattern", "label", "identifies"])
}

extension KeySet {
  /// Where a key belongs that stands in the wrong place; nil for a key that stands nowhere.
  static func home(of name: String) -> String? {
    if terms.names.contains(name) { return "\"booking\" and of a product" }
    if name == "agents" { return "an appointment type, of a product, or of the business at the top of the file" }
    if name == "products" { return "an appointment type, or of the business at the top of the file" }
    if ["hours", "rota", "dates"].contains(name) { return "an agent, or of the business at the top of the file" }
    if business.names.dropFirst().contains(name) { return "the business, at the top of the file" }
    if product.names.dropFirst().contains(name), name != "description" { return "a product" }
    if rota.names.contains(name) { return "\"rota\"" }
    if pause.names.contains(name) { return "\"pause\"" }
    if info.names.contains(name) { return "\"requiredInfo\" and of \"optionalInfo\"" }
    return field.names.contains(name) ? "a field" : nil
  }
}

/// The entries of a map whose keys are known, by key.
struct Keyed {
  /// The nodes of the keys; -1 where a key is not there. No set has more.
  private var keys = InlineArray<24, Int>(repeating: -1)

  subscript(index: Int) -> Entry? {
    @inline(__always) get { keys[index] < 0 ? nil : Entry(key: keys[index]) }
    set { keys[index] = newValue?.key ?? -1 }
  }

  subscript<Key: RawRepresentable<Int>>(key: Key) -> Entry? {
    @inline(__always) get { self[key.rawValue] }
  }
}

/// A value and where it is named: at a map's key or, of a list, at the item itself.
struct Entry {
  /// The node to name where the value is missing.
  let key: Int
  /// The node of the value.
  let value: Int

  /// The entry of a map. Keys that are used are single nodes, so the value comes right after.
  init(key: Int) {
    self.key = key
    self.value = key + 1
  }

  /// An item of a list.
  init(item: Int) {
    self.key = item
    self.value = item
  }
}
