// Which door answers a request, and the webhook behind the doors that have several calls or an envelope.

internal import Business
internal import Doors
internal import JSON
internal import System
internal import Webhook

extension ActionDoor {
  /// The answer to a body that came to an address.
  static func answer(
    _ body: [UInt8], _ request: IncomingRequest, _ settings: Settings, at host: Door, _ calls: some SystemCalls
  ) -> Answer {
    let deployment = settings.deployment(request, calls)
    let sent: SentRequest
    switch request.address.door {
    case .plain: sent = .body(body)
    case .action(let name): sent = .members(body, action: name)
    case .unknown: sent = .lost
    case .mcp, .vapi, .retell:
      return enveloped(body, request, DoorCallee(deployment: deployment, settings: settings, host: host))
    }
    return settings.answer(sent, deployment, at: host)
  }

  private static func enveloped(_ body: [UInt8], _ request: IncomingRequest, _ callee: some Callee) -> Answer {
    switch request.address.door {
    case .vapi: VapiDoor.answer(body, callee)
    case .retell: RetellDoor.answer(body, callee)
    default:
      MCPDoor.answer(body, request.protocolHeaders ?? MCPHeaders { _ in nil }, callee)
    }
  }
}

/// The webhook of a deployment, as doors for language models call it. All calls of one reply together wait for other
/// writers as long as one request may (contract, section 9).
private struct DoorCallee<Calls: SystemCalls>: Callee {
  private let deployment: Deployment<Calls>
  private let settings: Settings
  private let host: Door
  private let began: Int64

  init(deployment: Deployment<Calls>, settings: Settings, host: Door) {
    self.deployment = deployment
    self.settings = settings
    self.host = host
    self.began = deployment.calls.uptime()
  }

  func entrance() throws(Problem) -> Business { try Webhook.entrance(deployment) }

  func answer(_ action: String, _ members: JSONObject) -> Answer {
    let calls = deployment.calls
    let start = calls.uptime()
    var answer = settings.answer(
      .call(action: action, members: members), deployment, at: host, after: start - began)
    answer.duration = calls.uptime() - start
    return answer
  }
}

extension Settings {
  /// What the webhook is given for a request.
  fileprivate func deployment<Calls: SystemCalls>(_ request: IncomingRequest, _ calls: Calls) -> Deployment<Calls> {
    let credentials = Credentials(
      authorization: request.authorization, queryToken: tokenInQuery ? request.queryToken : nil)
    let now = now
    let answersModels =
      switch request.address.door {
      case .plain, .action, .unknown: false
      case .mcp, .vapi, .retell: true
      }
    return Deployment(
      businesses: businesses, cache: data, endpoint: entity ?? request.address.entity,
      addressed: entity == nil ? nil : request.address.entity, answersModels: answersModels,
      access: credentials.access(deploymentToken: token), clock: { now ?? SystemSources.now(calls) },
      random: { SystemSources.random($0, calls) }, calls: calls)
  }
}
