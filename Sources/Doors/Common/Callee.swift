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
  private var notices: [String] = []
  private var faults: [(status: Int, sentence: String)] = []

  /// Takes what a call leaves.
  mutating func add(_ answer: Answer) {
    if let finish = answer.finish { finishes.append(finish) }
    if let notice = answer.notice { notices.append(notice) }
    if let fault = answer.reply.fault { faults.append((answer.reply.status, fault)) }
  }

  /// The answer that has this reply.
  func answer(_ reply: Reply) -> Answer {
    var answer = Answer(reply: reply)
    let finishes = finishes
    if !finishes.isEmpty { answer.finish = { for finish in finishes { finish() } } }
    if !notices.isEmpty { answer.notice = notices.joined(separator: "; ") }
    answer.faults = faults
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
