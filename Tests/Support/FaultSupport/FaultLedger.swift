// What a bookings file says, read without the program: the lines, and who holds which place. It knows the format as
// far as `jq` would (one JSON object a line, numbered) and trusts nothing of the program's own reading.

package import Foundation
import JSON
import ProgramSupport
import Testing

/// A bookings file as it is on the disk.
package struct FaultLedger {
  /// An event that happened to a booking: where the booking is afterwards; nil if it is cancelled.
  package struct Event: Equatable {
    package var booking: String
    package var place: String?

    package init(booking: String, place: String?) {
      self.booking = booking
      self.place = place
    }
  }
  package struct Damaged: Error {
    package var reason: String

    package init(reason: String) { self.reason = reason }
  }

  package private(set) var events: [Event] = []
  /// The file ends in what is not a whole line.
  package private(set) var isTorn = false

  /// The booking at each place that is held, `ada 20260915T090000Z`; throws where two hold one.
  package private(set) var holders: [String: String] = [:]

  /// What blocks hold, which repairs make.
  package private(set) var blocks: [Hold] = []

  /// A stretch of time that nobody is offered; of all agents where none is named.
  package struct Hold {
    package var agent: String?
    package var start: String
    package var end: String

    package init(agent: String?, start: String, end: String) {
      self.agent = agent
      self.start = start
      self.end = end
    }

    /// Whether it meets an hour of the 15th that the agent has.
    package func meets(_ agent: String, _ hour: Int) -> Bool {
      func clock(_ hour: Int) -> String {
        hour < 24 ? "2026-09-15T\(hour < 10 ? "0" : "")\(hour):00:00Z" : "2026-09-16"
      }
      return (self.agent ?? agent) == agent && start < clock(hour + 1) && clock(hour) < end
    }
  }

  /// A file that does not exist holds nothing.
  package init(at url: URL, allowingTornTail: Bool = false) throws {
    guard let data = try? Data(contentsOf: url) else { return }
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let isLast = index == lines.count - 1
      if isLast, line.isEmpty { break }
      guard let object = (try? JSONValue(parsing: Array(line)))?.objectValue,
        object["n"]?.integerValue == Int64(index) + 1, let sum = object["crc"]?.stringValue, sum.utf8.count == 8
      else {
        guard isLast, index > 0, allowingTornTail else { throw Damaged(reason: "line \(index + 1) is not whole") }
        isTorn = true
        break
      }
      if isLast, !allowingTornTail { throw Damaged(reason: "the last line has no line feed") }
      if index > 0 { try add(object, line: index + 1) }
    }
  }

  private mutating func add(_ object: JSONObject, line: Int) throws {
    // Says that people were forgotten, not who: of no booking.
    if object["event"]?.stringValue == "forgotten" { return }
    if object["event"]?.stringValue == "blocked", let start = object["start"]?.stringValue,
      let end = object["end"]?.stringValue
    {
      blocks.append(Hold(agent: object["agent"]?.stringValue, start: start, end: end))
      return
    }
    guard let kind = object["event"]?.stringValue, let id = object["id"]?.stringValue,
      let agent = object["agent"]?.objectValue?["id"]?.stringValue, let start = object["start"]?.stringValue
    else { throw Damaged(reason: "line \(line) is no event of a booking") }
    let place = "\(agent) \(start.filter { $0 != "-" && $0 != ":" })"
    let before = holders.first { $0.value == id }?.key
    if let before { holders[before] = nil }
    switch kind {
    case "booked" where before == nil, "moved" where before != nil:
      if let other = holders.updateValue(id, forKey: place) {
        throw Damaged(reason: "line \(line): \(place) is held by \(other) and by \(id)")
      }
      events.append(Event(booking: id, place: place))
    case "cancelled" where before != nil: events.append(Event(booking: id, place: nil))
    default: throw Damaged(reason: "line \(line): \(kind), but \(id) is \(before ?? "not live")")
    }
  }
}

extension FaultLedger {
  /// Who holds which place by the last of the lines about each booking, whatever lines are missing.
  package static func holders(in lines: some Sequence<[UInt8]>) throws -> [String: String] {
    var places: [String: String] = [:]
    for line in lines {
      guard let object = try JSONValue(parsing: line).objectValue, let id = object["id"]?.stringValue,
        let agent = object["agent"]?.objectValue?["id"]?.stringValue, let start = object["start"]?.stringValue
      else { continue }
      let place = "\(agent) \(start.filter { $0 != "-" && $0 != ":" })"
      places[id] = object["event"]?.stringValue == "cancelled" ? nil : place
    }
    return Dictionary(places.map { ($0.value, $0.key) }) { first, _ in first }
  }
}

extension FaultReply {
  /// The place of the booking in the reply, as a ledger names it.
  package var place: String? { slot.map(FaultLedger.place(ofSlot:)) }
}

extension FaultLedger {
  /// The place that a slot id with an agent means.
  package static func place(ofSlot slot: String) -> String {
    slot.split(separator: ".").suffix(2).joined(separator: " ")
  }
}

/// The files of a data directory.
package struct FaultData: Sendable {
  /// Nil: there is no such directory.
  package var files: [String: Data]?

  package init(files: [String: Data]?) { self.files = files }

  package init(of directory: URL) throws {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: directory.path) {
      files[name] = try Data(contentsOf: directory.appending(path: name))
    }
    self.files = files
  }

  /// Makes the directory hold these files and nothing else.
  package func restore(in directory: URL) throws {
    let manager = FileManager.default
    try manager.removeItem(at: directory)
    guard let files else { return }
    try manager.createDirectory(
      at: directory, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    for (name, data) in files {
      try #require(
        manager.createFile(
          atPath: directory.appending(path: name).path, contents: data, attributes: [.posixPermissions: 0o600]))
    }
  }
}
