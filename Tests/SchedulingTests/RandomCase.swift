// Random businesses, days and ledgers, each from one number: here who books what, in RandomHours.swift and
// RandomProduct.swift the business. What is expected of them is not known here: see Oracle.

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
    let agents = (0..<dice.one(of: [1, 1, 2, 2, 3, 4])).map { index in
      Agent(
        id: RandomCase.id("agent\(index)"), name: "",
        hours: dice.chance(55) ? nil : RandomCase.hours(around: line.day, isAgent: true, &dice))
    }
    let products = (0..<dice.from(1...3)).map { RandomCase.product($0, resources, agents, around: line.day, &dice) }
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
        if dice.chance(10) {
          booking.resources = booking.resources.map { HeldResource($0.id, units: dice.from(1...3)) }
        }
        if dice.chance(10) { booking.pauseLength = 0 }
        if dice.chance(10) { RandomCase.pause(&booking, &dice) }
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
      let needs = product.needs.map { HeldResource($0.resource.text, units: $0.units) }
      var booking = Occupation(
        bookingID: "b\(number)", agent: agents[place], product: dice.chance(5) ? "gone" : product.id.text,
        start: start, end: start.adding(seconds: length), occupiedStart: time.lowerBound, occupiedEnd: time.upperBound,
        resources: dice.chance(90) ? needs : [HeldResource("room", units: dice.from(1...2)), HeldResource("gone")])
      if let pause = product.pause, pause.after + pause.length < length {
        (booking.pauseAfter, booking.pauseLength) = (pause.after, pause.length)
      }
      if dice.chance(5) { RandomCase.pause(&booking, &dice) }
      occupations.append(booking)
    }
    occupations.shuffle(using: &dice)
  }

  /// Gives a booking a pause that is not its product's of today.
  private static func pause(_ booking: inout Occupation, _ dice: inout Dice) {
    let minutes = booking.end.seconds(since: booking.start) / 60
    guard minutes > 2 else { return }
    let after = dice.from(1...minutes - 2)
    (booking.pauseAfter, booking.pauseLength) = (after * 60, dice.from(1...minutes - 1 - after) * 60)
  }
}

extension Product {
  /// The occupied time as a booking records it, worked out apart from the engine.
  fileprivate func occupiedTimeOnRecord(_ start: Instant) -> Range<Instant> {
    start.adding(seconds: -terms.bufferBefore)..<start.adding(seconds: duration + terms.bufferAfter)
  }
}
