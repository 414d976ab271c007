// The engine against the oracle, on random businesses, days and ledgers. `VOICEBOT_TEST_SEED` replays a run (its
// number is printed), `VOICEBOT_TEST_CASES` sets how many cases there are.

import System
import Business
import CivilTime
import Diary
import Effort
import Scheduling
import Testing

struct AgreementTests {
  /// Days on which something is odd.
  static let oddDays = """
    Europe/Berlin 2026-03-29, Europe/Berlin 2026-10-25, Europe/Berlin 2027-01-01, Europe/Berlin 2099-10-25
    America/New_York 2026-03-08, America/New_York 2026-11-01, America/New_York 1970-01-04, America/New_York 2100-02-28
    Australia/Lord_Howe 2026-04-05, Australia/Lord_Howe 2026-10-04, Asia/Kathmandu 2024-02-29, Asia/Kathmandu 1986-01-01
    America/St_Johns 2006-10-29, America/St_Johns 2006-10-28, America/St_Johns 2006-04-02, America/St_Johns 2026-11-01
    Africa/Casablanca 2026-02-15, Africa/Casablanca 2026-03-22, Africa/Cairo 2026-04-24, Africa/Cairo 2026-10-30
    Pacific/Apia 2011-12-29, Pacific/Apia 2011-12-30, Pacific/Apia 2011-12-31, Pacific/Kwajalein 1993-08-21
    Asia/Gaza 2026-03-28, Asia/Gaza 2026-10-24, America/Havana 2026-11-01, America/Asuncion 2023-10-01
    Antarctica/Troll 2026-03-29, Atlantic/Azores 2026-10-25, Asia/Tehran 2022-03-22, Asia/Beirut 2026-03-29
    Pacific/Chatham 2026-09-27, America/Sao_Paulo 2018-11-04, Pacific/Kiritimati 1994-12-31, UTC 2000-02-29
    """
  static let otherZones = ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "America/St_Johns"]

  private struct Failure: Error {}

  @Test(arguments: 0..<8) func listingAndBookingAgreeWithTheOracle(_ shard: Int) throws {
    let count = Effort.cases(4096)
    let base = Effort.seed
    let cases = (count * shard / 8)..<(count * (shard + 1) / 8)
    if shard == 0 { print("scheduling: \(count) random cases from VOICEBOT_TEST_SEED=\(base)") }

    var places = try Places()
    var tally = Tally()
    for number in cases {
      let seed = base &+ UInt64(number)
      let random = RandomCase(seed: seed) { dice in places.pick(&dice) }
      let problems = AgreementTests.check(random, &tally)
      if problems.isEmpty { continue }
      let detail = problems.prefix(8).joined(separator: "\n")
      Issue.record("replay with VOICEBOT_TEST_SEED=\(seed) VOICEBOT_TEST_CASES=1\n\(detail)\n\(random.description)")
      throw Failure()
    }
    // A generator that has gone astray would prove nothing.
    if cases.count > 500 {
      #expect(tally.withSlots * 4 > cases.count, "\(tally)")
      #expect(tally.slots > cases.count * 5 && tally.joined > cases.count / 60, "\(tally)")
      #expect(tally.refused > cases.count * 10, "\(tally)")
    }
  }

  /// Sixty days in one question, with clocks that are changed among them.
  @Test(arguments: [
    "Europe/Berlin 2026-03-01", "Europe/Berlin 2026-09-01", "America/New_York 2026-10-01",
    "Australia/Lord_Howe 2026-09-01", "Asia/Kathmandu 1985-12-01", "America/St_Johns 2006-10-01",
    "Africa/Casablanca 2026-02-01", "Pacific/Apia 2011-12-01", "Asia/Gaza 2026-10-01",
  ])
  func sixtyDaysAgreeWithTheOracle(_ entry: String) throws {
    let parts = entry.split(separator: " ")
    let day = try #require(LocalDate(text: parts[1]))
    let place = Places.place(try SystemZones.zone(named: String(parts[0]), calls: LinuxCalls()), day, daysAfter: 66)
    var tally = Tally()
    for number in 0..<Effort.cases(8) {
      let seed = Effort.seed &+ UInt64(number)
      let random = RandomCase(seed: seed, days: 60) { _ in place }
      let problems = AgreementTests.check(random, &tally)
      if problems.isEmpty { continue }
      Issue.record("VOICEBOT_TEST_SEED=\(seed): \(problems.prefix(8).joined(separator: "\n"))\n\(random.description)")
    }
  }

  private struct Tally {
    var withSlots = 0
    var slots = 0
    var joined = 0
    var refused = 0
  }

  private static func check(_ random: RandomCase, _ tally: inout Tally) -> [String] {
    let (query, line) = (random.query, random.line)
    let timetable = Timetable(business: random.business, occupations: random.occupations)
    let oracle = Oracle(business: random.business, occupations: random.occupations, query: query, line: line)
    let expected = oracle.slots()
    let listed = timetable.slots(query)
    var problems: [String] = []
    if listed != expected {
      let texts = Set(listed.map(line.describe)), wanted = Set(expected.map(line.describe))
      problems.append("too many: \(texts.subtracting(wanted).sorted())")
      problems.append("missing: \(wanted.subtracting(texts).sorted())")
    }
    tally.slots += listed.count
    tally.withSlots += listed.isEmpty ? 0 : 1
    tally.joined += listed.contains { ($0.remaining ?? query.product.capacity) < query.product.capacity } ? 1 : 0

    // What the caller would load is enough.
    let reach = Timetable.reach(of: query, in: random.business)
    let loaded = random.occupations.filter { $0.occupiedStart < reach.upperBound && reach.lowerBound < $0.occupiedEnd }
    if Timetable(business: random.business, occupations: loaded).slots(query) != listed {
      problems.append("the reach \(reach) leaves out what matters")
    }
    if timetable.slots(query, limit: 3) != Array(listed.prefix(3)) { problems.append("a limit changes the slots") }

    var dice = Dice(seed: UInt64(bitPattern: query.from.milliseconds) &+ UInt64(random.occupations.count))
    let byStart = Dictionary(listed.map { ($0.start, $0) }, uniquingKeysWith: { first, _ in first })
    var starts = listed.map(\.start)
    let first = line.minute(query.from) - 60, last = line.minute(query.until) + 60
    switch dice.below(40) {
    case 0: starts += (first...max(first, last)).map(line.instant)
    case 1...4: starts += stride(from: first / 5 * 5, through: last, by: 5).map(line.instant)
    default: starts += (0..<20).map { _ in line.instant(dice.from(first...max(first, last))) }
    }
    for start in starts {
      let only = query.at(start)
      let inside = query.from <= start && start < query.until
      let offer = timetable.offer(start, inside ? query : only)
      let isOpen = if case .open = offer { true } else { false }
      let slot = inside ? byStart[start] : oracle.slot(at: start)
      if slot.map(Offer.open) != (isOpen ? offer : nil) { problems.append("\(line.describe(start)) is \(offer)") }
      if slot == nil { tally.refused += 1 }
      if isOpen { continue }
      if offer != oracle.refusal(of: start) { problems.append("\(line.describe(start)) is refused as \(offer)") }
    }
    if dice.chance(10), let start = starts.randomElement(using: &dice) {
      let proposed = timetable.alternatives(to: start, query).map(line.describe)
      let wanted = oracle.alternatives(to: start, occupations: random.occupations).prefix(3).map(line.describe)
      if proposed != wanted { problems.append("to \(line.describe(start)) \(proposed) instead of \(wanted)") }
    }
    // Under the lock only what one start needs is loaded.
    for start in starts.prefix(10) {
      let reach = Timetable.reach(of: query.at(start), in: random.business)
      let loaded = random.occupations.filter {
        $0.occupiedStart < reach.upperBound && reach.lowerBound < $0.occupiedEnd
      }
      let booking = Timetable(business: random.business, occupations: loaded).offer(start, query.at(start))
      if booking != timetable.offer(start, query.at(start)) {
        problems.append("\(line.describe(start)) books otherwise")
      }
    }
    return problems
  }
}

/// The zones and days of a run; their minutes are worked out once.
struct Places {
  private var known: [(zone: Zone, line: MinuteLine)] = []
  private let zones: [Zone]

  init() throws {
    zones = try AgreementTests.otherZones.map { try SystemZones.zone(named: $0, calls: LinuxCalls()) }
    for entry in AgreementTests.oddDays.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
      let parts = entry.split(separator: " ")
      let day = try #require(LocalDate(text: parts[1]))
      try add(SystemZones.zone(named: String(parts[0]), calls: LinuxCalls()), day)
    }
    #expect(known.count == 36)
  }

  private mutating func add(_ zone: Zone, _ day: LocalDate) {
    known.append(Places.place(zone, day))
  }

  /// The oracle's minutes as libc shows them, and the zone by way of a table: libc is slow at taking turns between zones.
  static func place(_ zone: Zone, _ day: LocalDate, daysAfter: Int = 6) -> (zone: Zone, line: MinuteLine) {
    let table = zone.offsets(from: day.adding(days: -12), through: day.adding(days: daysAfter + 6))
    let quick = Zone(name: zone.name) { table.offset(at: $0) }
    return (quick, MinuteLine(zone: zone, day: day, daysAfter: daysAfter))
  }

  /// A known place, or now and then a new one on any day from 1973 to 2099.
  mutating func pick(_ dice: inout Dice) -> (zone: Zone, line: MinuteLine) {
    let isNew = dice.chance(4)
    let (zone, day) = (dice.one(of: zones), LocalDate(dayNumber: dice.from(1100...47_400)))
    let place = dice.below(36)
    guard isNew else { return known[place] }
    return Places.place(zone, day)
  }
}
