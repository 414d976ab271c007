// The ids of slots: they say a start and who takes it, and prove nothing.

internal import Business
internal import CivilTime

/// What a slot id says: a start of a product with an agent, or with any. It proves nothing; booking asks again whether
/// the slot is on offer.
struct SlotID: Equatable {
  /// The appointment type.
  var type: Identifier
  /// The product.
  var product: Identifier
  /// The agent, or nil for any.
  var agent: Identifier?
  /// When it starts.
  var start: Instant

  /// The id as clients see it: business, type, product, agent (`_` for any) and the start in UTC, parted by dots.
  func text(in business: Identifier) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(128)
    for part in [business.text, type.text, product.text, agent?.text ?? "_"] {
      bytes.append(contentsOf: part.utf8)
      bytes.append(UInt8(ascii: "."))
    }
    SlotID.append(start, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  init(type: Identifier, product: Identifier, agent: Identifier?, start: Instant) {
    self.type = type
    self.product = product
    self.agent = agent
    self.start = start
  }

  /// Reads an id of this business; nil where it has another form or names another business.
  init?(_ text: String, in business: Identifier) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == business.text, let type = Identifier(parts[1]),
      let product = Identifier(parts[2]), let start = SlotID.instant(parts[4].utf8)
    else { return nil }
    if parts[3] == "_" {
      self.agent = nil
    } else {
      guard let agent = Identifier(parts[3]) else { return nil }
      self.agent = agent
    }
    self.type = type
    self.product = product
    self.start = start
  }

  /// Whether two ids mean one place in the diary: type, product and start are the same, and so is the agent unless one
  /// of them says any (contract, section 2).
  func equals(_ other: SlotID) -> Bool {
    type == other.type && product == other.product && start == other.start
      && (agent == nil || other.agent == nil || agent == other.agent)
  }

  /// Appends `20261124T073000Z`.
  private static func append(_ instant: Instant, to bytes: inout [UInt8]) {
    let utc = LocalDateTime(wallMilliseconds: instant.milliseconds)
    let day = utc.date.components
    let second = utc.millisecondOfDay / 1000
    append(day.year, 4, to: &bytes)
    append(day.month, 2, to: &bytes)
    append(day.day, 2, to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    append(second / 3600, 2, to: &bytes)
    append(second / 60 % 60, 2, to: &bytes)
    append(second % 60, 2, to: &bytes)
    bytes.append(UInt8(ascii: "Z"))
  }

  /// Appends the last two or four digits of a number.
  private static func append(_ number: Int, _ width: Int, to bytes: inout [UInt8]) {
    if width == 4 {
      bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / 1000 % 10))
      bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / 100 % 10))
    }
    bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / 10 % 10))
    bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10))
  }

  private static func instant(_ text: Substring.UTF8View) -> Instant? {
    let bytes = Array(text)
    guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(into: Int?(0)) { sum, byte in
        guard let value = sum, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return sum = nil }
        sum = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8), let hour = number(9..<11),
      let minute = number(11..<13), let second = number(13..<15), hour < 24, minute < 60, second < 60,
      let date = LocalDate(year: year, month: month, day: day)
    else { return nil }
    let wall = LocalDateTime(date: date, millisecondOfDay: ((hour * 60 + minute) * 60 + second) * 1000)
    return Instant(milliseconds: wall.wallMilliseconds)
  }
}
