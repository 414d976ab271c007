// What is proposed instead of a start that is taken.

import Business
import CivilTime
import Scheduling
import Testing

struct AlternativesTests {
  /// The alternatives to a start within a week on either side, as local date, time and agent.
  private func alternatives(to start: String, _ text: String, limit: Int = 3) throws -> [String] {
    let setting = try Setting(try #require(TableCase.read(text).first))
    let (timetable, zone) = (setting.timetable, setting.timetable.business.zone)
    guard case .local(let reading) = try ISO8601.parse(start) else { return ["\(start) is no time"] }
    let wanted = zone.resolve(reading).windowStart
    let range = Timetable.neighbourhood(of: wanted, in: timetable.business)
    let query = setting.query.between(range.lowerBound, range.upperBound)
    return timetable.alternatives(to: wanted, query, limit: limit).map {
      ISO8601.write($0.start, in: zone).prefix(16).dropFirst(5) + " " + $0.agent.text
    }
  }

  @Test func nearestFirstAndTheEarlierOfTwo() throws {
    let found = try alternatives(
      to: "2026-09-16T10:00",
      """
      open: 09:00-12:00
      product: 30m
      booked: anna 10:00-10:30
      """)
    #expect(found == ["09-16T09:30 anna", "09-16T10:30 anna", "09-16T09:00 anna"])
  }

  @Test func sameDayBeforeOthersHoweverNear() throws {
    let found = try alternatives(
      to: "2026-09-16T23:00",
      """
      open: wed 14:00-15:00, 23:00-24:00; thu 00:00-01:00
      product: 60m
      booked: anna 23:00-24:00
      """)
    #expect(found == ["09-16T14:00 anna", "09-17T00:00 anna", "09-23T14:00 anna"])
  }

  @Test func sameAgentFirstWhereOneWasWished() throws {
    let text = """
      agents: anna, ben
      open: wed 09:00-11:00; thu 09:00-10:00
      product: 60m
      booked: ben 09:00-10:00
      booked: ben 10:00-11:00
      """
    #expect(
      try alternatives(to: "2026-09-16T09:00", text + "\nwish: ben")
        == ["09-17T09:00 ben", "09-23T09:00 ben", "09-23T10:00 ben"])
    #expect(
      try alternatives(to: "2026-09-16T09:00", text + "\nproduct: 60m, horizon 2d\nwish: ben")
        == ["09-17T09:00 ben", "09-16T09:00 anna", "09-16T10:00 anna"])
    #expect(
      try alternatives(to: "2026-09-16T09:30", text)
        == ["09-16T09:00 anna", "09-16T10:00 anna", "09-17T09:00 anna"])
  }

  /// Half hours that begin every quarter: none of those proposed takes time of another, whoever the agent.
  @Test func theyAreDifferentOffers() throws {
    let text = """
      agents: anna, ben
      open: wed 09:00-12:00
      product: 30m every 15m
      booked: anna 09:45-10:15
      """
    #expect(
      try alternatives(to: "2026-09-16T10:00", text + "\nbooked: ben 09:45-10:15")
        == ["09-16T10:15 anna", "09-16T09:15 anna", "09-16T10:45 anna"])
    #expect(
      try alternatives(
        to: "2026-09-16T10:00", text + "\nwish: anna\nblocked: anna 10:15-12:00\nproduct: 30m every 15m, horizon 1d")
        == ["09-16T09:15 anna", "09-16T10:00 ben", "09-16T10:30 ben"])
  }

  @Test func noticeAndHorizonHoldForAlternativesToo() throws {
    let text = """
      now: 2026-09-16 08:30
      open: 08:00-10:00
      product: 60m, notice 30m, horizon 1d
      booked: anna 09:00-10:00
      """
    #expect(try alternatives(to: "2026-09-16T09:00", text) == ["09-17T08:00 anna", "09-17T09:00 anna"])
    #expect(try alternatives(to: "2026-09-16T09:00", text, limit: 1) == ["09-17T08:00 anna"])
    #expect(try alternatives(to: "2026-09-16T09:00", text, limit: 0) == [])
    #expect(try alternatives(to: "2026-09-16T09:00", text, limit: -1) == [])
  }

  @Test func noneWhereNothingIsFree() throws {
    #expect(try alternatives(to: "2026-09-16T09:00", "open: closed\nproduct: 60m") == [])
  }
}
