// The voice bot's part of a call: the greeting and what the caller wants. Bot+Booking.swift books,
// Bot+Changes.swift moves and cancels. The webhook is asked what the API's "General Workflow" says, in its order.

internal import CivilTime
internal import JSON

/// A voice bot on the line.
struct Bot {
  let client: WebhookClient
  let line: TelephoneLine
  let phrases: Phrases
  let text: BookingText

  /// Takes a call from the greeting to the goodbye.
  func answer(entity: String, sipID: String?) throws(CallEnd) {
    var entity = entity
    if let sipID { entity = try ask("getEntityForSipId", [("sipId", .string(sipID))])["entityId"] }
    let name = try ask("getBusinessName", [("entityId", .string(entity))])["name"]
    line.say("Hello, this is \(name). What can I do for you?")
    while true {
      switch try choose(["Book an appointment", "Move an appointment", "Cancel an appointment", "Nothing, goodbye"]) {
      case 0: try book(entity)
      case 1: try move()
      case 2: try cancel()
      default:
        line.say("Goodbye!")
        return
      }
      line.say("Is there anything else?")
    }
  }

  /// Asks the webhook.
  func ask(_ action: String, _ members: [(name: String, value: JSONValue)]) throws(CallEnd) -> JSONValue {
    do {
      return try client.ask(action, members)
    } catch {
      throw CallEnd(error)
    }
  }

  /// Asks the webhook something that it may refuse for a reason that can be talked about.
  func attempt(
    _ action: String, _ members: [(name: String, value: JSONValue)]
  ) throws(CallEnd) -> Result<JSONValue, WebhookRefusal> {
    do {
      return .success(try client.ask(action, members))
    } catch {
      if error.fault != nil { throw CallEnd(error) }
      return .failure(error)
    }
  }

  /// Reads out a choice and hears which one it is; with one only, it is that one.
  func choose(_ choices: [String]) throws(CallEnd) -> Int {
    line.offer(choices)
    while true {
      let answer = try line.hear()
      switch Choice.meaning(of: answer, among: choices) {
      case .one(let index): return index
      case .several: line.say("That could be more than one. Please say the number.")
      case .none: try askAgain("Sorry, which one? A number from 1 to \(choices.count) will do.", after: answer)
      }
    }
  }

  /// Asks a question that is answered with yes or no.
  func confirm(_ question: String) throws(CallEnd) -> Bool {
    line.say(question)
    while true {
      let answer = try line.hear()
      if let isYes = Choice.yes(answer) { return isYes }
      try askAgain("Yes or no?", after: answer)
    }
  }

  /// Asks again after an answer that was not understood; who said goodbye has hung up.
  func askAgain(_ question: String, after answer: String) throws(CallEnd) {
    if Choice.isFarewell(answer) { throw .hungUp }
    line.say(question)
  }
}

extension CallEnd {
  fileprivate init(_ refusal: WebhookRefusal) {
    self = .fault(refusal.fault ?? "\(refusal.title) (\(refusal.code)): \(refusal.detail)")
  }
}
