// Takes time of an agent and gives it back: the decisions, under the lock under which bookings are decided.

internal import Diary
internal import DiaryFile
internal import Business
internal import CivilTime
internal import Scheduling

/// What a counter does with the time of one agent.
struct Blocking {
  let counter: Counter
  /// The short id of the agent; one that today's business file does not know any more has blocks all the same. Nil means
  /// all agents.
  let agent: String?

  /// Blocks a stretch of time, and says so.
  ///
  /// Bookings whose occupied time meets it (buffers count) are in the way unless `force`. A block of just this stretch
  /// that is there already is left as it is. `verbose` names the bookings and their people.
  func block(_ span: Range<Instant>, reason: String?, force: Bool, verbose: Bool) throws(DeskFailure) -> String {
    let words = reason?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
    let block = Block(
      id: newID, agent: agent, start: span.lowerBound, end: span.upperBound, reason: words.isEmpty ? nil : words)
    let outcome = try write { writer throws(DiaryError) in
      let taken = try writer.diary.occupations(in: span).filter { $0.agent == agent }
      let same = taken.first { $0.product == nil && $0.start == block.start && $0.end == block.end }
      if let same { return Outcome.alreadyBlocked(id: same.bookingID) }
      var bookings: [Booking] = []
      for occupation in taken where occupation.product != nil {
        if let booking = try writer.diary.booking(occupation.bookingID) { bookings.append(booking) }
      }
      if !force, !bookings.isEmpty { return Outcome.inTheWay(bookings) }
      try writer.append(.blocked(block), at: counter.premises.clock)
      return Outcome.blocked(over: bookings)
    }
    let what = "\(name), \(text(span))"
    switch outcome {
    case .alreadyBlocked(let id): return "Already blocked: \(what) (\(ShortID.shown(id)))\n"
    case .inTheWay(let bookings):
      let list = verbose ? "\n" + lines(bookings) : ""
      let advice = verbose ? "" : " --verbose says which."
      throw DeskFailure(
        "\(Wording.count(bookings.count, "booking")) in the way: \(what).\(advice) "
          + "--force blocks all the same and leaves them.\(list)")
    case .blocked(let bookings):
      let why = block.reason.map { ": \(TerminalText.harmless($0))" } ?? ""
      let left = bookings.isEmpty ? "" : "Left as they are: \(Wording.count(bookings.count, "booking")).\n"
      return "Blocked: \(what) (\(ShortID.shown(block.id)))\(why)\n" + left
        + (verbose && !bookings.isEmpty ? lines(bookings) + "\n" : "")
    }
  }

  /// Gives a whole block back, and says so. One that was given back already stays so.
  func unblock(_ block: Block) throws(DeskFailure) -> String {
    let wasHeld = try write { writer throws(DiaryError) in
      guard let held = try writer.diary.block(block.id), held.isHeld else { return false }
      try writer.append(.unblocked(held.block), at: counter.premises.clock)
      return true
    }
    return "\(wasHeld ? "Given back" : "Already given back"): \(name), \(text(block.start..<block.end))\n"
  }

  /// Gives back what is blocked of a stretch of time, and says so. What of a block lies outside stays blocked: the rest
  /// is blocked anew before the whole is given back, so that an interrupted command leaves too much blocked and
  /// never too little.
  func unblock(_ span: Range<Instant>) throws(DeskFailure) -> String {
    let given = try write { writer throws(DiaryError) in
      var given: [Range<Instant>] = []
      for occupation in try writer.diary.occupations(in: span)
      where occupation.agent == agent && occupation.product == nil {
        guard let held = try writer.diary.block(occupation.bookingID)?.block else { continue }
        for rest in [held.start..<max(held.start, span.lowerBound), min(held.end, span.upperBound)..<held.end]
        where !rest.isEmpty {
          let block = Block(id: newID, agent: agent, start: rest.lowerBound, end: rest.upperBound, reason: held.reason)
          try writer.append(.blocked(block), at: counter.premises.clock)
        }
        try writer.append(.unblocked(held), at: counter.premises.clock)
        given.append((held.start..<held.end).clamped(to: span))
      }
      return given
    }
    guard !given.isEmpty else { return "Nothing is blocked: \(name), \(text(span))\n" }
    return given.map { "Given back: \(name), \(text($0))\n" }.joined()
  }

  private enum Outcome {
    case blocked(over: [Booking])
    case alreadyBlocked(id: String)
    case inTheWay([Booking])
  }

  private func write<Answer>(
    _ decide: (inout DeskEngine.Store.Writer) throws(DiaryError) -> Answer
  ) throws(DeskFailure) -> Answer {
    try counter.premises.diary(of: counter.business.id) { store throws(DiaryError) in try store.write(decide).answer }
  }

  private var name: String {
    guard let agent else { return "All agents" }
    return TerminalText.harmless(counter.business.agents.first { $0.id.text == agent }?.name ?? agent)
  }

  private func text(_ span: Range<Instant>) -> String {
    let zone = counter.business.zone
    let day = zone.local(span.lowerBound).date
    return Wording.stretch(span.lowerBound, span.upperBound, zone.offsets(from: day, through: day))
  }

  private func lines(_ bookings: [Booking]) -> String {
    bookings.map { booking in
      let what = TerminalText.harmless("\(booking.product.name), \(booking.participant.shown)")
      return "  \(ShortID.shown(booking.id))  \(text(booking.start..<booking.end)): \(what)"
    }.joined(separator: "\n")
  }

  /// A new id, such as `gleichgewicht.k7f3m2x9…`.
  private var newID: String {
    PublicID.random("k", in: counter.business.id, bytes: counter.premises.random(PublicID.randomBytes))
  }
}
