// A business whose customers have all been there once: its tree, the bookings file, and questions to the release program.

import Business
import CivilTime
import Diary
import DiaryFile
import Foundation
import JSON
import People
import ProgramSupport
import SystemSupport
import Testing

/// A deployed tree of one business with one booking of each record of its customers.
struct Office: Sendable {
  let customers: [Customer]
  private let tree: TemporaryTree
  /// Whose record an id is.
  private let owners: [String: Int]

  private static let now = Instant(seconds: 1_789_365_600)

  /// Writes the bookings through the engine, and its index.
  init(_ clientele: Clientele) async throws {
    let customers = clientele.customers
    self.customers = customers
    tree = try TemporaryTree()
    let country = [Language.german: "DE", .english: "US", .spanish: "ES"][clientele.language] ?? ""
    try tree.write(
      """
      name: Recall
      timezone: UTC
      country: \(country)
      hours: {mon-sun: 00:00-24:00}
      agents: {ada: {name: Ada}}
      appointmentTypes: {visit: {name: Visit, products: [hour]}}
      products: {hour: {name: Hour, duration: 1h}}

      """, to: "Businesses/recall.yaml")
    var owners: [String: Int] = [:]
    var bookings: [Booking] = []
    for (index, customer) in customers.enumerated() {
      for (id, name) in Office.records(of: customer, index) {
        owners[id] = index
        let person = Office.person(id, name, customer)
        let booker = customer.parent.map { Office.person("recall.c\($0)", customers[$0].name, customers[$0]) }
        bookings.append(Office.booking(bookings.count, booker ?? person, person))
      }
    }
    self.owners = owners
    let store = FileStore(
      directory: tree.root.appending(path: "Data").path, entity: try #require(Identifier("recall")),
      calls: AnyCalls(RiggedCalls.quick()))
    for start in stride(from: 0, to: bookings.count, by: 1000) {
      let part = bookings[start..<min(start + 1000, bookings.count)]
      _ = try store.write { (writer) throws(FileError) in
        for booking in part { try writer.append(.booked(booking), at: booking.created, by: nil) }
      }
      try store.index(.catchingUp)
    }
    #expect(try store.read().indexNeed == .nothing)
  }

  /// The ids of a customer's records, with the name that each is under.
  private static func records(of customer: Customer, _ index: Int) -> [(id: String, name: FullName)] {
    [("recall.c\(index)", customer.name)] + (customer.second.map { [("recall.d\(index)", $0)] } ?? [])
  }

  private static func person(_ id: String, _ name: FullName, _ customer: Customer) -> Person {
    let said = [
      ("firstname", name.first), ("lastname", name.last), ("dateOfBirth", customer.birthDate),
      ("phone", customer.phone), ("email", customer.email),
    ]
    return Person(
      id: id,
      attributes: said.compactMap { name, value in value.map { Attribute(name: name, value: .text($0)) } })
  }

  private static func booking(_ number: Int, _ booker: Person, _ participant: Person) -> Booking {
    Booking(
      id: "recall.b\(number)", type: Named(id: "visit", name: "Visit"), product: Named(id: "hour", name: "Hour"),
      agent: Named(id: "ada", name: "Ada"), start: now.adding(seconds: (number - 5000) * 3600), duration: 3600,
      booker: booker, participant: participant, request: UInt64(number + 1), created: now.adding(seconds: -1))
  }

  /// What the program answers to `findExistingUser`.
  func find(_ participant: [(name: String, value: String)]) async throws -> Found {
    var request = JSONWriter()
    request.beginObject()
    request.key("action")
    request.string("findExistingUser")
    request.key("participant")
    request.beginObject()
    for (name, value) in participant {
      request.key(name)
      request.string(value)
    }
    request.endObject()
    request.endObject()
    var child = Program.child(
      ["VOICEBOT_ROOT": tree.root.path, "VOICEBOT_NOW": "2026-09-14T00:00:00Z"], input: .bytes(request.bytes))
    child.deadline = 120
    let result = try await child.run()
    guard result.status == 0, let reply = try? JSONValue(parsing: result.output) else {
      throw Child.NotStarted(reason: "no reply: \(result)")
    }
    return Found(reply, text: result.text, owners)
  }

  /// What the program answers to a caller who says both names and one thing more.
  func find(_ name: FullName, _ proof: Proof, _ value: String) async throws -> Found {
    try await find([("firstname", name.first), ("lastname", name.last), (proof.rawValue, value)])
  }
}

/// Who was told, in a reply to `findExistingUser`.
struct Found: Sendable {
  /// One of the people told.
  struct Entry: Sendable {
    var id: String
    /// The place of the person among the business's customers; nil for an id that nobody has.
    var customer: Int?
    var isSimilar: Bool
    /// The names of the members that were told.
    var members: [String]
  }

  var entries: [Entry] = []
  /// The problem's code, where it is one.
  var code: String?
  /// The whole reply.
  var text: String

  init(_ reply: JSONValue, text: String, _ owners: [String: Int]) {
    self.text = text
    code = reply.objectValue?["code"]?.stringValue
    entries = (reply.arrayValue ?? []).compactMap { user in
      guard let user = user.objectValue, let id = user["id"]?.stringValue else { return nil }
      return Entry(
        id: id, customer: owners[id], isSimilar: user["match"]?.stringValue == "similar",
        members: user.members.map(\.name))
    }
  }

  /// The records of a customer that were told.
  func records(of customer: Int) -> Int { entries.count { $0.customer == customer } }
  /// How many others were told; an id that nobody has is one, too.
  func others(than customer: Int?) -> Int {
    Set(entries.filter { $0.customer == nil || $0.customer != customer }.map { $0.customer ?? -1 }).count
  }
}

/// Does something for each element, several at once; the results in their order.
func concurrently<Element: Sendable, Result: Sendable>(
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
