// One reason why a start is not on offer, in words and for programs. The slot engine finds the reasons (Hindrance); here the
// ids of bookings become people. Whoever may see the agenda may see them: names and ids, no numbers.

internal import Business
internal import CivilTime
internal import Diary
internal import People
internal import Scheduling

/// A reason to tell at the counter.
struct SlotReason: Equatable {
  /// A stable word for programs.
  let code: String
  /// The end of a sentence that begins with the time: `taken: Eva Muster, 08:30–09:00 (bn6hda1r)`.
  let words: String
  /// The ids of the bookings, or of the block, in the way.
  let items: [String]
}

/// Turns what the slot engine found into reasons to tell.
struct SlotReasonWords {
  private let business: Business
  private let product: Product
  private let offsets: OffsetTable
  private let bookings: [String: Booking]
  private let blocks: [String: Block]

  /// Words for some hindrances of a product's starts on days of these offsets. Who is in the way is looked up in the diary.
  init<View: DiaryView>(
    _ hindrances: some Sequence<Hindrance>, of product: Product, in business: Business, _ offsets: OffsetTable,
    diary: View
  ) throws(View.Failure) {
    var bookings: [String: Booking] = [:]
    var blocks: [String: Block] = [:]
    for hindrance in hindrances {
      for id in hindrance.bookings where bookings[id] == nil { bookings[id] = try diary.booking(id) }
      if case .block(let id) = hindrance, blocks[id] == nil { blocks[id] = try diary.block(id)?.block }
    }
    self.business = business
    self.product = product
    self.offsets = offsets
    self.bookings = bookings
    self.blocks = blocks
  }

  /// A hindrance as a reason to tell.
  func reason(_ hindrance: Hindrance) -> SlotReason {
    let words = words(hindrance)
    var items = hindrance.bookings
    if case .block(let id) = hindrance { items = [id] }
    return SlotReason(code: words.code, words: TerminalText.harmless(words.text), items: items)
  }

  private func words(_ hindrance: Hindrance) -> (code: String, text: String) {
    switch hindrance {
    case .notTaking: ("not-taking", "does not take \(product.name)")
    case .tooLong: ("too-long", "\(product.name) is longer than any appointment may be")
    case .closed: ("closed", "closed")
    case .closing(at: let end): ("closing", "does not fit: closed from \(clock(end))")
    case .off: ("off", "does not work")
    case .leaving(at: let end): ("leaving", "does not fit: works until \(clock(end))")
    case .notAStart: ("not-a-start", "no time at which it starts")
    case .past: ("past", "past")
    case .notice(earliest: let earliest): ("notice", "too soon: bookable from \(moment(earliest)) on")
    case .horizon(lastDay: let day): ("horizon", "too far ahead: bookable until \(Wording.day(day))")
    case .taken(by: let id): ("taken", "taken: \(who(id))")
    case .buffer(of: let id): ("buffer", "buffer: \(who(id))")
    case .block(let id): ("block", "blocked\(why(id))")
    case .full(bookings: let count): ("full", "full: \(count) of \(product.capacity)")
    case .resource(let id, usedBy: let ids): ("resource", "\(id.text) in use" + (ids.isEmpty ? "" : ": ") + users(ids))
    case .dailyLimit(let limit): ("daily-limit", "has \(limit) that day, the most there may be")
    case .maxPerDay(let limit): ("max-per-day", "\(limit) \(product.name) that day, the most there may be")
    }
  }

  /// `Eva Muster, 08:30–09:00 (bn6hda1r)`.
  private func who(_ id: String, withAgent: Bool = false) -> String {
    guard let booking = bookings[id] else { return ShortID.shown(id) }
    let agent = withAgent ? " with \(booking.agent.name)" : ""
    return "\(booking.participant.shown)\(agent), \(clocks(booking.start, booking.end)) (\(ShortID.shown(id)))"
  }

  private func users(_ ids: [String]) -> String { ids.map { who($0, withAgent: true) }.joined(separator: "; ") }

  /// `: Training, 08:00–10:00 (k7f3m2x9)`.
  private func why(_ id: String) -> String {
    guard let block = blocks[id] else { return " (\(ShortID.shown(id)))" }
    let time = Wording.stretch(block.start, block.end, table(block.start))
    let reason = block.reason.map { "\($0), " } ?? ""
    let day = offsets.local(block.start).date
    let isOneDay = day == offsets.local(block.end.adding(milliseconds: -1)).date
    return ": \(reason)\(isOneDay ? clocks(block.start, block.end) : time) (\(ShortID.shown(id)))"
  }

  private func clocks(_ start: Instant, _ end: Instant) -> String { Wording.clocks(start, end, table(start)) }

  private func clock(_ instant: Instant) -> String {
    let reading = offsets.local(instant)
    return reading.millisecondOfDay == 0 ? "24:00" : Wording.clock(instant, offsets)
  }

  private func moment(_ instant: Instant) -> String {
    Wording.shortDay(offsets.local(instant).date) + " " + Wording.clock(instant, table(instant))
  }

  private func table(_ instant: Instant) -> OffsetTable {
    let day = business.zone.local(instant).date
    return business.zone.offsets(from: day, through: day)
  }
}

extension Hindrance {
  /// The ids of the bookings that it is about.
  fileprivate var bookings: [String] {
    switch self {
    case .taken(by: let id), .buffer(of: let id): [id]
    case .resource(_, usedBy: let ids): ids
    default: []
    }
  }
}
