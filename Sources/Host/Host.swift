// One run of the program: take the request from whichever host started it, have it answered, write the reply, and
// only then say what was wrong and do what can wait. Webhook answers the request.
//
// Doors: a web server (CGI), AWS Lambda's runtime (an event on standard input), or neither: the body on standard
// input and the JSON on standard output, as shells, OpenFaaS and inetd have it.

internal import CivilTime
package import System
internal import Webhook

/// The program around the webhook.
package enum Host {
  /// The largest request that is read, in bytes (contract, section 1).
  static let bodyLimit = 64 * 1024
  /// How long a request may take to arrive, in milliseconds.
  static let bodyDeadline: Int64 = 10_000

  /// Whether these variables say that a web server or a function runtime started the program: then the command line
  /// is not the operator's (RFC 3875, section 4.4, lets a client fill it), and must be ignored.
  package static func isServer(_ variables: Variables) -> Bool { Door(variables) != .bare }

  /// Whether these variables say that a web server started the program, by CGI.
  package static func isWebServer(_ variables: Variables) -> Bool {
    if case .cgi = Door(variables) { true } else { false }
  }

  /// Reads one request from standard input, answers it on standard output and returns the exit status: 0 if a whole
  /// reply was written, whatever its status, else 1 (`hosting-facts`: hosts turn any other status into an error of
  /// their own).
  package static func serve(_ variables: Variables, calls: some SystemCalls) -> Int32 {
    let deadline = Deadline(milliseconds: bodyDeadline, calls)
    calls.prepareStreams()
    let door = Door(variables)
    let request = door.request(variables, deadline: deadline, calls)
    let answer = answer(request, variables, at: door, calls)
    guard StandardStreams.reply(request.format.text(answer.reply), calls) else { return 1 }
    report(answer, in: request.format, to: LogTarget(variables), calls)
    if let finish = answer.finish {
      calls.releaseStreams()
      finish()
    }
    return 0
  }

  /// Reads one request from standard input and refuses it with 403, whatever it asks: for a program that has no page.
  /// Returns the exit status as `serve` does.
  package static func refuse(_ variables: Variables, calls: some SystemCalls) -> Int32 {
    let deadline = Deadline(milliseconds: bodyDeadline, calls)
    calls.prepareStreams()
    let request = Door(variables).request(variables, deadline: deadline, calls)
    let reply = Reply(
      status: 403, body: Array("Nothing is served here.".utf8), contentType: "text/plain; charset=utf-8")
    return StandardStreams.reply(request.format.text(reply), calls) ? 0 : 1
  }

  /// The answer to a request: the host's own refusals first, then the webhook's.
  private static func answer(
    _ request: IncomingRequest, _ variables: Variables, at door: Door, _ calls: some SystemCalls
  ) -> Answer {
    if let method = request.method, method != "POST" { return Answer(reply: Problem.methodNotAllowed.reply) }
    let body: [UInt8]
    do {
      body = try request.body.get()
    } catch {
      return Answer(reply: error.reply)
    }
    let settings: Settings
    do {
      settings = try Settings(variables) { () throws(SettingsFault) in try RootDirectory.find(calls) }
    } catch {
      return Answer(reply: Problem.internalFault(error.sentence).reply)
    }
    var answer = Webhook.answer(body, deployment(settings, request, calls), diaries: settings.engine(at: door, calls))
    if settings.errorsAs200, [404, 409, 422].contains(answer.reply.status) { answer.reply.status = 200 }
    return answer
  }

  /// Logs a fault, and what was put right on the way: that only where it cannot become part of a good reply, as it does
  /// where a host mixes standard error into what it passes on.
  private static func report(
    _ answer: Answer, in format: ResponseFormat, to target: LogTarget, _ calls: some SystemCalls
  ) {
    let isMixed = format == .bare && target == .standardError
    let faults = [answer.reply.status >= 500 ? answer.reply.fault : nil, isMixed ? nil : answer.notice]
    for fault in faults.compactMap({ $0 }) {
      FaultLog.report(fault, status: answer.reply.status, to: target, calls)
    }
  }

  private static func deployment<Calls: SystemCalls>(
    _ settings: Settings, _ request: IncomingRequest, _ calls: Calls
  ) -> Deployment<Calls> {
    let credentials = Credentials(
      authorization: request.authorization, queryToken: settings.tokenInQuery ? request.queryToken : nil)
    let now = settings.now
    return Deployment(
      businesses: settings.businesses, cache: settings.data, endpoint: settings.entity ?? request.endpoint,
      access: credentials.access(deploymentToken: settings.token), clock: { now ?? SystemSources.now(calls) },
      random: { SystemSources.random($0, calls) }, calls: calls)
  }
}
