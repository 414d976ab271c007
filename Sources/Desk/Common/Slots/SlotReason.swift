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
  private let diary: DiaryWords
  private let bookings: [String: Booking]
  private let blocks: [String: Block]

  /// Words in a language for some hindrances of a product's starts on days of these offsets. Who is in the way is looked up in the diary.
  init<View: DiaryView>(
    _ hindrances: some Sequence<Hindrance>, of product: Product, in business: Business, _ offsets: OffsetTable,
    language: CounterLanguage, diary: View
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
    self.diary = language == .german ? .german : .english
    self.bookings = bookings
    self.blocks = blocks
  }

  /// A hindrance as a reason to tell.
  func reason(_ hindrance: Hindrance) -> SlotReason {
    let code = code(hindrance)
    let words = diary.language == .german ? german(hindrance) : english(hindrance)
    var items = hindrance.bookings
    if case .block(let id) = hindrance { items = [id] }
    return SlotReason(code: code, words: TerminalText.harmless(words), items: items)
  }

  private func code(_ hindrance: Hindrance) -> String {
    switch hindrance {
    case .notTaking: "not-taking"
    case .tooLong: "too-long"
    case .closed: "closed"
    case .closing: "closing"
    case .off: "off"
    case .leaving: "leaving"
    case .notAStart: "not-a-start"
    case .past: "past"
    case .notice: "notice"
    case .horizon: "horizon"
    case .taken: "taken"
    case .buffer: "buffer"
    case .block: "block"
    case .full: "full"
    case .resource: "resource"
    case .dailyLimit: "daily-limit"
    case .maxPerDay: "max-per-day"
    }
  }

  private func english(_ hindrance: Hindrance) -> String {
    switch hindrance {
    case .notTaking: "does not take \(product.name)"
    case .tooLong: "\(product.name) is longer than any appointment may be"
    case .closed: "closed"
    case .closing(at: let end): "does not fit: closed from \(clock(end))"
    case .off: "does not work"
    case .leaving(at: let end): "does not fit: works until \(clock(end))"
    case .notAStart: "no time at which it starts"
    case .past: "past"
    case .notice(earliest: let earliest): "too soon: bookable from \(moment(earliest)) on"
    case .horizon(lastDay: let day): "too far ahead: bookable until \(diary.day(day))"
    case .taken(by: let id): "taken: \(who(id))"
    case .buffer(of: let id): "buffer: \(who(id))"
    case .block(let id): "blocked\(why(id))"
    case .full(bookings: let count): "full: \(count) of \(product.capacity)"
    case .resource(let id, usedBy: let ids): "\(id.text) in use" + (ids.isEmpty ? "" : ": ") + users(ids, with: "with")
    case .dailyLimit(let limit): "has \(limit) that day, the most there may be"
    case .maxPerDay(let limit): "\(limit) \(product.name) that day, the most there may be"
    }
  }

  private func german(_ hindrance: Hindrance) -> String {
    switch hindrance {
    case .notTaking: "macht „\(product.name)“ nicht"
    case .tooLong: "„\(product.name)“ ist länger, als ein Termin sein darf"
    case .closed: "geschlossen"
    case .closing(at: let end): "passt nicht: geschlossen ab \(clock(end))"
    case .off: "arbeitet nicht"
    case .leaving(at: let end): "passt nicht: arbeitet bis \(clock(end))"
    case .notAStart: "keine Zeit, zu der es beginnt"
    case .past: "vergangen"
    case .notice(earliest: let earliest): "zu kurzfristig: buchbar ab \(moment(earliest))"
    case .horizon(lastDay: let day): "zu weit voraus: buchbar bis \(diary.day(day))"
    case .taken(by: let id): "belegt: \(who(id))"
    case .buffer(of: let id): "wird freigehalten: \(who(id))"
    case .block(let id): "gesperrt\(why(id))"
    case .full(bookings: let count): "voll: \(count) von \(product.capacity)"
    case .resource(let id, usedBy: let ids):
      "\(id.text) in Gebrauch" + (ids.isEmpty ? "" : ": ") + users(ids, with: "bei")
    case .dailyLimit(let limit): "hat an diesem Tag \(limit), mehr dürfen es nicht sein"
    case .maxPerDay(let limit): "\(limit) mal „\(product.name)“ an diesem Tag, mehr dürfen es nicht sein"
    }
  }

  /// `Eva Muster, 08:30–09:00 (bn6hda1r)`.
  private func who(_ id: String, with: String? = nil) -> String {
    guard let booking = bookings[id] else { return ShortID.shown(id) }
    let agent = with.map { " \($0) \(booking.agent.name)" } ?? ""
    return "\(booking.participant.shown)\(agent), \(clocks(booking.start, booking.end)) (\(ShortID.shown(id)))"
  }

  private func users(_ ids: [String], with: String) -> String {
    ids.map { who($0, with: with) }.joined(separator: "; ")
  }

  /// `: Training, 08:00–10:00 (k7f3m2x9)`.
  private func why(_ id: String) -> String {
    guard let block = blocks[id] else { return " (\(ShortID.shown(id)))" }
    let time = diary.stretch(block.start, block.end, table(block.start))
    let reason = block.reason.map { "\($0), " } ?? ""
    let day = offsets.local(block.start).date
    let isOneDay = day == offsets.local(block.end.adding(milliseconds: -1)).date
    return ": \(reason)\(isOneDay ? clocks(block.start, block.end) : time) (\(ShortID.shown(id)))"
  }

  private func clocks(_ start: Instant, _ end: Instant) -> String { diary.clocks(start, end, table(start)) }

  private func clock(_ instant: Instant) -> String {
    let reading = offsets.local(instant)
    return reading.millisecondOfDay == 0 ? "24:00" : Wording.clock(instant, offsets)
  }

  private func moment(_ instant: Instant) -> String {
    diary.shortDay(offsets.local(instant).date) + " " + Wording.clock(instant, table(instant))
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
