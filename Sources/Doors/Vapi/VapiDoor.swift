// Vapi's envelope around calls of function tools. Its reply is always 200, because Vapi drops the body of any other; what
// went wrong is an `error`, never a `result`, because Vapi announces a `result` as a success.

internal import JSON
package import Webhook

/// The door `vapi`.
package enum VapiDoor {
  /// The largest message, in bytes: it has the conversation so far.
  package static let limit = 1024 * 1024
  /// So many calls of a message are answered.
  static let mostCalls = 8

  /// Answers one message: its calls in order, and what is no call with an empty object. What is no message of Vapi's is
  /// refused with its own status.
  package static func answer(_ body: [UInt8], _ callee: some Callee) -> Answer {
    let message: VapiMessage
    do {
      message = try VapiMessage(body, limit: limit)
    } catch {
      return callee.refusal() ?? Answer(refusing: error)
    }
    if message.calls.isEmpty { return callee.refusal() ?? Answer(reply: Reply(ok: Array("{}".utf8))) }
    var remains = CallRemains()
    var json = JSONWriter()
    json.beginObject()
    json.key("results")
    json.beginArray()
    for (index, call) in message.calls.enumerated() {
      let answer = answer(call, at: index, callee)
      if answer.reply.status == 401 { return answer }
      remains.add(answer)
      json.beginObject()
      json.key("name")
      json.string(call.name)
      json.key("toolCallId")
      json.string(call.id)
      json.key(answer.reply.status < 400 ? "result" : "error")
      json.string(answer.line)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return remains.answer(Reply(ok: json.bytes))
  }

  private static func answer(_ call: VapiMessage.Call, at index: Int, _ callee: some Callee) -> Answer {
    do throws(Problem) {
      guard index < mostCalls else {
        throw Problem.invalidRequest(
          field: "message.toolCallList",
          reason: "at most \(mostCalls) calls of a message are answered; send this one again")
      }
      let members = try CallArguments.members(call.arguments)
      if CallArguments.areTooLarge(members) { throw Problem.requestTooLarge(limit: CallArguments.limit) }
      return callee.answer(call.name, members)
    } catch {
      return Answer(refusing: error)
    }
  }
}
