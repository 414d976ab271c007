// One business with two agents, free round the clock in whole hours, and what callers say to it: the stage of every
// test that makes something go wrong. What is on the disk afterwards is read by FaultLedger.swift.

package import Foundation
package import JSON
package import ProgramSupport
import Testing

/// A deployed tree of one business, and requests to it.
package struct FaultScene: Sendable {
  package let tree: TemporaryTree
  /// More variables for the program.
  package var variables: [String: String] = [:]

  package static let business = """
    name: Faults
    timezone: UTC
    country: DE
    hours: {mon-sun: 00:00-24:00}
    agents: {ada: {name: Ada}, ben: {name: Ben}}
    appointmentTypes: {visit: {name: Visit, products: [hour]}}
    products: {hour: {name: Hour, duration: 1h}}

    """

  package init() throws {
    tree = try TemporaryTree()
    try tree.write(FaultScene.business, to: "Businesses/faults.yaml")
  }

  /// A tree that holds these files under `Data`; no such directory at all where there is nothing.
  package init(_ data: FaultData) throws {
    try self.init()
    try data.restore(in: dataDirectory)
  }

  package var dataDirectory: URL { tree.root.appending(path: "Data") }
  package var bookingsFile: URL { dataDirectory.appending(path: "faults.jsonl") }
  package var lockFile: URL { dataDirectory.appending(path: "faults.lock") }

  /// A run of the program that answers a request.
  package func child(_ request: String) -> Child {
    let environment = ["VOICEBOT_ROOT": tree.root.path, "VOICEBOT_NOW": "2026-09-14T00:00:00Z"]
    var child = Program.child(environment.merging(variables) { $1 }, input: .bytes(Array(request.utf8)))
    child.deadline = 120
    return child
  }

  /// The reply to a request; a process that ends otherwise than well is recorded.
  package func ask(_ request: String) async throws -> FaultReply {
    let result = try await child(request).run()
    return try #require(FaultReply(result), "no reply: \(result)")
  }

  /// What is on the disk.
  package func ledger(allowingTornTail: Bool = false) throws -> FaultLedger {
    try FaultLedger(at: bookingsFile, allowingTornTail: allowingTornTail)
  }

  /// The name of a place in the diary as clients have it: an hour of the 15th with an agent, or with any.
  package static func slot(_ agent: String, _ hour: Int) -> String { "faults.visit.hour.\(agent).\(start(hour))" }

  /// The hour as slot ids write it.
  package static func start(_ hour: Int) -> String { "20260915T\(hour < 10 ? "0" : "")\(hour)0000Z" }

  package static func book(_ slot: String, caller: Int) -> String {
    #"{"action":"bookAppointment","appointmentTypeId":"faults.visit","productId":"faults.hour","slotId":"\#(slot)","#
      + #""booker":{"firstname":"Caller","lastname":"No \#(caller)","phone":"0351 \#(100_000 + caller)"}}"#
  }

  package static func move(_ id: String, from old: String, to new: String) -> String {
    #"{"action":"modifyAppointment","bookingId":"\#(id)","slotIdOld":"\#(old)","slotIdNew":"\#(new)"}"#
  }

  package static func cancel(_ id: String, _ slot: String) -> String {
    #"{"action":"cancelAppointment","bookingId":"\#(id)","slotId":"\#(slot)"}"#
  }

  /// Asks for the free times of an agent, or of any, on the 15th.
  package static func list(_ agent: String? = nil) -> String {
    let wish = agent.map { #","agentId":"faults.\#($0)""# } ?? ""
    return #"{"action":"getSlots","appointmentTypeId":"faults.visit","productId":"faults.hour","#
      + #""dateTime":"2026-09-15"\#(wish)}"#
  }

  package static func bookings(of user: String) -> String { #"{"action":"findExistingBooking","id":"\#(user)"}"# }
}

/// A whole reply of a process that ended well.
package struct FaultReply: Sendable {
  package let value: JSONValue

  package init(value: JSONValue) { self.value = value }

  /// Nil where the process was ended by a signal, has another exit status than 0, or wrote no JSON.
  package init?(_ result: Child.Result) {
    guard result.status == 0, let value = FaultReply.value(result.output) else { return nil }
    self.value = value
  }

  /// The JSON that a program has written, whole and with its line feed; nil if it is less.
  package static func value(_ output: [UInt8]) -> JSONValue? {
    guard output.last == UInt8(ascii: "\n") else { return nil }
    return try? JSONValue(parsing: output, limits: JSONLimits(bytes: 1 << 20))
  }

  package subscript(name: String) -> String? { value.objectValue?[name]?.stringValue }
  /// The problem's code; nil where it is none.
  package var code: String? { self["code"] }
  /// The problem's status; nil where it is none.
  package var problemStatus: Int? { code == nil ? nil : value.objectValue?["status"]?.integerValue.map(Int.init) }
  /// The booking's concrete place.
  package var slot: String? { self["slotId"] }
  /// The user who comes to the booking.
  package var participant: String? { value.objectValue?["participant"]?.objectValue?["id"]?.stringValue }
  /// The slot ids, or other ids, of a list.
  package var ids: [String] { value.arrayValue?.compactMap { $0.objectValue?["id"]?.stringValue } ?? [] }
}

/// Does something for each element, several at once; the results in their order.
package func concurrently<Element: Sendable, Result: Sendable>(
  _ elements: [Element], width: Int = 4, _ body: @escaping @Sendable (Element) async throws -> Result
) async throws -> [Result] {
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: elements.count)
    for (index, element) in elements.enumerated() {
      if index >= width, let (done, result) = try await group.next() { results[done] = result }
      group.addTask { (index, try await body(element)) }
    }
    for try await (done, result) in group { results[done] = result }
    return results.compactMap { $0 }
  }
}
