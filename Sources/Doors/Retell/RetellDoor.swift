// Retell's envelope around a call of a custom function: `{"name", "args", "call"}`. The reply is the webhook's own, with
// status 200 for what went wrong below 500, because Retell makes an error of its own of any other.

internal import JSON
package import Webhook

/// The door `retell`.
package enum RetellDoor {
  /// The largest envelope, in bytes: it has the conversation so far.
  package static let limit = 1024 * 1024

  /// Answers one call. What is no envelope of Retell's is refused with its own status.
  package static func answer(_ body: [UInt8], _ callee: some Callee) -> Answer {
    let call: (name: String, members: JSONObject)
    do {
      call = try read(body)
    } catch {
      return callee.refusal() ?? Answer(refusing: error)
    }
    var answer = callee.answer(call.name, call.members)
    if answer.reply.status < 500, answer.reply.status != 401 {
      if let notice = answer.notice { answer.faults = [(answer.reply.status, notice)] }
      answer.notice = nil
      answer.reply.status = 200
    }
    if answer.remark != nil {
      answer.reply.body = Array(answer.line.utf8)
      answer.reply.contentType = "text/plain; charset=utf-8"
    }
    return answer
  }

  private static func read(_ body: [UInt8]) throws(Problem) -> (name: String, members: JSONObject) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: body, limits: JSONLimits(bytes: limit), leniency: .callers)
    } catch {
      throw .invalidJSON(reason: error.sentence)
    }
    guard case .object(let envelope) = value else {
      throw .invalidRequest(field: nil, reason: "its body must be a JSON object")
    }
    guard let name = envelope["name"]?.stringValue else {
      throw .invalidRequest(field: "name", reason: "it is missing" + (envelope.rightDoor ?? ""))
    }
    let members: JSONObject
    switch envelope.present("args") {
    case nil: members = JSONObject()
    case .object(let object)?: members = object
    default: throw .invalidRequest(field: "args", reason: "it must be an object")
    }
    if body.count > CallArguments.limit, CallArguments.areTooLarge(members) {
      throw .requestTooLarge(limit: CallArguments.limit)
    }
    return (name, members)
  }
}
