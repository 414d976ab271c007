// What Vapi sends to the URL of a function tool: a message with one or more calls, in one of three spellings.

internal import JSON
internal import Webhook

/// A message of Vapi's.
struct VapiMessage {
  /// One call of a tool.
  struct Call {
    /// The call's id, to be sent back.
    let id: String
    /// The tool's name.
    let name: String
    /// Its arguments as sent; nil where there are none.
    let arguments: JSONValue?
  }

  /// So many calls of a message are looked at: nobody sends more, and each has a result.
  private static let mostRead = 64

  /// The calls in order; none where the message only tells something.
  let calls: [Call]

  /// Reads a body.
  init(_ body: [UInt8], limit: Int) throws(Problem) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: body, limits: JSONLimits(bytes: limit), leniency: .callers)
    } catch {
      throw .invalidJSON(reason: error.sentence)
    }
    guard case .object(let envelope) = value else {
      throw .invalidRequest(field: nil, reason: "its body must be a JSON object")
    }
    let message = envelope["message"]?.objectValue
    guard let message, let type = message["type"]?.stringValue else {
      throw .invalidRequest(field: "message.type", reason: "it is missing" + (envelope.rightDoor ?? ""))
    }
    guard type == "tool-calls" else {
      calls = []
      return
    }
    guard let list = VapiMessage.list(in: message) else {
      throw .invalidRequest(field: "message.toolCallList", reason: "it is missing")
    }
    calls = list.prefix(VapiMessage.mostRead).map(VapiMessage.call)
  }

  /// The calls of a message, in the first of its lists that has any.
  private static func list(in message: JSONObject) -> [JSONObject]? {
    for name in ["toolCallList", "toolCalls", "toolWithToolCallList"] {
      guard let elements = message[name]?.arrayValue, !elements.isEmpty else { continue }
      return elements.map { element in
        let object = element.objectValue ?? JSONObject()
        return object["toolCall"]?.objectValue ?? object
      }
    }
    return nil
  }

  /// A call, whose name and arguments stand in its `function` or beside its id.
  private static func call(_ object: JSONObject) -> Call {
    let function = object["function"]?.objectValue ?? JSONObject()
    return Call(
      id: object["id"]?.stringValue ?? "",
      name: function["name"]?.stringValue ?? object["name"]?.stringValue ?? "",
      arguments: function.present("arguments") ?? object.present("arguments") ?? function.present("parameters")
        ?? object.present("parameters"))
  }
}
