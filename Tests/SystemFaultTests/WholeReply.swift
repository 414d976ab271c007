// Reads a reply at each door as strictly as whoever is behind it, and knows the errors of contract section 4.

import JSON
import ProgramSupport

/// A way in to the program.
enum Entry: String, Sendable {
  case bare, cgi, lambda

  /// The standard input for a request, and the variables that show the door.
  func input(_ request: String) -> (bytes: [UInt8], variables: [String: String]) {
    let body = Array(request.utf8)
    switch self {
    case .bare: return (body, [:])
    case .cgi: return (body, Program.cgi(body))
    case .lambda:
      var event = JSONWriter()
      event.beginObject()
      event.key("requestContext")
      event.beginObject()
      event.key("http")
      event.beginObject()
      event.key("method")
      event.string("POST")
      event.endObject()
      event.endObject()
      event.key("body")
      event.string(request)
      event.endObject()
      return (event.bytes, ["AWS_LAMBDA_RUNTIME_API": "127.0.0.1:9001"])
    }
  }
}

/// One whole reply.
struct WholeReply: Equatable {
  /// The HTTP status; 200 where the door has none.
  let status: Int
  let value: JSONValue

  /// Nil where the bytes are not one reply, whole and with nothing behind it.
  init?(_ bytes: [UInt8], at entry: Entry) {
    var body = bytes
    var stated: Int?
    switch entry {
    case .bare:
      guard body.popLast() == UInt8(ascii: "\n") else { return nil }
    case .cgi:
      guard let response = CGIResponse(bytes), response.complaint == nil else { return nil }
      (body, stated) = (response.body, response.status)
    case .lambda:
      guard let envelope = Self.parsed(bytes)?.objectValue, let text = envelope["body"]?.stringValue,
        let status = envelope["statusCode"]?.integerValue
      else { return nil }
      (body, stated) = (Array(text.utf8), Int(status))
    }
    guard !body.contains(UInt8(ascii: "\n")), let value = Self.parsed(body) else { return nil }
    let isProblem = value.objectValue?["code"] != nil
    guard let status = isProblem ? Self.problemStatus(value) : 200, status == stated ?? status else { return nil }
    self.value = value
    self.status = status
  }

  private static func parsed(_ bytes: [UInt8]) -> JSONValue? {
    try? JSONValue(parsing: bytes, limits: JSONLimits(bytes: 1 << 20))
  }

  private static func problemStatus(_ value: JSONValue) -> Int? {
    value.objectValue?["status"]?.integerValue.map(Int.init)
  }

  subscript(name: String) -> String? { value.objectValue?[name]?.stringValue }
  /// The problem's code; nil where it is none.
  var code: String? { self["code"] }

  /// What is wrong with a problem by contract section 4; nil where nothing is.
  var complaint: String? {
    guard let code, Self.codes[status]?.contains(code) == true else { return "no code of this status" }
    guard let title = self["title"], let detail = self["detail"], self["type"] != nil else { return "no words" }
    // A time zone is called so and is no path.
    return (title + detail).replacing("Europe/Berlin", with: "").contains("/") ? "it tells a path" : nil
  }

  /// The codes of each status.
  private static let codes: [Int: Set<String>] = [
    400: ["invalid_json", "invalid_request", "unknown_action", "entity_required"],
    401: ["unauthorized"],
    403: ["wrong_entity"],
    404: [
      "unknown_sip_id", "unknown_entity", "unknown_appointment_type", "unknown_product", "unknown_agent",
      "unknown_slot", "unknown_booking", "unknown_user",
    ],
    405: ["method_not_allowed"],
    408: ["request_timeout"],
    409: ["slot_taken", "booking_changed", "booking_cancelled"],
    411: ["length_required"],
    413: ["request_too_large"],
    422: [
      "missing_information", "invalid_information", "ambiguous", "too_late", "too_soon", "too_far", "too_many",
      "slot_mismatch",
    ],
    500: ["misconfigured_business", "damaged_bookings", "internal"],
    503: ["busy", "storage_full", "storage_unavailable"],
  ]
}
