// Finding a time that suits: the caller names a day, the bot what is free on it or next.

internal import CivilTime
internal import JSON

/// What times are wanted for.
struct SlotWish {
  var type: String
  var product: String
  /// The agent wished; nil for any.
  var agent: String?
  /// The booking that is to be moved.
  var booking: String?
}

extension Bot {
  /// Finds a slot with the caller; nil where the caller gives up.
  func negotiate(_ wish: SlotWish) throws(CallEnd) -> JSONValue? {
    line.say("On which day? Say for example tomorrow, Monday or 24.11., or “none” to leave it.")
    while true {
      let answer = try line.hear()
      if ["none", "stop", "no"].contains(answer.lowercased()) {
        line.say("All right.")
        return nil
      }
      let day: LocalDate
      var clock: String?
      switch phrases.moment(answer) {
      case .day(let date)?: day = date
      case .reading(let reading)?:
        day = reading.date
        clock = Wording.clock(minute: reading.millisecondOfDay / 60_000)
      case .instant?, nil:
        try askAgain("Sorry, which day is that? Say for example tomorrow, Monday or 24.11.", after: answer)
        continue
      }
      let slots = try slots(wish, from: day, days: 1, limit: nil)
      if slots.isEmpty {
        try proposeOther(wish, than: day)
      } else if let clock, let slot = slots.first(where: { text.clock($0) == clock }) {
        line.say("\(text.time(slot)) is free.")
        return slot
      } else if let slot = try choose(slots, on: day, wish, refused: clock) {
        return slot
      } else {
        line.say("On which day then?")
      }
    }
  }

  /// After a slot was refused: another one, from the alternatives that came with it or from another day.
  func renegotiate(_ wish: inout SlotWish, after refusal: WebhookRefusal) throws(CallEnd) -> JSONValue? {
    switch refusal.code {
    case "slot_taken": line.say("I am sorry, somebody was faster.")
    case "too_soon": line.say("I am sorry, that is too soon to be booked.")
    case "too_far": line.say("I am sorry, that is too far ahead.")
    default:
      line.say("I am sorry, that cannot be done: \(refusal.title).")
      return nil
    }
    guard !refusal.alternatives.isEmpty else { return try negotiate(wish) }
    line.say("What about one of these?")
    let alternatives = refusal.alternatives
    let choice = try choose(alternatives.map { text.time($0) + " with " + $0["agentName"] } + ["Another day"])
    return alternatives.indices.contains(choice) ? alternatives[choice] : try negotiate(wish)
  }

  /// Which of a day's slots; nil for another day. A time may be said as a time; `refused` was, and is not free.
  private func choose(
    _ slots: [JSONValue], on day: LocalDate, _ wish: SlotWish, refused: String?
  ) throws(CallEnd) -> JSONValue? {
    line.say(Wording.day(day) + (refused.map { ": \($0) is not free. At what time?" } ?? ": at what time?"))
    let names = Set(slots.map { $0["agentName"] }).count > 1
    let choices =
      slots.map { text.clock($0) + (names ? " with " + $0["agentName"] : "") + $0.remaining } + ["Another day"]
    line.offer(choices)
    while true {
      let answer = try line.hear()
      if let minute = phrases.minute(answer), answer.contains(":") || answer.contains(".") || Int(answer) == nil {
        let clock = Wording.clock(minute: minute)
        if let slot = slots.first(where: { text.clock($0) == clock }) { return slot }
        line.say("\(clock) is not free. The number of one of these will do.")
        continue
      }
      switch Choice.meaning(of: answer, among: choices) {
      case .one(let index): return slots.indices.contains(index) ? slots[index] : nil
      case .several: line.say("That could be more than one. Please say the number or the time.")
      case .none:
        try askAgain("Sorry, which one? Say its number, or a time like \(text.clock(slots[0])).", after: answer)
      }
    }
  }

  private func proposeOther(_ wish: SlotWish, than day: LocalDate) throws(CallEnd) {
    let next = try slots(wish, from: day, days: 60, limit: 1).first
    guard let next, let free = text.day(next) else {
      line.say("\(Wording.day(day)): nothing is free then, nor in the weeks after. Which other day?")
      return
    }
    line.say("\(Wording.day(day)): nothing is free. The next free day is \(Wording.day(free)). Which day?")
  }

  private func slots(_ wish: SlotWish, from day: LocalDate, days: Int, limit: Int?) throws(CallEnd) -> [JSONValue] {
    var members: [(name: String, value: JSONValue)] = [
      ("appointmentTypeId", .string(wish.type)), ("agentId", wish.agent.map(JSONValue.string) ?? .null),
      ("productId", .string(wish.product)), ("dateTime", .string(day.text)),
      ("timezone", .string(phrases.zone.name)),
    ]
    if days > 1 { members.append(("days", .number(JSONNumber(days)))) }
    if let limit { members.append(("limit", .number(JSONNumber(limit)))) }
    if let booking = wish.booking { members.append(("bookingId", .string(booking))) }
    return try ask("getSlots", members).arrayValue ?? []
  }
}

extension JSONValue {
  /// `, 5 places left` of a slot of a group.
  fileprivate var remaining: String {
    objectValue?["remaining"]?.integerValue.map { ", \($0) \($0 == 1 ? "place" : "places") left" } ?? ""
  }
}
