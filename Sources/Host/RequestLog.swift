// The log of requests, where VOICEBOT_REQUESTS names one (contract, section 8): a line for each call, after the reply. The
// file is opened by its name each time and written to once, at its end, so lines of processes that answer at the same time
// stay whole, and the file may be renamed or cut by whatever rotates logs.
//
//     2026-11-28T18:40:00.123Z getSlots praxis ok 1.234
//
// Time in UTC, action, business, code, milliseconds. Nothing comes from a caller but names that the program knows: `-`
// stands for any other. A message at a door that calls no action has the door's name for an action.

internal import Business
internal import CivilTime
internal import JSON
internal import System
internal import Webhook

enum RequestLog {
  /// Appends a line for each call that was answered. What is wrong where that fails, for the operator's log.
  static func append(
    _ answer: Answer, to path: String, of request: IncomingRequest, took: Int64, _ variables: Variables,
    _ calls: some SystemCalls
  ) -> String? {
    let time = time(SystemSources.now(calls))
    let business = endpoint(request, variables, calls)
    var text = ""
    for call in answer.calls {
      let action = call.subject.map { $0.actionName } ?? "-"
      text += line(time, action, call.subject?.business.text ?? business, code(call.code, call.status), call.duration)
    }
    if answer.calls.isEmpty {
      text = line(
        time, answer.subject.map { $0.actionName } ?? action(request), answer.subject?.business.text ?? business,
        code(answer.reply.code, answer.reply.status), took)
    }
    do throws(SystemError) {
      // Not blocking: a pipe without a reader must not keep the process waiting.
      let descriptor = try retrying { () throws(SystemError) in try calls.open(path, .append) }
      defer { calls.close(descriptor) }
      return StandardStreams.offer(Array(text.utf8), to: descriptor, calls)
        ? nil : "VOICEBOT_REQUESTS names a file that cannot be written to."
    } catch {
      return "VOICEBOT_REQUESTS names a file that cannot be opened: \(error.phrase)."
    }
  }

  /// In UTC, with milliseconds also where there are none: `2026-11-28T18:40:00.000Z`.
  private static func time(_ now: Instant) -> String {
    let text = ISO8601.writeUTC(now)
    return now.milliseconds % 1000 == 0 ? "\(Substring(text.utf8.dropLast())).000Z" : text
  }

  private static func line(
    _ time: String, _ action: String, _ business: String, _ code: String, _ nanoseconds: Int64
  ) -> String {
    let microseconds = max(0, nanoseconds) / 1000
    let fraction = String(1000 + microseconds % 1000).utf8.dropFirst()
    return "\(time) \(action) \(business) \(code) \(microseconds / 1000).\(Substring(fraction))\n"
  }

  /// `ok`, the problem's code, or the status where that is all there is.
  private static func code(_ code: String, _ status: Int) -> String {
    if !code.isEmpty { return code }
    return status < 400 ? "ok" : String(status)
  }

  /// The action of a request that was refused before its business was known, if it is one.
  private static func action(_ request: IncomingRequest) -> String {
    switch request.address.door {
    case .action(let name): return name
    case .mcp: return "mcp"
    case .vapi: return "vapi"
    case .retell: return "retell"
    case .unknown: return "-"
    case .plain:
      guard case .success(let body) = request.body, let value = try? JSONValue(parsing: body, leniency: .callers),
        let name = value.objectValue?["action"]?.stringValue, Webhook.hasAction(name)
      else { return "-" }
      return name
    }
  }

  /// The business of the endpoint, if there is one of that name: an address is the client's to fill.
  private static func endpoint(
    _ request: IncomingRequest, _ variables: Variables, _ calls: some SystemCalls
  ) -> String {
    let name = variables.nonEmpty("VOICEBOT_ENTITY") ?? request.address.entity
    guard let id = name.flatMap({ Identifier($0) }),
      let settings = try? Settings(variables, root: { () throws(SettingsFault) in try RootDirectory.find(calls) }),
      (try? calls.status(of: settings.businesses + "/" + id.text + ".yaml")) != nil
    else { return "-" }
    return id.text
  }
}
