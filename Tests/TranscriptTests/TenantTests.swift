// Two businesses with tokens of their own in one deployment: neither can read, book, move, cancel or find anything of
// the other's, whichever action it tries with whichever of the other's ids.

import Foundation
import JSON
import ProgramSupport
import Testing

/// A business, its token, and the ids that it was handed, by the words that stand for them in `requests`.
private struct Tenant: Sendable {
  var name: String
  var ids: [String: String] = [:]
  var token: String { "token-\(name)" }

  static let all = [Tenant(name: "anna"), Tenant(name: "berta")]
  /// SHA-256 of each token.
  static let hashes = [
    "anna": "a1fb6e619dfe3a9e7a6049ac52ead442cf120d98500892ab00770b55fd6d00fc",
    "berta": "0576a5f953d87abebda628ebca6b1476bece56c0ef6353236f4cbbebfa80553b",
  ]

  /// A valid request for each action; words in angle brackets are ids. All can be sent in this order.
  static let requests = [
    #"{"action":"getEntityForSipId","sipId":"<sip>"}"#,
    #"{"action":"getBusinessName","entityId":"<entity>"}"#,
    #"{"action":"getAppointmentTypes","entityId":"<entity>"}"#,
    #"{"action":"getAppointmentTypesWithProducts","entityId":"<entity>"}"#,
    #"{"action":"getAgents","entityId":"<entity>","appointmentTypeId":"<type>","productId":"<product>"}"#,
    #"{"action":"getProducts","entityId":"<entity>","appointmentTypeId":"<type>"}"#,
    #"{"action":"getSlots","appointmentTypeId":"<type>","productId":"<product>","agentId":"<agent>","#
      + #""bookingId":"<booking>","days":14}"#,
    #"{"action":"getRequiredInfo","productId":"<product>"}"#,
    #"{"action":"bookAppointment","appointmentTypeId":"<type>","productId":"<product>","slotId":"<free>","#
      + #""booker":{"id":"<user>",\#(person)},"participant":{"id":"<user>",\#(person)}}"#,
    #"{"action":"modifyAppointment","bookingId":"<booking>","slotIdOld":"<slot>","slotIdNew":"<later>"}"#,
    #"{"action":"cancelAppointment","bookingId":"<booking>","slotId":"<later>"}"#,
    #"{"action":"findExistingUser","entityId":"<entity>","participant":{"id":"<user>",\#(person)}}"#,
    #"{"action":"findExistingBooking","id":"<user>"}"#,
  ]
  private static let person =
    #""firstname":"Ada","lastname":"Byron","phone":"+493511234567","dateOfBirth":"1980-03-15""#
}

/// A deployment of both tenants, each with a booking.
private struct Tenants {
  let tree: TemporaryTree
  private(set) var all = Tenant.all

  init() async throws {
    tree = try TemporaryTree()
    let source = Program.checkout.appending(path: "Businesses/gleichgewicht.yaml")
    let text = try String(contentsOf: source, encoding: .utf8).replacing(/sipIds: .*\n/, with: "")
    for index in all.indices {
      let tenant = all[index]
      let hash = try #require(Tenant.hashes[tenant.name])
      try tree.write(
        text + "tokens: [\(hash)]\nsipIds: [sip-\(tenant.name)]\n", to: "Businesses/\(tenant.name).yaml")
      let tree = tree
      var call = Call { try await Tenants.ask($0, tree, token: tenant.token, endpoint: tenant.name) }
      let booking = try await call.book(
        type: "\(tenant.name).massage", product: "\(tenant.name).massage-30", from: "2026-09-16")
      let slots = try await call.ask(
        #"{"action":"getSlots","appointmentTypeId":"massage","productId":"massage-30","dateTime":"2026-09-16","limit":2}"#
      )
      let free = try #require(slots.arrayValue).compactMap { $0.objectValue?["id"]?.stringValue }
      try #require(free.count == 2)
      all[index].ids = [
        "sip": "sip-\(tenant.name)", "entity": tenant.name, "type": "\(tenant.name).massage",
        "product": "\(tenant.name).massage-30", "agent": "\(tenant.name).anna", "booking": booking, "slot": call.slot,
        "user": call.user, "free": free[0], "later": free[1],
      ]
    }
  }

  func ask(_ body: [UInt8], token: String?, endpoint: String?) async throws -> [UInt8] {
    try await Tenants.ask(body, tree, token: token, endpoint: endpoint)
  }

  private static func ask(
    _ body: [UInt8], _ tree: TemporaryTree, token: String?, endpoint: String?
  ) async throws -> [UInt8] {
    var environment = Program.cgi(body, ["VOICEBOT_ROOT": tree.root.path])
    environment["VOICEBOT_NOW"] = "2026-09-14T06:00:00Z"
    environment["PATH_INFO"] = endpoint.map { "/\($0)" }
    environment["HTTP_AUTHORIZATION"] = token.map { "Bearer \($0)" }
    let result = try await Program.child(environment, input: .bytes(body)).run()
    return try #require(CGIResponse(result.output)).body
  }

  func bookings(of tenant: Tenant) throws -> String {
    try String(contentsOf: tree.root.appending(path: "Data/\(tenant.name).jsonl"), encoding: .utf8)
  }
}

@Suite struct TenantTests {
  /// A request with the ids of its own tenant, except for those at the places given, which are the other's.
  private func request(_ template: String, _ own: Tenant, _ other: Tenant, foreign: (Int) -> Bool) -> [UInt8] {
    var text = ""
    for (index, part) in template.split(separator: "<", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let end = part.firstIndex(of: ">") else {
        text += part
        continue
      }
      let word = String(part[..<end])
      text += (foreign(index - 1) ? other : own).ids[word] ?? ""
      text += part[part.index(after: end)...]
    }
    return Array(text.utf8)
  }

  @Test func everyActionWithEveryForeignId() async throws {
    let tenants = try await Tenants()
    let before = try tenants.all.map(tenants.bookings)
    var tried = 0
    for (own, other) in [(tenants.all[0], tenants.all[1]), (tenants.all[1], tenants.all[0])] {
      for template in Tenant.requests {
        let places = template.count { $0 == "<" }
        var variants = (0..<places).map { place in request(template, own, other) { $0 == place } }
        variants.append(request(template, own, other) { _ in true })
        for body in variants {
          // At its own endpoint, at none, at the other's; and without a token.
          for (endpoint, token, codes) in [
            (own.name, own.token, ["wrong_entity", "unknown_sip_id"]),
            (nil, own.token, ["wrong_entity", "unauthorized"]),
            (other.name, own.token, ["unauthorized"]),
            (own.name, nil, ["unauthorized"]), (nil, nil, ["unauthorized"]),
          ] as [(String?, String?, [String])] {
            let reply = try await tenants.ask(body, token: token, endpoint: endpoint)
            let place = "\(endpoint ?? "no endpoint"), \(token ?? "no token")"
            #expect(codes.contains(code(reply) ?? "none"), "\(place): \(String(decoding: body, as: UTF8.self))")
            tried += 1
          }
        }
      }
    }
    #expect(tried > 300)
    #expect(try tenants.all.map(tenants.bookings) == before)
  }

  /// What is refused with the other's ids is done with one's own.
  @Test func everyActionWithOwnIds() async throws {
    let tenants = try await Tenants()
    for (own, other) in [(tenants.all[0], tenants.all[1]), (tenants.all[1], tenants.all[0])] {
      for template in Tenant.requests {
        let body = request(template, own, other) { _ in false }
        let reply = try await tenants.ask(body, token: own.token, endpoint: own.name)
        #expect(code(reply) == nil, "\(String(decoding: body + reply, as: UTF8.self))")
      }
    }
  }
}
