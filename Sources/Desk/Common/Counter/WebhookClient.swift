// Asks the webhook in this process, with the deployment's real files, what a voice bot asks it over the network.

internal import System
internal import JSON
internal import Webhook

/// A client of the webhook.
struct WebhookClient {
  /// The deployment that answers.
  let deployment: Deployment<LinuxCalls>
  /// What keeps its diaries.
  let engine: DeskEngine
  /// Is shown each request and the reply to it, as they are on the wire.
  var observe: (_ request: String, _ status: Int, _ reply: String) -> Void = { _, _, _ in }

  /// Sends an action with its members, in this order.
  /// - Returns: what was answered.
  /// - Throws: what the webhook refused, and why.
  func ask(_ action: String, _ members: [(name: String, value: JSONValue)]) throws(WebhookRefusal) -> JSONValue {
    let request = JSONValue.members([("action", .string(action))] + members.map { ($0.name, $0.value) }).text
    let answer = Webhook.answer(.body(Array(request.utf8)), deployment, diaries: engine)
    observe(request, answer.reply.status, String(decoding: answer.reply.body, as: UTF8.self))
    answer.finish?()
    let value = Self.value(answer.reply.body)
    if answer.reply.status == 200 { return value }
    throw WebhookRefusal(value, status: answer.reply.status, fault: answer.reply.fault)
  }
}

extension WebhookClient {
  /// Sends several requests to book as one decision (`Webhook.bookSeries`).
  /// - Returns: the booking or the refusal of each; nil for one that could have been booked where none was.
  /// - Throws: what is wrong with all of them.
  func bookSeries(
    _ requests: [[(name: String, value: JSONValue)]], leavingOut: Bool, onlyTrying: Bool
  ) throws(WebhookRefusal) -> (replies: [Result<JSONValue, WebhookRefusal>?], isBooked: Bool) {
    let sent = requests.map { members in
      let all = [("action", JSONValue.string("bookAppointment"))] + members.map { ($0.name, $0.value) }
      return SentRequest.body(Array(JSONValue.members(all).text.utf8))
    }
    let answer = Webhook.bookSeries(
      sent, leavingOut: leavingOut, onlyTrying: onlyTrying, deployment, diaries: engine)
    answer.finish?()
    let replies = answer.replies.map { reply in
      reply.map { reply -> Result<JSONValue, WebhookRefusal> in
        let value = Self.value(reply.body)
        return reply.status == 200
          ? .success(value) : .failure(WebhookRefusal(value, status: reply.status, fault: reply.fault))
      }
    }
    // One reply to several requests is to all of them.
    if replies.count < requests.count, case .failure(let refusal)?? = replies.first { throw refusal }
    if !answer.isBooked, requests.count == 1, case .failure(let refusal)?? = replies.first, !refusal.isOfItsTime {
      throw refusal
    }
    return (replies, answer.isBooked)
  }

  private static func value(_ body: [UInt8]) -> JSONValue {
    (try? JSONValue(parsing: body, limits: JSONLimits(bytes: 1 << 28))) ?? .null
  }
}

/// A problem that the webhook answered with (contract, section 4).
struct WebhookRefusal: Error {
  /// The HTTP status that goes with it.
  let status: Int
  /// The stable code, such as `slot_taken`.
  let code: String
  let title: String
  let detail: String
  /// The fields that are missing, wrong or to be asked for next, as `booker.phone`.
  let fields: [String]
  /// The member of the request that is wrong, as `booker.phone`; empty where none is named.
  let field: String
  /// Slots that are on offer instead.
  let alternatives: [JSONValue]
  /// For the operator, where the fault is the deployment's.
  let fault: String?

  /// Whether another time may be free of it.
  var isOfItsTime: Bool { ["slot_taken", "too_soon", "too_far"].contains(code) }

  fileprivate init(_ problem: JSONValue, status: Int, fault: String?) {
    self.status = status
    code = problem["code"]
    title = problem["title"]
    detail = problem["detail"]
    fields = problem.objectValue?["fields"]?.arrayValue?.compactMap(\.stringValue) ?? []
    field = problem["field"]
    alternatives = problem.objectValue?["alternatives"]?.arrayValue ?? []
    self.fault = fault
  }
}
