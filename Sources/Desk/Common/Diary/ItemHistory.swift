// What became of each booking and block, gathered from the whole diary: an export has to tell those who know
// a former state what the present one is, and a counter finds what somebody means by the beginning of an id.

internal import Diary
internal import CivilTime

/// A booking or a block with its past.
struct ItemHistory {
  /// What it is after an event.
  enum State {
    case booking(Booking)
    case block(Block, isHeld: Bool)
  }
  /// What it was after each of its events, oldest first; at least one.
  private(set) var states: [State]
  /// When it was made.
  let created: Instant
  /// When its last event was.
  private(set) var changed: Instant

  /// How many events there were after the first.
  var revision: Int { states.count - 1 }

  /// What it is now.
  var present: State { states[states.count - 1] }

  /// The booking or block with its last state that `agent` had to do with, called off if another has it now; nil where
  /// `agent` never had. Nil for `agent` means everybody.
  func state(for agent: String?) -> State? {
    guard let agent, let held = present.agent, held != agent else { return present }
    return states.last { $0.agent == agent }?.calledOff
  }

  /// Whether it ever lay, in part at least, in a range.
  func touches(_ range: Range<Instant>) -> Bool { states.contains { $0.time.overlaps(range) } }

  /// A booking or block by its events, oldest first; nil where there are none.
  init?(_ events: [HistoricEvent]) {
    guard let first = events.first, let last = events.last else { return nil }
    states = events.compactMap { State($0.event) }
    guard !states.isEmpty else { return nil }
    // After a repair the first event there is may be a later one.
    if case .booking(let booking) = states[0] { created = booking.created } else { created = first.at }
    changed = last.at
  }

  /// Gives everything in a diary to `body`, in the order in which it was made, each with the place of its first event. Only one
  /// is in memory at a time.
  static func visit<View: DiaryView>(
    _ diary: View, _ body: (ItemHistory, UInt64) throws(View.Failure) -> Void
  ) throws(View.Failure) {
    try diary.history { (event) throws(View.Failure) in
      guard let state = State(event.event) else { return }
      let events = try diary.history(of: state.id)
      guard events.first?.place == event.place, let item = ItemHistory(events) else { return }
      try body(item, event.place)
    }
  }

  /// Everything that ever lay in a range, in part at least, in the order in which it was made. The diary is read twice, and
  /// what does not lie there is never kept.
  static func all<View: DiaryView>(
    in diary: View, touching range: Range<Instant>
  ) throws(View.Failure) -> [ItemHistory] {
    var events: [String: [HistoricEvent]] = [:]
    try diary.history { (event) throws(View.Failure) in
      if let state = State(event.event), state.time.overlaps(range) { events[state.id] = [] }
    }
    var ids: [String] = []
    try diary.history { (event) throws(View.Failure) in
      guard let id = State(event.event)?.id, let before = events[id] else { return }
      if before.isEmpty { ids.append(id) }
      events[id, default: []].append(event)
    }
    return ids.compactMap { events[$0].flatMap(ItemHistory.init) }
  }

  /// The booking or block of which the event at a place is the first.
  static func item<View: DiaryView>(at place: UInt64, in diary: View) throws(View.Failure) -> ItemHistory? {
    guard let state = State(try diary.event(at: place).event) else { return nil }
    return ItemHistory(try diary.history(of: state.id))
  }

  /// The present states of those whose ids a test accepts, in the order in which they were made.
  static func present<View: DiaryView>(
    in diary: View, where isMeant: (String) -> Bool
  ) throws(View.Failure) -> [State] {
    var ids: [String] = []
    var states: [String: State] = [:]
    try diary.history { (event) throws(View.Failure) in
      guard let state = State(event.event), isMeant(state.id) else { return }
      if states.updateValue(state, forKey: state.id) == nil { ids.append(state.id) }
    }
    return ids.compactMap { states[$0] }
  }
}

extension ItemHistory.State {
  fileprivate init?(_ event: Event) {
    switch event {
    case .booked(let booking), .moved(let booking), .cancelled(let booking): self = .booking(booking)
    case .blocked(let block): self = .block(block, isHeld: true)
    case .unblocked(let block): self = .block(block, isHeld: false)
    case .forgotten: return nil
    }
  }

  /// Its id.
  var id: String {
    switch self {
    case .booking(let booking): booking.id
    case .block(let block, isHeld: _): block.id
    }
  }

  /// The short id of the agent; nil means all of them.
  var agent: String? {
    switch self {
    case .booking(let booking): booking.agent.id
    case .block(let block, isHeld: _): block.agent
    }
  }

  /// From its start to its end, without buffers.
  var time: Range<Instant> {
    switch self {
    case .booking(let booking): booking.start..<max(booking.start, booking.end)
    case .block(let block, isHeld: _): block.start..<max(block.start, block.end)
    }
  }

  /// Whether it takes time.
  var isHeld: Bool {
    switch self {
    case .booking(let booking): booking.status == .booked
    case .block(_, let isHeld): isHeld
    }
  }

  /// The same, not held any more.
  fileprivate var calledOff: ItemHistory.State {
    switch self {
    case .booking(var booking):
      booking.status = .cancelled
      return .booking(booking)
    case .block(let block, isHeld: _): return .block(block, isHeld: false)
    }
  }
}
