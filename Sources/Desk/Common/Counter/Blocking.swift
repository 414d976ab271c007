// Takes time of an agent or of all and gives it back: the decisions, under the lock under which bookings are decided.

internal import Diary
internal import DiaryFile
internal import Business
internal import CivilTime
internal import Scheduling

/// What a counter does with the time of one agent, or of all.
struct Blocking {
  let counter: Counter
  /// The short id of the agent; one that today's business file does not know any more has blocks all the same. Nil means
  /// all agents.
  let agent: String?

  /// What came of blocking.
  enum Outcome {
    /// The block was made; these bookings lie in it and stay.
    case blocked(Block, over: [Booking])
    /// The same block was there already.
    case alreadyBlocked(id: String)
    /// Nothing was done: these bookings are in the way.
    case inTheWay([Booking])
  }

  /// Blocks a stretch of time.
  ///
  /// Bookings whose occupied time meets it (buffers count) are in the way unless `force`. A block of just this stretch
  /// that is there already is left as it is.
  func take(_ span: Range<Instant>, reason: String?, force: Bool) throws(DeskFailure) -> Outcome {
    let words = reason?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
    let block = Block(
      id: newID, agent: agent, start: span.lowerBound, end: span.upperBound, reason: words.isEmpty ? nil : words)
    return try write { writer throws(DiaryError) in
      let taken = try writer.diary.occupations(in: span).filter { agent == nil || $0.agent == agent }
      let same = taken.first {
        $0.product == nil && $0.agent == agent && $0.start == block.start && $0.end == block.end
      }
      if let same { return Outcome.alreadyBlocked(id: same.bookingID) }
      var bookings: [Booking] = []
      for occupation in taken where occupation.product != nil {
        if let booking = try writer.diary.booking(occupation.bookingID) { bookings.append(booking) }
      }
      if !force, !bookings.isEmpty { return Outcome.inTheWay(bookings) }
      try writer.append(.blocked(block), at: counter.premises.clock, by: counter.premises.actor)
      return Outcome.blocked(block, over: bookings)
    }
  }

  /// Blocks a stretch of time, and says so. What is said names the bookings, their people and whom to call.
  func block(_ span: Range<Instant>, reason: String?, force: Bool) throws(DeskFailure) -> String {
    let what = "\(name), \(text(span))"
    switch try take(span, reason: reason, force: force) {
    case .alreadyBlocked(let id): return "Already blocked: \(what) (\(ShortID.shown(id)))\n"
    case .inTheWay(let bookings):
      throw DeskFailure(
        "\(Wording.count(bookings.count, "booking")) in the way: \(what). "
          + "--force blocks all the same and leaves them.\n\(lines(bookings))")
    case .blocked(let block, over: let bookings):
      let why = block.reason.map { ": \(TerminalText.harmless($0))" } ?? ""
      let left =
        bookings.isEmpty ? "" : "Left as they are: \(Wording.count(bookings.count, "booking")).\n\(lines(bookings))\n"
      return "Blocked: \(what) (\(ShortID.shown(block.id)))\(why)\n\(left)"
    }
  }

  /// Gives a whole block back; false where it was given back already.
  func giveBack(_ block: Block) throws(DeskFailure) -> Bool {
    try write { writer throws(DiaryError) in
      guard let held = try writer.diary.block(block.id), held.isHeld else { return false }
      try writer.append(.unblocked(held.block), at: counter.premises.clock, by: counter.premises.actor)
      return true
    }
  }

  /// Gives a whole block back, and says so. One that was given back already stays so.
  func unblock(_ block: Block) throws(DeskFailure) -> String {
    let wasHeld = try giveBack(block)
    return "\(wasHeld ? "Given back" : "Already given back"): \(name), \(text(block.start..<block.end))\n"
  }

  /// Gives back what is blocked of a stretch of time, and returns that. What of a block lies outside stays blocked: the
  /// rest is blocked anew before the whole is given back, so that an interrupted command leaves too much blocked and
  /// never too little.
  func giveBack(_ span: Range<Instant>) throws(DeskFailure) -> [Range<Instant>] {
    try write { writer throws(DiaryError) in
      var given: [Range<Instant>] = []
      for occupation in try writer.diary.occupations(in: span)
      where occupation.agent == agent && occupation.product == nil {
        guard let held = try writer.diary.block(occupation.bookingID)?.block else { continue }
        for rest in [held.start..<max(held.start, span.lowerBound), min(held.end, span.upperBound)..<held.end]
        where !rest.isEmpty {
          let block = Block(id: newID, agent: agent, start: rest.lowerBound, end: rest.upperBound, reason: held.reason)
          try writer.append(.blocked(block), at: counter.premises.clock, by: counter.premises.actor)
        }
        try writer.append(.unblocked(held), at: counter.premises.clock, by: counter.premises.actor)
        given.append((held.start..<held.end).clamped(to: span))
      }
      return given
    }
  }

  /// Gives back what is blocked of a stretch of time (see `giveBack`), and says so.
  func unblock(_ span: Range<Instant>) throws(DeskFailure) -> String {
    let given = try giveBack(span)
    guard !given.isEmpty else {
      let everybody = try agent == nil ? nil : wholeBlocks(in: span)
      return "Nothing is blocked: \(name), \(text(span))\n"
        + (everybody.map { "All agents are blocked then: give it back with `voicebot unblock` and \($0)\n" } ?? "")
    }
    return given.map { "Given back: \(name), \(text($0))\n" }.joined()
  }

  private func write<Answer>(
    _ decide: (inout DeskEngine.Store.Writer) throws(DiaryError) -> Answer
  ) throws(DeskFailure) -> Answer {
    try counter.premises.diary(of: counter.business.id) { store throws(DiaryError) in try store.write(decide).answer }
  }

  /// The ids of blocks of the whole business in a stretch of time, in words; nil where there are none.
  private func wholeBlocks(in span: Range<Instant>) throws(DeskFailure) -> String? {
    let blocks = try counter.premises.diary(of: counter.business.id) { store throws(DiaryError) in
      try store.read().occupations(in: span).filter { $0.product == nil && $0.agent == nil }
    }
    return blocks.isEmpty ? nil : Wording.list(blocks.map { ShortID.shown($0.bookingID) })
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
      let what = TerminalText.harmless("\(booking.summary), \(booking.phone ?? "no number")")
      return "  \(ShortID.shown(booking.id))  \(text(booking.start..<booking.end)): \(what)"
    }.joined(separator: "\n")
  }

  /// A new id, such as `gleichgewicht.k7f3m2x9…`.
  private var newID: String {
    PublicID.random("k", in: counter.business.id, bytes: counter.premises.random(PublicID.randomBytes))
  }
}
