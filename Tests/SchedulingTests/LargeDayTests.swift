// A day of fifty agents with two thousand bookings, against the oracle.

import Business
import CivilTime
import Diary
import Scheduling
import Testing

struct LargeDayTests {
  @Test func fiftyAgentsAndTwoThousandBookings() throws {
    var dice = Dice(seed: 50)
    let agents = (0..<50).map { "agent-\($0)" }
    var row = try #require(
      TableCase.read(
        """
        open: 06:00-24:00
        product: 15m every 5m, 5m after, for 3, needs room, at most 50 a day
        resources: room 44
        """
      ).first)
    row.agents = agents
    let setting = try Setting(row)
    let from = setting.query.from
    let occupations = (0..<2000).map { number in
      let start = from.adding(seconds: (72 + dice.below(216)) * 300)
      return Occupation(
        bookingID: "booking-\(number)", agent: agents[number % 50], product: dice.chance(70) ? "massage" : "other",
        start: start, end: start.adding(seconds: 600), occupiedStart: start, occupiedEnd: start.adding(seconds: 600),
        resources: [HeldResource("room")])
    }
    let line = MinuteLine(zone: setting.timetable.business.zone, day: setting.day, daysAfter: 3)
    let timetable = Timetable(business: setting.timetable.business, occupations: occupations)
    for wish in [nil, TableCase.id("agent-7")] {
      var query = setting.query
      query.agent = wish
      let oracle = Oracle(business: timetable.business, occupations: occupations, query: query, line: line)
      let slots = timetable.slots(query)
      #expect(slots == oracle.slots())
      #expect(slots.count > 10)
    }
  }
}
