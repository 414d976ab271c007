// `modifyAppointment` and `cancelAppointment`. A retry of either succeeds and changes nothing.

internal import Diary
internal import Business
internal import CivilTime
internal import Scheduling

extension RequestContext {
  /// `modifyAppointment`.
  func move(in store: some DiaryStore) throws(Problem) -> Answer {
    try request.require(action.ids)
    let stated = try statedStart()
    let old = try slotID("slotIdOld")
    let new = try slotID("slotIdNew")
    let id = try bookingID()
    let foresee: (inout ForeseenQuestions) -> Void = { foreseen in
      if let id { foreseen.subject(id) }
      self.foresee(new, in: &foreseen)
    }
    return try write(to: store, foreseeing: foresee) { context, writer, now throws(Problem) in
      let (booking, place) = try context.booking(in: writer.diary)
      if booking.status == .booked, place.equals(new) { return Told(booking) }
      try context.checkChange(of: booking, at: place, to: old, now: now)
      if new.type != place.type || new.product != place.product { throw .slotMismatch(field: "slotIdNew") }
      if let stated, !stated.names(new.start, in: context.business.zone) { throw .slotMismatch(field: "start") }
      return try context.move(booking, to: new, in: &writer, now: now)
    }
  }

  /// `cancelAppointment`.
  func cancel<Store: DiaryStore>(in store: Store) throws(Problem) -> Answer {
    try request.require(action.ids)
    let stated = try statedStart()
    let slot = try slotID("slotId")
    let id = try bookingID()
    let foresee: (inout ForeseenQuestions) -> Void = { if let id { $0.subject(id) } }
    return try write(to: store, foreseeing: foresee) { context, writer, now throws(Problem) in
      var (booking, place) = try context.booking(in: writer.diary)
      if booking.status == .cancelled { return Told(booking) }
      if let stated, !stated.names(place.start, in: context.business.zone) { throw .bookingChanged }
      try context.checkChange(of: booking, at: place, to: slot, now: now)
      booking.status = .cancelled
      try context.stored { () throws(Store.Failure) in
        try writer.append(.cancelled(booking), at: now, by: context.deployment.actor)
      }
      return Told(booking)
    }
  }

  /// The booking that the request names, and where it is now.
  private func booking<View: DiaryView>(in diary: View) throws(Problem) -> (booking: Booking, place: SlotID) {
    guard let id = try bookingID(),
      let booking = try stored({ () throws(View.Failure) in try diary.booking(id) }),
      let place = booking.place
    else {
      throw .unknownBooking
    }
    return (booking, place)
  }

  /// Whether a booking is live, is where the request says, and may still be changed.
  private func checkChange(of booking: Booking, at place: SlotID, to stated: SlotID, now: Instant) throws(Problem) {
    if booking.status == .cancelled { throw .bookingCancelled }
    if !place.equals(stated) { throw .bookingChanged }
    let terms = business.product(place.product)?.terms ?? business.terms
    if now > booking.start.adding(seconds: -terms.changeUntil) { throw .tooLate }
  }

  private func move<Writer: DiaryWriter>(
    _ booking: Booking, to slot: SlotID, in writer: inout Writer, now: Instant
  ) throws(Problem) -> Told {
    guard let type = business.appointmentType(slot.type) else { throw .unknownAppointmentType }
    guard type.products.contains(slot.product), let product = business.product(slot.product) else {
      throw .unknownProduct
    }
    let place = try offered(slot, type: type, product: product, ignoring: booking.id, in: writer.diary, now: now)
    var moved = booking
    moved.agent = Named(id: place.agent.text, name: business.agent(place.agent)?.name ?? place.agent.text)
    moved.start = place.start
    moved.hold(product)
    try stored { () throws(Writer.Failure) in try writer.append(.moved(moved), at: now, by: deployment.actor) }
    return Told(moved)
  }
}
