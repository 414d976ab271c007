// What a door asks of the webhook. Host has the one that answers; a door knows nothing of hosts.

package import Business
package import JSON
package import Webhook

/// The webhook as a door sees it: each call is one request, with its own routing, token, lock and clock.
package protocol Callee {
  /// The business of the door, or why the asker may not come in.
  func entrance() throws(Problem) -> Business

  /// The answer to a call of an action.
  func answer(_ action: String, _ members: JSONObject) -> Answer
}

/// What calls within one reply leave to be done and to be reported.
struct CallRemains {
  private var finishes: [@Sendable () -> Void] = []
  private var faults: [(status: Int, sentence: String)] = []
  private var calls: [AnsweredCall] = []

  /// Takes what a call leaves. A notice has the status of its own call, and not the envelope's.
  mutating func add(_ answer: Answer) {
    calls.append(AnsweredCall(answer))
    if let finish = answer.finish { finishes.append(finish) }
    if let notice = answer.notice { faults.append((answer.reply.status, notice)) }
    if let fault = answer.reply.fault { faults.append((answer.reply.status, fault)) }
  }

  /// The answer that has this reply.
  func answer(_ reply: Reply) -> Answer {
    var answer = Answer(reply: reply)
    let finishes = finishes
    if !finishes.isEmpty { answer.finish = { for finish in finishes { finish() } } }
    answer.faults = faults
    answer.calls = calls
    return answer
  }
}

extension Answer {
  /// The webhook's reply on one line, with the sentence behind an empty listing.
  var line: String {
    let body = String(decoding: reply.body, as: UTF8.self)
    return remark.map { body + " " + $0 } ?? body
  }
}

extension JSONObject {
  /// The value of a member, unless it is null.
  func present(_ name: String) -> JSONValue? {
    guard let value = self[name], value != .null else { return nil }
    return value
  }
}

/// Whether an asker may come in at a door.
enum Admission {
  /// Yes, and the business can be served.
  case admitted(Business)
  /// No: nothing else is said.
  case refused(Answer)
  /// Yes, but the business cannot be served, or the address names none.
  case unavailable(Problem)
}

extension Callee {
  /// Whether the asker may come in.
  func admission() -> Admission {
    do {
      return .admitted(try entrance())
    } catch {
      let answer = Answer(refusing: error)
      return answer.reply.status == 401 ? .refused(answer) : .unavailable(error)
    }
  }

  /// The refusal of an asker who may not come in; nil for others.
  func refusal() -> Answer? {
    if case .refused(let answer) = admission() { answer } else { nil }
  }
}
