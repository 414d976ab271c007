// Moving and cancelling: who is calling, which booking, then what to do with it.

internal import CivilTime
internal import JSON

extension Bot {
  /// Cancels an appointment.
  func cancel() throws(CallEnd) {
    guard let booking = try ownBooking() else { return }
    guard try confirm("Shall I cancel \(text.booking(booking))?") else {
      line.say("All right, it stays.")
      return
    }
    let members: [(name: String, value: JSONValue)] = [
      ("bookingId", .string(booking["id"])), ("slotId", .string(booking["slotId"])),
      ("start", .string(booking["start"])),
    ]
    switch try attempt("cancelAppointment", members) {
    case .success: line.say("It is cancelled.")
    case .failure(let refusal): explain(refusal)
    }
  }

  /// Moves an appointment.
  func move() throws(CallEnd) {
    guard let booking = try ownBooking() else { return }
    line.say("It is about \(text.booking(booking)).")
    var wish = SlotWish(
      type: booking["appointmentType.id"], product: booking["product.id"], agent: nil, booking: booking["id"])
    guard var slot = try negotiate(wish) else { return }
    while true {
      guard try confirm("Shall I move it to \(text.time(slot)), with \(slot["agentName"])?") else {
        line.say("All right, it stays.")
        return
      }
      let members: [(name: String, value: JSONValue)] = [
        ("bookingId", .string(booking["id"])), ("slotIdOld", .string(booking["slotId"])),
        ("slotIdNew", .string(slot["id"])), ("start", .string(slot["start"])),
      ]
      switch try attempt("modifyAppointment", members) {
      case .success(let moved):
        line.say("Done: \(text.booking(moved)).")
        return
      case .failure(let refusal) where ["slot_taken", "too_soon", "too_far"].contains(refusal.code):
        guard let other = try renegotiate(&wish, after: refusal) else { return }
        slot = other
      case .failure(let refusal):
        explain(refusal)
        return
      }
    }
  }

  /// The booking that the caller wants to change; nil, and said why, where there is none.
  private func ownBooking() throws(CallEnd) -> JSONValue? {
    guard let user = try identify() else { return nil }
    let bookings = try ask("findExistingBooking", [("id", .string(user["id"]))]).arrayValue ?? []
    guard bookings.count > 1 else {
      if bookings.isEmpty { line.say("I find no appointment to come for you.") }
      return bookings.first
    }
    line.say("Which one?")
    return bookings[try choose(bookings.map { text.booking($0) })]
  }

  private func explain(_ refusal: WebhookRefusal) {
    switch refusal.code {
    case "too_late": line.say("I am sorry, it is too late to change this. Please talk to somebody at the counter.")
    case "booking_changed", "booking_cancelled": line.say("This was changed in the meantime. Please start again.")
    default: line.say("I am sorry, that cannot be done: \(refusal.title).")
    }
  }
}
