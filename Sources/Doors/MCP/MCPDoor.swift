// The Model Context Protocol over Streamable HTTP, without sessions and streams: one message in, one JSON reply out. Both
// eras are answered: those that begin with `initialize`, and the one of 2026-07-28, in which each request says all.

internal import ActionTable
internal import Business
internal import JSON
package import Webhook

/// The door `mcp`.
package enum MCPDoor {
  /// Answers one message.
  package static func answer(_ body: [UInt8], _ headers: MCPHeaders, _ callee: some Callee) -> Answer {
    if headers.areForeign { return Answer(reply: Problem.foreignOrigin.reply) }
    let message = MCPMessage(body, headers)
    if case .request(let request) = message, request.complaint(headers) == nil, let call = MCPCall(request) {
      return answer(request, call, callee)
    }
    let admission = callee.admission()
    if case .refused(let answer) = admission { return answer }
    switch message {
    case .notice: return Answer(reply: MCPReply.accepted)
    case .refused(let error): return Answer(reply: MCPReply.error(error, to: nil, isRefusal: true))
    case .request(let request):
      if let error = request.complaint(headers) {
        return Answer(reply: MCPReply.error(error, to: request, isRefusal: true))
      }
      switch admission {
      case .admitted(let business): return answer(request, AskedFields(of: business))
      case .refused(let answer): return answer
      case .unavailable(let problem): return unavailable(problem, request)
      }
    }
  }

  private static func answer(_ request: MCPRequest, _ people: AskedFields) -> Answer {
    switch (request.method, request.isModern) {
    case ("initialize", false):
      return Answer(
        reply: MCPReply.result(to: request) { json in
          let asked = request.parameters["protocolVersion"]?.stringValue ?? ""
          json.member("protocolVersion", MCPVersion.legacy.contains(asked) ? asked : MCPVersion.newestLegacy)
          capabilities(&json)
          json.key("serverInfo")
          MCPReply.server(&json)
          json.member("instructions", ActionTable.instructions)
        })
    case ("ping", false): return Answer(reply: MCPReply.result(to: request) { _ in })
    case ("server/discover", true):
      return Answer(
        reply: MCPReply.result(to: request, cache: .program) { json in
          json.key("supportedVersions")
          json.beginArray()
          for version in MCPVersion.all { json.string(version) }
          json.endArray()
          capabilities(&json)
          json.member("instructions", ActionTable.instructions)
        })
    case ("tools/list", _): return list(request, people)
    case ("tools/call", _):
      let error = MCPError.invalidParameters("params must have name, a string, and arguments, an object.")
      return Answer(reply: MCPReply.error(error, to: request, isRefusal: false))
    default: return Answer(reply: MCPReply.error(.unknownMethod(request.method), to: request, isRefusal: false))
    }
  }

  private static func capabilities(_ json: inout JSONWriter) {
    json.key("capabilities")
    json.beginObject()
    json.key("tools")
    json.beginObject()
    json.endObject()
    json.endObject()
  }

  private static func list(_ request: MCPRequest, _ people: AskedFields) -> Answer {
    guard request.parameters.present("cursor") == nil else {
      let error = MCPError.invalidParameters("There is one page only: leave cursor out.")
      return Answer(reply: MCPReply.error(error, to: request, isRefusal: false))
    }
    return Answer(
      reply: MCPReply.result(to: request, cache: .business) { json in
        json.key("tools")
        json.beginArray()
        for row in ActionTable.rows where row.isListed { json.value(.object(row.tool(people))) }
        json.endArray()
      })
  }

  /// Calls an action. Its reply is a text; a failure is a result that says so, so that the model can do better.
  private static func answer(_ request: MCPRequest, _ call: MCPCall, _ callee: some Callee) -> Answer {
    let answer = callee.answer(call.name, call.members)
    if answer.reply.status == 401 { return answer }
    guard Webhook.hasAction(call.name) else {
      let error = MCPError.invalidParameters("There is no tool \(call.name).")
      return Answer(reply: MCPReply.error(error, to: request, isRefusal: false))
    }
    var remains = CallRemains()
    remains.add(answer)
    return remains.answer(
      MCPReply.result(to: request) { json in
        json.key("content")
        json.beginArray()
        text(String(decoding: answer.reply.body, as: UTF8.self), &json)
        if let remark = answer.remark { text(remark, &json) }
        json.endArray()
        json.key("isError")
        json.bool(answer.reply.status >= 400)
      })
  }

  private static func text(_ text: String, _ json: inout JSONWriter) {
    json.beginObject()
    json.member("type", "text")
    json.member("text", text)
    json.endObject()
  }

  /// The business cannot be served; the problem is the error's data.
  private static func unavailable(_ problem: Problem, _ request: MCPRequest) -> Answer {
    let reply = problem.reply
    let data = try? JSONValue(parsing: reply.body)
    let detail = data?.objectValue?["detail"]?.stringValue ?? ""
    let error = MCPError(code: -32603, message: detail, status: reply.status, data: data)
    var remains = CallRemains()
    remains.add(Answer(refusing: problem))
    return remains.answer(MCPReply.error(error, to: request, isRefusal: false))
  }
}
