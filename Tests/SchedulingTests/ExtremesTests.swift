// Numbers of any size, ledgers of any shape, zones with offsets of seconds: an answer, no trap, and no endless loop.

import Business
import CivilTime
import Diary
import Scheduling
import Testing

struct ExtremesTests {
  private func setting(_ text: String) throws -> Setting { try Setting(try #require(TableCase.read(text).first)) }

  @Test(arguments: [0, 1, 59, 86_400, 40 * 86_400, Int.max / 1000, .max]) func termsOfAnySize(_ size: Int) throws {
    let setting = try setting("open: 09:00-10:00\nproduct: 30m")
    var query = setting.query
    let changes: [(inout Product) -> Void] = [
      { $0.duration = size }, { $0.terms.slotInterval = size }, { $0.terms.notice = size },
      { $0.terms.horizonDays = size }, { $0.terms.bufferBefore = size }, { $0.terms.bufferAfter = size },
      { $0.capacity = size }, { $0.terms.dailyLimit = size }, { $0.maxPerDay = size },
      { $0.pause = Pause(after: size, length: 60) }, { $0.pause = Pause(after: 60, length: size) },
      { $0.needs = [Need(TableCase.id("room"), units: size)] },
    ]
    for change in changes {
      query.product = setting.query.product
      change(&query.product)
      #expect(setting.timetable.slots(query).count <= 3600)
      _ = Timetable.reach(of: query, in: setting.timetable.business)
      _ = setting.timetable.offer(query.from, query)
      _ = setting.timetable.alternatives(to: query.from, query)
    }
  }

  @Test func instantsOfAnySize() throws {
    let setting = try setting("open: 09:00-10:00\nproduct: 30m, horizon 1d\nbooked: anna 09:00-09:30")
    let instants = [
      Instant.distantPast, Instant(seconds: -62_135_596_800), Instant(seconds: 0), setting.query.from,
      Instant(seconds: 253_402_300_799), .distantFuture,
    ]
    for now in instants {
      for from in instants {
        for until in instants {
          var query = setting.query.between(from, until)
          query.now = now
          _ = Timetable.reach(of: query, in: setting.timetable.business)
          #expect(setting.timetable.slots(query).count <= 4)
          _ = setting.timetable.offer(from, query)
        }
      }
      _ = Timetable.neighbourhood(of: now, in: setting.timetable.business)
    }
  }

  /// Records that no program writes: ends before starts, nothing occupied, times at the ends of time.
  @Test func recordsOfAnyShape() throws {
    let setting = try setting("open: 09:00-10:00\nproduct: 30m, for 2, needs room\nresources: room 1")
    let from = setting.query.from
    let instants = [Instant.distantPast, from.adding(seconds: 9 * 3600), from.adding(seconds: 34_200), .distantFuture]
    for start in instants {
      for end in instants {
        for occupiedStart in instants {
          let odd = Occupation(
            bookingID: "odd", agent: "anna", product: "massage", start: start, end: end, occupiedStart: occupiedStart,
            occupiedEnd: end, resources: [HeldResource("room")])
          var paused = odd
          for length in [1, 1800, Int.max / 1000] {
            (paused.pauseAfter, paused.pauseLength) = (900, length)
            paused.resources[0].units = length
            let timetable = Timetable(business: setting.timetable.business, occupations: [paused, odd, paused])
            #expect(timetable.slots(setting.query).count <= 2)
          }
          let timetable = Timetable(business: setting.timetable.business, occupations: [odd, odd])
          let isFree = occupiedStart >= end
          #expect(isFree ? timetable.slots(setting.query).count == 2 : timetable.slots(setting.query).count <= 2)
        }
      }
    }
  }

  /// Liberia was 44 minutes and 30 seconds behind until 1972.
  @Test func offsetsOfSeconds() throws {
    let setting = try setting(
      "zone: Africa/Monrovia\nday: 1971-06-01\nopen: 09:00-10:30\nproduct: 30m\nbooked: anna 09:30-10:00")
    let zone = setting.timetable.business.zone
    let slots = setting.timetable.slots(setting.query)
    #expect(slots.map { zone.local($0.start).millisecondOfDay / 60_000 } == [540, 600])
    #expect(slots.map { ISO8601.writeUTC($0.start) } == ["1971-06-01T09:44:30Z", "1971-06-01T10:44:30Z"])
    #expect(setting.timetable.offer(slots[0].start, setting.query) == .open(slots[0]))
  }

  /// St John's showed 23:45 twice on 2006-10-28, the second time after the first midnight: still that day's session.
  @Test func whatIsShownAgainBeforeTheSecondMidnightCountsToItsDay() throws {
    let setting = try setting(
      "zone: America/St_Johns\nday: 2006-10-28\nopen: 12:00-13:00\nproduct: 15m every 60m, at most 1 a day")
    let zone = setting.timetable.business.zone
    let start = zone.resolve(LocalDateTime(date: setting.day, minute: 23 * 60 + 45)).windowEnd
    #expect(start > setting.query.until)
    let late = Occupation(
      bookingID: "late", agent: "anna", product: "massage", start: start, end: start.adding(seconds: 900),
      occupiedStart: start, occupiedEnd: start.adding(seconds: 900), resources: [])
    #expect(setting.timetable.slots(setting.query).count == 1)
    #expect(Timetable(business: setting.timetable.business, occupations: [late]).slots(setting.query).isEmpty)
    #expect(Timetable.reach(of: setting.query, in: setting.timetable.business).contains(start))
  }

  /// Asked until half past eleven of the evening that St John's showed twice, the midnight before is on offer.
  @Test func aQuestionUntilAnEveningThatIsShownAgainIncludesTheMidnightBefore() throws {
    let setting = try setting("zone: America/St_Johns\nday: 2006-10-28\nopen: 00:00-24:00\nproduct: 15m every 180m")
    let zone = setting.timetable.business.zone
    let until = zone.resolve(LocalDateTime(date: setting.day, minute: 23 * 60 + 30)).windowEnd
    let slots = setting.timetable.slots(setting.query.between(until.adding(seconds: -4 * 3600), until))
    #expect(
      slots.map { ISO8601.write($0.start, in: zone) } == [
        "2006-10-28T21:00:00.000-02:30", "2006-10-29T00:00:00.000-02:30",
      ])
  }

  @Test func startsOutsideTheQuestionAreNotOnOffer() throws {
    let setting = try setting("open: 09:00-10:00\nproduct: 30m")
    let tomorrow = setting.query.until.adding(seconds: 9 * 3600)
    #expect(setting.timetable.offer(tomorrow, setting.query) == .closed)
    guard case .open = setting.timetable.offer(tomorrow, setting.query.at(tomorrow)) else {
      Issue.record("tomorrow is open")
      return
    }
  }
}
