// Random businesses, days and ledgers, each from one number. What is expected of them is not known here: see Oracle.

import Business
import CivilTime
import Diary
import Scheduling

/// Random numbers that depend on the seed alone (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
  mutating func from(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  mutating func one<T>(of choices: [T]) -> T { choices[below(choices.count)] }
}

/// A question, what is booked, and the minutes around it.
struct RandomCase {
  var business: Business
  var occupations: [Occupation] = []
  var query: SlotQuery
  let line: MinuteLine

  /// The case of a number, about one or two days or about as many as `days` says. `place` gives a zone and a line that
  /// reaches at least five days beyond them.
  init(seed: UInt64, days: Int? = nil, place: (inout Dice) -> (zone: Zone, line: MinuteLine)) {
    var dice = Dice(seed: seed)
    let (zone, line) = place(&dice)
    self.line = line
    let resources = ["room", "laser"].prefix(dice.below(3)).map {
      Resource(id: RandomCase.id($0), count: dice.from(1...3))
    }
    let products = (0..<dice.from(1...3)).map { RandomCase.product($0, resources, &dice) }
    let agents = (0..<dice.one(of: [1, 1, 2, 2, 3, 4])).map { index in
      Agent(
        id: RandomCase.id("agent\(index)"), name: "",
        hours: dice.chance(55) ? nil : RandomCase.hours(around: line.day, isAgent: true, &dice))
    }
    let taking = agents.filter { _ in dice.chance(85) }
    let type = AppointmentType(
      id: RandomCase.id("type"), name: "", products: products.map(\.id),
      agents: (taking.isEmpty ? agents : taking).map(\.id))
    business = Business(
      id: RandomCase.id("business"), name: "", zone: zone,
      hours: RandomCase.hours(around: line.day, isAgent: false, &dice), agents: agents, appointmentTypes: [type],
      products: products, resources: resources)

    let product = dice.one(of: products)
    var from = zone.startOfDay(line.day.adding(days: dice.chance(10) ? -1 : 0))
    var until = zone.startOfDay(line.day.adding(days: days ?? (dice.chance(70) ? 1 : 2)))
    if dice.chance(30) { from = from.adding(seconds: dice.from(-600...1200) * 60) }
    if dice.chance(30) { until = until.adding(seconds: dice.from(-600...600) * 60 + dice.below(60)) }
    if dice.chance(5) { from = from.adding(milliseconds: 1) }
    let isFarAhead = dice.chance(60)
    let now = from.adding(seconds: isFarAhead ? -dice.from(0...3000) * 60 : dice.from(-600...900) * 60 + dice.below(60))
      .adding(milliseconds: dice.chance(20) ? 1 : 0)
    query = SlotQuery(
      type: type, product: product, agent: dice.chance(35) ? dice.one(of: agents).id : nil, from: from, until: until,
      now: now)
    fill(lastDay: days ?? 2, atMost: days ?? 13, &dice)
    if dice.chance(30), let booking = occupations.filter({ $0.product != nil }).randomElement(using: &dice) {
      query.ignoredBooking = booking.bookingID
    }
  }

  /// Books and blocks, mostly where the grid has starts, without regard to what is free: files change under bookings.
  private mutating func fill(lastDay: Int, atMost count: Int, _ dice: inout Dice) {
    let agents = business.agents.map(\.id.text) + ["gone"]
    let grids = business.agents.map { agent in
      let grid = OracleAgent(agent, business, query.product, line).isGridStart
      return grid.indices.filter { grid[$0] && (-1...lastDay).contains(line.dayIndex($0)) }
    }
    for number in 0..<dice.below(count + 1) {
      let place = dice.below(agents.count)
      if dice.chance(25), let earlier = occupations.last(where: { $0.product != nil }) {
        // Another booking of the same session, once in a while with another length on record.
        var booking = earlier
        booking.bookingID = "b\(number)"
        if dice.chance(20) {
          booking.end = booking.end.adding(seconds: 900)
          booking.occupiedEnd = booking.occupiedEnd.adding(seconds: 900)
        }
        if dice.chance(10) { booking.resources = [] }
        occupations.append(booking)
        continue
      }
      var minute = MinuteLine.daysBefore * 1440 + dice.from(-1440...4000)
      if place < grids.count, !grids[place].isEmpty, dice.chance(75) { minute = dice.one(of: grids[place]) }
      let start = line.instant(minute)
      if dice.chance(15) {
        let end = start.adding(seconds: dice.from(1...300) * 60)
        occupations.append(
          Occupation(
            bookingID: dice.chance(20) ? "b1" : "block\(number)", agent: dice.chance(25) ? nil : agents[place],
            product: nil, start: start, end: end, occupiedStart: start, occupiedEnd: end, resources: []))
        continue
      }
      let product = dice.chance(60) ? query.product : dice.one(of: business.products)
      var time = product.occupiedTimeOnRecord(start)
      var length = product.duration
      if dice.chance(15) {
        length = dice.from(1...180) * 60
        time = start.adding(seconds: -dice.below(60) * 60)..<start.adding(seconds: length + dice.below(60) * 60)
      }
      occupations.append(
        Occupation(
          bookingID: "b\(number)", agent: agents[place], product: dice.chance(5) ? "gone" : product.id.text,
          start: start, end: start.adding(seconds: length), occupiedStart: time.lowerBound,
          occupiedEnd: time.upperBound, resources: dice.chance(90) ? product.needs.map(\.text) : ["room", "gone"]))
    }
    occupations.shuffle(using: &dice)
  }

  private static func product(_ number: Int, _ resources: [Resource], _ dice: inout Dice) -> Product {
    var terms = BookingTerms()
    terms.slotInterval = dice.chance(40) ? nil : dice.one(of: [5, 7, 10, 15, 15, 20, 30, 30, 45, 60, 90, 1500]) * 60
    terms.notice = dice.chance(60) ? 0 : dice.one(of: [1, 30, 60, 120, 1440, 2000]) * 60
    terms.horizonDays = dice.chance(60) ? 90 : dice.below(4)
    terms.bufferBefore = dice.chance(50) ? 0 : dice.one(of: [5, 10, 15, 30, 60, 600]) * 60
    terms.bufferAfter = dice.chance(50) ? 0 : dice.one(of: [5, 10, 15, 30, 60, 600]) * 60
    terms.dailyLimit = dice.chance(65) ? nil : dice.from(1...4)
    return Product(
      id: id("product\(number)"), name: "",
      duration: dice.one(of: [5, 10, 15, 20, 30, 30, 30, 45, 60, 60, 90, 240, 1500]) * 60,
      capacity: dice.chance(45) ? 1 : dice.from(2...4),
      needs: resources.map(\.id).filter { _ in dice.chance(60) }, terms: terms)
  }

  private static func hours(around day: LocalDate, isAgent: Bool, _ dice: inout Dice) -> WorkingHours {
    let weekly = isAgent && dice.chance(25) ? nil : (0..<7).map { _ in windows(&dice) }
    let dates = (0..<dice.one(of: [0, 0, 1, 2, 3])).map { _ in
      let (first, last) = (day.adding(days: dice.from(-3...2)), day.adding(days: dice.from(-1...4)))
      let days: DatePattern
      if dice.chance(50) {
        days = .range(min(first, last), max(first, last))
      } else if dice.chance(50) {
        days = .yearly(MonthDay(first), MonthDay(first))
      } else {
        days = .yearly(MonthDay(first), MonthDay(last))
      }
      return DateRule(days: days, windows: dice.chance(30) ? [] : windows(&dice))
    }
    return WorkingHours(weekly: weekly, dates: dates)
  }

  private static func windows(_ dice: inout Dice) -> [Window] {
    let unit = dice.one(of: [1, 5, 15, 15, 30, 60])
    return (0..<dice.one(of: [0, 1, 1, 1, 2, 2, 3])).map { _ in
      switch dice.below(10) {
      case 0: return Window(start: 0, end: 1440)
      case 1:
        let start = dice.from(18 * 60 / unit...1439 / unit) * unit
        return Window(start: start, end: start + dice.from(1...min(1440, 2880 - start) / unit) * unit)
      case 2: return Window(start: dice.below(4) * 30, end: dice.from(5...12) * 30)
      default:
        let start = dice.below(1380 / unit) * unit
        return Window(start: start, end: min(1440, start + dice.from(1...600 / unit) * unit))
      }
    }
  }

  private static func id(_ text: String) -> Identifier { Identifier(text) ?? RandomCase.id("x") }
}

extension Product {
  /// The occupied time as a booking records it, worked out apart from the engine.
  fileprivate func occupiedTimeOnRecord(_ start: Instant) -> Range<Instant> {
    start.adding(seconds: -terms.bufferBefore)..<start.adding(seconds: duration + terms.bufferAfter)
  }
}
