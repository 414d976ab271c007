// Runs the cases of the tables: against what they expect, and against the oracle.

import System
import Business
import CivilTime
import Diary
import Scheduling
import Testing

struct TableTests {
  @Test(arguments: TableCase.read(Tables.grid)) func grid(_ row: TableCase) throws { try run(row) }
  @Test(arguments: TableCase.read(Tables.hours)) func hours(_ row: TableCase) throws { try run(row) }
  @Test(arguments: TableCase.read(Tables.clocks)) func clocks(_ row: TableCase) throws { try run(row) }
  @Test(arguments: TableCase.read(Tables.bookings)) func bookings(_ row: TableCase) throws { try run(row) }
  @Test(arguments: TableCase.read(Tables.groups)) func groups(_ row: TableCase) throws { try run(row) }
  @Test(arguments: TableCase.read(Tables.agents)) func agents(_ row: TableCase) throws { try run(row) }
  @Test(arguments: TableCase.read(Tables.terms)) func terms(_ row: TableCase) throws { try run(row) }

  @Test(arguments: TableCase.read(Tables.movingDates)) func movingDates(_ row: TableCase) throws { try run(row) }
  @Test(arguments: TableCase.read(Tables.seasons)) func seasons(_ row: TableCase) throws { try run(row) }
  @Test(arguments: TableCase.read(Tables.starts)) func starts(_ row: TableCase) throws { try run(row) }
  @Test(arguments: TableCase.read(Tables.pauses)) func pauses(_ row: TableCase) throws { try run(row) }
  @Test(arguments: TableCase.read(Tables.uses)) func uses(_ row: TableCase) throws { try run(row) }

  private func run(_ row: TableCase) throws {
    let setting = try Setting(row)
    let (timetable, query) = (setting.timetable, setting.query)
    let limit = row.limit ?? .max
    let slots = timetable.slots(query, limit: limit)
    let zone = timetable.business.zone
    for (text, expected) in row.expected {
      let day = try #require(LocalDate(text: text ?? row.day))
      let onDay = slots.filter { zone.local($0.start).date == day }
      // Where a case names no agent or no places left, it leaves them open.
      let wanted = expected.flatMap { TableTests.entries($0) }
      let shown = zip(onDay, wanted).map { slot, want in TableTests.describe(slot, like: want, zone) }
      #expect(shown + onDay.dropFirst(wanted.count).map { TableTests.describe($0, like: "", zone) } == wanted)
    }
    let days = Set(row.expected.map { $0.day ?? row.day })
    #expect(slots.allSatisfy { days.contains(zone.local($0.start).date.text) })

    let line = MinuteLine(zone: zone, day: setting.day, daysAfter: row.days + 5)
    let oracle = Oracle(
      business: timetable.business, occupations: timetable.occupations, query: query, line: line)
    #expect(slots.map(line.describe) == oracle.slots().prefix(limit).map(line.describe))
    let reach = Timetable.reach(of: query, in: timetable.business)
    let loaded = timetable.occupations.filter {
      $0.occupiedStart < reach.upperBound && reach.lowerBound < $0.occupiedEnd
    }
    #expect(Timetable(business: timetable.business, occupations: loaded).slots(query, limit: limit) == slots)
    guard row.limit == nil else { return }
    let byStart = Dictionary(slots.map { ($0.start, $0) }, uniquingKeysWith: { first, _ in first })
    for minute in line.minute(query.from)..<line.minute(query.until) {
      let start = line.instant(minute)
      let offer = byStart[start].map(Offer.open) ?? oracle.refusal(of: start)
      if timetable.offer(start, query) != offer { Issue.record("\(line.describe(start)) is not \(offer)") }
    }
  }

  /// `09:00-10:00 every 30m` as its three starts; anything else as it is.
  private static func entries(_ text: String) -> [String] {
    let words = text.words
    guard words.count > 2, words[1] == "every" else { return [text] }
    let ends = words[0].split(separator: "-").map { TableCase.minutes($0) }
    return stride(from: ends[0], through: ends[1], by: words[2].seconds / 60).map { clock($0) }
  }

  private static func describe(_ slot: Slot, like wanted: String, _ zone: Zone) -> String {
    let time = clock(zone.local(slot.start).millisecondOfDay / 60_000)
    let agent = wanted.words.count > 1 ? " " + slot.agent.text : ""
    return time + agent + (wanted.hasSuffix("left") ? " \(slot.remaining ?? -1) left" : "")
  }

  private static func clock(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return two(minutes / 60) + ":" + two(minutes % 60)
  }
}

/// A case with its words turned into a business, a ledger and a question.
struct Setting {
  let day: LocalDate
  let timetable: Timetable
  let query: SlotQuery

  init(_ row: TableCase) throws {
    let zone = try SystemZones.zone(named: row.zone, calls: LinuxCalls())
    let day = try #require(LocalDate(text: row.day))
    let agents = row.agents.map { Agent(id: TableCase.id($0), name: "", hours: row.agentHours[$0]) }
    let takers = row.takers.map { $0.map { TableCase.id($0) } } ?? agents.map(\.id)
    let type = AppointmentType(id: TableCase.id("type"), name: "", products: [row.product.id], agents: takers)
    let business = Business(
      id: TableCase.id("practice"), name: "", zone: zone, hours: row.hours, agents: agents, appointmentTypes: [type],
      products: [row.product], resources: row.resources)
    let noonBefore = zone.startOfDay(day).adding(seconds: -12 * 3600)
    let now = try row.now.map { try Setting.instant($0, zone) } ?? noonBefore
    self.day = day
    timetable = Timetable(
      business: business, occupations: try row.occupied.flatMap { try Setting.occupations($0, day, row.product, zone) })
    query = SlotQuery(
      type: type, product: row.product, agent: row.wish.map { TableCase.id($0) }, from: zone.startOfDay(day),
      until: zone.startOfDay(day.adding(days: row.days)), ignoredBooking: row.moving, now: now)
  }

  private static func instant(_ text: String, _ zone: Zone) throws -> Instant {
    switch try ISO8601.parse(text) {
    case .date(let day): zone.startOfDay(day)
    case .local(let reading): zone.resolve(reading).windowStart
    case .instant(let instant, _, _): instant
    }
  }

  private static func occupations(
    _ words: [String], _ day: LocalDate, _ product: Product, _ zone: Zone
  ) throws -> [Occupation] {
    let isBlock = words[0] == "blocked"
    let who = words[1].words
    var day = day
    var booked: String? = isBlock ? nil : product.id.text
    var before = isBlock ? 0 : product.terms.bufferBefore
    var after = isBlock ? 0 : product.terms.bufferAfter
    var resources = isBlock ? [] : product.needs.map { HeldResource($0.resource.text, units: $0.units) }
    var pause = (after: product.pause?.after ?? 0, length: product.pause?.length ?? 0)
    if isBlock { pause = (0, 0) }
    var (count, id) = (1, "booking")
    for option in words.dropFirst(2).map(\.words) {
      switch (option[0], option.last) {
      case ("on", _): day = try #require(LocalDate(text: option[1]))
      case ("as", _): (booked, before, after, resources, pause) = (option[1], 0, 0, [], (0, 0))
      case ("uses", _): resources = TableCase.held(option)
      case ("pause", _): pause = (option[1].seconds, option[3].seconds)
      case ("id", _): id = option[1]
      case (_, "before"): before = option[0].seconds
      case (_, "after"): after = option[0].seconds
      default: count = try #require(Int(option[0].dropFirst()))
      }
    }
    let window = TableCase.windows(who[1])[0]
    let start = zone.resolve(LocalDateTime(date: day, minute: window.start)).windowStart
    let end = zone.resolve(LocalDateTime(date: day, minute: window.end)).windowStart
    return (0..<count).map { number in
      Occupation(
        bookingID: number == 0 ? id : "\(id)-\(number)", agent: who[0] == "all" ? nil : who[0], product: booked,
        start: start, end: end,
        occupiedStart: start.adding(seconds: -before), occupiedEnd: end.adding(seconds: after),
        pauseAfter: pause.after, pauseLength: pause.length, resources: resources)
    }
  }
}
