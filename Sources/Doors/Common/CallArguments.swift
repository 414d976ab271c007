// The arguments of a call as platforms send them: an object, or a string that holds one.

internal import JSON
internal import Webhook

/// Reading arguments.
enum CallArguments {
  /// The largest arguments of one call, in bytes (contract, section 1).
  static let limit = 64 * 1024

  /// The members that arguments have: those of an object, or of one that a string holds; a blank string, null and nothing
  /// have none.
  static func members(_ arguments: JSONValue?) throws(Problem) -> JSONObject {
    switch arguments {
    case nil, .null?: return JSONObject()
    case .object(let members)?: return members
    case .string(let text)?:
      if text.utf8.allSatisfy({ $0 == 0x20 || $0 >= 0x09 && $0 <= 0x0d }) { return JSONObject() }
      guard text.utf8.count <= limit else { throw .requestTooLarge(limit: limit) }
      do {
        let value = try JSONValue(parsing: Array(text.utf8), leniency: .callers)
        if case .object(let members) = value { return members }
      } catch {
        throw .invalidJSON(reason: error.sentence)
      }
    default: break
    }
    throw .invalidRequest(field: "arguments", reason: "they must be an object")
  }

  /// Whether members take more bytes than a request may have.
  static func areTooLarge(_ members: JSONObject) -> Bool {
    var json = JSONWriter()
    json.value(.object(members))
    return json.bytes.count > limit
  }
}
