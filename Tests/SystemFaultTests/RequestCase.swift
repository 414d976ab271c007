// The requests that are made to fail: each action at each door, and what is special about the files behind it.

import Foundation
import JSON
import Testing

/// A request, and the tree that it is sent to.
struct RequestCase: Sendable, CustomTestStringConvertible {
  /// The data directory before it.
  enum Beginning: Sendable {
    /// There is none.
    case none
    /// Three bookings.
    case booked
    /// So many that the next makes an index.
    case indexDue
    /// The same, and an index.
    case indexed
    /// The same as `booked`, and what a crash has left of another.
    case crashed
    /// The same as `booked`, and the cache of numbers.
    case numbersKnown
  }

  /// What is known of the first booking in the tree.
  struct Known: Sendable {
    var booking = ""
    var slot = ""
    var user = ""
  }

  let name: String
  let entry: Entry
  var beginning = Beginning.booked
  var businesses = ["faults": Self.business]
  var variables: [String: String] = [:]
  var isWriting = false
  /// Whether the right answer is a problem.
  var isRefused = false
  /// A business that is called on the same number, and answers where the file of the right one cannot be read.
  var namesake: String?
  let request: @Sendable (Known) -> String

  var testDescription: String { "\(name), \(entry)" }

  static let business = """
    name: Faults
    timezone: Europe/Berlin
    country: DE
    sipIds: [faults-line, "+49 351 1234567"]
    hours: {mon-sun: 00:00-24:00}
    agents: {ada: {name: Ada}, ben: {name: Ben}}
    appointmentTypes: {visit: {name: Visit, products: [hour]}}
    products: {hour: {name: Hour, duration: 1h}}

    """
  /// A business that comes before the other by name and is called on the same number, spelled otherwise.
  static let namesake = """
    name: Namesake
    timezone: Europe/Berlin
    country: DE
    sipIds: ["0049 351/1234567"]
    hours: {mon-sun: 00:00-24:00}
    agents: {eve: {name: Eve}}
    appointmentTypes: {visit: {name: Visit, products: [hour]}}
    products: {hour: {name: Hour, duration: 1h}}

    """

  /// The name of a place in the diary as clients have it: an hour of the 15th with an agent.
  static func slot(_ agent: String, _ hour: Int) -> String {
    "faults.visit.hour.\(agent).20260915T\(hour < 10 ? "0" : "")\(hour)0000Z"
  }

  static func book(_ slot: String, caller: Int) -> String {
    #"{"action":"bookAppointment","appointmentTypeId":"faults.visit","productId":"faults.hour","slotId":"\#(slot)","#
      + #""booker":{"firstname":"Caller","lastname":"No \#(caller)","phone":"0351 \#(100_000 + caller)"}}"#
  }

  /// The free times of the 15th.
  static let list = slots("")

  private static func slots(_ more: String) -> String {
    #"{"action":"getSlots","appointmentTypeId":"faults.visit","productId":"faults.hour","#
      + #""dateTime":"2026-09-15"\#(more)}"#
  }

  private static func sip(_ number: String) -> String { #"{"action":"getEntityForSipId","sipId":"\#(number)"}"# }

  private static func entity(_ action: String) -> String { #"{"action":"\#(action)","entityId":"faults"}"# }

  private static func move(_ known: Known) -> String {
    #"{"action":"modifyAppointment","bookingId":"\#(known.booking)","slotIdOld":"\#(known.slot)","#
      + #""slotIdNew":"\#(slot("ben", 21))"}"#
  }

  private static func cancel(_ known: Known) -> String {
    #"{"action":"cancelAppointment","bookingId":"\#(known.booking)","slotId":"\#(known.slot)"}"#
  }

  private static func bookings(_ known: Known) -> String {
    #"{"action":"findExistingBooking","id":"\#(known.user)"}"#
  }

  private static let user =
    #"{"action":"findExistingUser","participant":{"firstname":"Caller","lastname":"No 0","phone":"0351 100000"}}"#
  private static let newBooking = book(slot("ada", 20), caller: 99)

  /// The business with a token, and how it is shown.
  static let withToken = business + "tokens: [\(TokenForTests.hash)]\n"
  static let token = ["HTTP_AUTHORIZATION": "Bearer \(TokenForTests.text)"]

  /// Each of the thirteen actions, bare and as CGI.
  static let actions: [RequestCase] = [Entry.bare, .cgi].flatMap { entry in
    [
      RequestCase(name: "getEntityForSipId", entry: entry) { _ in sip("faults-line") },
      RequestCase(name: "getBusinessName", entry: entry) { _ in entity("getBusinessName") },
      RequestCase(name: "getAppointmentTypes", entry: entry) { _ in entity("getAppointmentTypes") },
      RequestCase(name: "getAppointmentTypesWithProducts", entry: entry) { _ in
        entity("getAppointmentTypesWithProducts")
      },
      RequestCase(name: "getAgents", entry: entry) { _ in
        #"{"action":"getAgents","entityId":"faults","appointmentTypeId":"visit"}"#
      },
      RequestCase(name: "getProducts", entry: entry) { _ in
        #"{"action":"getProducts","entityId":"faults","appointmentTypeId":"visit"}"#
      },
      RequestCase(name: "getSlots", entry: entry) { _ in list },
      RequestCase(name: "getRequiredInfo", entry: entry) { _ in
        #"{"action":"getRequiredInfo","productId":"faults.hour"}"#
      },
      RequestCase(name: "bookAppointment", entry: entry, isWriting: true) { _ in newBooking },
      RequestCase(name: "modifyAppointment", entry: entry, isWriting: true, request: move),
      RequestCase(name: "cancelAppointment", entry: entry, isWriting: true, request: cancel),
      RequestCase(name: "findExistingUser", entry: entry) { _ in user },
      RequestCase(name: "findExistingBooking", entry: entry, request: bookings),
    ]
  }

  /// What is special.
  static let special: [RequestCase] = [
    RequestCase(name: "first booking", entry: .bare, beginning: .none, isWriting: true) { _ in newBooking },
    RequestCase(name: "booking that makes an index", entry: .bare, beginning: .indexDue, isWriting: true) { _ in
      newBooking
    },
    RequestCase(name: "booking behind an index", entry: .bare, beginning: .indexed, isWriting: true) { _ in
      newBooking
    },
    RequestCase(name: "move behind an index", entry: .bare, beginning: .indexed, isWriting: true, request: move),
    RequestCase(name: "booking after a crash", entry: .bare, beginning: .crashed, isWriting: true) { _ in newBooking },
    RequestCase(
      name: "booking after a crash, logged to a file", entry: .cgi, beginning: .crashed,
      variables: ["VOICEBOT_LOG": "TREE/faults.log"], isWriting: true
    ) { _ in newBooking },
    RequestCase(name: "booking", entry: .lambda, isWriting: true) { _ in newBooking },
    RequestCase(name: "first booking", entry: .lambda, beginning: .none, isWriting: true) { _ in newBooking },
    RequestCase(name: "getSlots", entry: .lambda) { _ in list },
    RequestCase(name: "getSlots before the first booking", entry: .bare, beginning: .none) { _ in list },
    RequestCase(name: "getSlots by an index", entry: .bare, beginning: .indexed) { _ in list },
    RequestCase(name: "getSlots after a crash", entry: .bare, beginning: .crashed) { _ in list },
    RequestCase(name: "getSlots in another time zone", entry: .bare) { _ in
      slots(#","timezone":"America/New_York""#)
    },
    RequestCase(name: "findExistingUser by an index", entry: .bare, beginning: .indexed) { _ in user },
    RequestCase(name: "findExistingBooking by an index", entry: .bare, beginning: .indexed, request: bookings),
    RequestCase(name: "getEntityForSipId by the cache", entry: .bare, beginning: .numbersKnown) { _ in
      sip("faults-line")
    },
    RequestCase(
      name: "getBusinessName with a token that is new", entry: .cgi, beginning: .none,
      businesses: ["faults": withToken],
      variables: token
    ) { _ in entity("getBusinessName") },
    RequestCase(name: "getEntityForSipId by digits", entry: .bare) { _ in sip("+493511234567") },
    RequestCase(name: "getEntityForSipId by digits and the cache", entry: .bare, beginning: .numbersKnown) { _ in
      sip("+493511234567")
    },
    RequestCase(
      name: "getEntityForSipId of two", entry: .bare, businesses: ["faults": business, "early": namesake],
      namesake: "faults"
    ) { _ in sip("+493511234567") },
    RequestCase(
      name: "getEntityForSipId of two by the cache", entry: .bare, beginning: .numbersKnown,
      businesses: ["faults": business, "early": namesake], namesake: "faults"
    ) { _ in sip("+493511234567") },
    RequestCase(
      name: "getEntityForSipId of nobody, among two", entry: .bare,
      businesses: ["faults": business, "early": namesake], isRefused: true
    ) { _ in sip("nobody") },
    RequestCase(
      name: "getBusinessName logged to a file", entry: .cgi, variables: ["VOICEBOT_LOG": "TREE/faults.log"]
    ) { _ in entity("getBusinessName") },
    RequestCase(
      name: "getBusinessName of a broken file, logged to a file", entry: .cgi, beginning: .none,
      businesses: ["faults": "name: Faults\n"], variables: ["VOICEBOT_LOG": "TREE/faults.log"], isRefused: true
    ) { _ in entity("getBusinessName") },
  ]

  /// The tree of the beginning, and what is known of its first booking. All requests here have to succeed.
  func tree() throws -> (tree: DeployedTree, files: [String: Data]?, known: Known) {
    let tree = try DeployedTree(businesses: businesses)
    guard beginning != .none else {
      try tree.restore(nil)
      return (tree, nil, Known())
    }
    let first = try #require(tree.send(Self.book(Self.slot("ada", 0), caller: 0), at: .bare, seed: 100).reply)
    let participant = first.value.objectValue?["participant"]?.objectValue?["id"]?.stringValue
    let known = Known(
      booking: try #require(first["id"]), slot: try #require(first["slotId"]), user: try #require(participant))
    let isLong = beginning == .indexDue || beginning == .indexed
    var files = try tree.files()
    for number in 1..<(isLong ? 40 : 3) {
      let slot = Self.slot(number % 2 == 0 ? "ada" : "ben", number / 2)
      let before = files
      let run = tree.send(Self.book(slot, caller: number), at: .bare, seed: UInt64(100 + number))
      try #require(run.reply?.status == 200)
      files = try tree.files()
      guard files?["faults.index-0"] != nil else { continue }
      if beginning == .indexDue { files = before }
      break
    }
    try #require((files?["faults.index-0"] != nil) == (beginning == .indexed))
    if beginning == .crashed {
      files?["faults.jsonl"]?.append(Data(#"{"n":5,"at":"2026-09-14T00:00:00Z","event":"book"#.utf8))
    }
    if beginning == .numbersKnown {
      try #require(tree.send(Self.sip("faults-line"), at: .bare).reply?.status == 200)
      files = try tree.files()
      try #require(files?[".sip-numbers"] != nil)
    }
    return (tree, files, known)
  }
}

/// A token, and its SHA-256 hash.
enum TokenForTests {
  static let text = "perle-and-nobody-else"
  static let hash = "37d48cbc027e4574a2e21ab04faaebcf4e7a74ab066be8288d6a5d66d88ff81d"
}
