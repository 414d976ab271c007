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

  /// The answer to a request: the host's own refusals first, then the webhook's. `VOICEBOT_ERRORS=200` hides the status of
  /// failures whose body callers would drop; those that proxies and clients act on keep it, and so does `mcp`, where the
  /// protocol says which status there is.
  private static func answer(
    _ request: IncomingRequest, _ variables: Variables, at door: Door, _ calls: some SystemCalls
  ) -> Answer {
    if let method = request.method, method != "POST" { return Answer(reply: Problem.methodNotAllowed.reply) }
    let settings: Settings
    do {
      settings = try Settings(variables) { () throws(SettingsFault) in try RootDirectory.find(calls) }
    } catch {
      if case .failure(let problem) = request.body { return Answer(reply: problem.reply) }
      return Answer(reply: Problem.internalFault(error.sentence).reply)
    }
    var answer: Answer
    switch request.body {
    case .failure(let problem): answer = Answer(reply: problem.reply)
    case .success(let body): answer = ActionDoor.answer(body, request, settings, at: door, calls)
    }
    let status = answer.reply.status
    if settings.errorsAs200, 400..<500 ~= status, request.address.door != .mcp,
      ![401, 405, 408, 411, 413].contains(status)
    {
      answer.reply.status = 200
    }
    return answer
  }

  /// Logs a fault, and what was put right on the way: that only where it cannot become part of a good reply, as it does
  /// where a host mixes standard error into what it passes on.
  private static func report(
    _ answer: Answer, in format: ResponseFormat, to target: LogTarget, _ calls: some SystemCalls
  ) {
    let isMixed = format == .bare && target == .standardError
    if answer.reply.status >= 500, let fault = answer.reply.fault {
      FaultLog.report(fault, status: answer.reply.status, to: target, calls)
    }
    for fault in answer.faults { FaultLog.report(fault.sentence, status: fault.status, to: target, calls) }
    if !isMixed, let notice = answer.notice {
      FaultLog.report(notice, status: answer.reply.status, to: target, calls)
    }
  }
}
