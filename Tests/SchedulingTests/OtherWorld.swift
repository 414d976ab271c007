// A random case in which the reasons against one start are taken away, each by changing the file or the ledger so that it
// holds no more and the others do not notice.

import Business
import CivilTime
import Diary
import Scheduling

/// A start of one agent with its reasons, in a case that can do without them.
struct OtherWorld {
  private let random: RandomCase
  private let explained: ExplainedStart
  private let reading: LocalDateTime

  /// Who says whether it is free.
  enum Judge {
    case engine
    case oracle
  }

  /// Nil where the start can be none on any calendar; where two bookings of one session are in the way, which no ledger can
  /// show without their time; and where one of this very session is, which counts towards `maxPerDay` besides.
  init?(_ random: RandomCase, _ explained: ExplainedStart) {
    let minute = random.line.minute(explained.start)
    guard random.line.clock.indices.contains(minute), random.line.instant(minute) == explained.start,
      random.line.minutes(showing: random.line.clock[minute])?.first == minute
    else { return nil }
    self.random = random
    self.explained = explained
    reading = LocalDateTime(date: random.line.day, minute: random.line.clock[minute])
    let inTheWay = random.occupations.filter { taking.contains($0.bookingID) && $0.product != nil }
    let sessions = Set(inTheWay.map { "\($0.agent ?? "") \($0.product ?? "") \($0.start.milliseconds)" })
    guard sessions.count == inTheWay.count else { return nil }
    let isLimited = explained.hindrances.contains { if case .maxPerDay = $0 { true } else { false } }
    guard !isLimited || !inTheWay.contains(where: isOfThisSession) else { return nil }
  }

  /// Whether a booking is of the product at the very start.
  private func isOfThisSession(_ occupation: Occupation) -> Bool {
    occupation.start == explained.start && occupation.product == random.query.product.id.text
      && occupation.agent == explained.agent.text
  }

  /// The bookings and blocks that are in the way.
  private var taking: [String] {
    explained.hindrances.compactMap { reason in
      switch reason {
      case .taken(by: let id), .buffer(of: let id), .block(let id): id
      default: nil
      }
    }
  }

  /// Whether the start is free of all reasons but one.
  func isFree(keeping kept: Hindrance?, by judge: Judge) -> Bool {
    var business = random.business
    var occupations = random.occupations
    var query = random.query.at(explained.start)
    query.agent = explained.agent
    query.product.starts = times(apart: kept == .notAStart)
    for reason in explained.hindrances where reason != kept {
      remove(reason, &business, &occupations, &query)
    }
    switch judge {
    case .engine: return !Timetable(business: business, occupations: occupations).slots(query).isEmpty
    case .oracle:
      let oracle = Oracle(business: business, occupations: occupations, query: query, line: random.line)
      return oracle.slot(at: explained.start) != nil
    }
  }

  /// The start as the only one there is; or the minute beside it, where it is to be none.
  private func times(apart: Bool) -> WorkingHours {
    let minute = reading.millisecondOfDay / 60_000
    let other = minute == 0 ? 1 : minute - 1
    let time = apart ? other : minute
    let rule = DateRule(
      days: .range(reading.date, reading.date), hours: .daily([Window(start: time, end: time)]))
    return WorkingHours(week: nil, dates: [rule])
  }

  private func remove(
    _ reason: Hindrance, _ business: inout Business, _ occupations: inout [Occupation], _ query: inout SlotQuery
  ) {
    switch reason {
    case .notTaking:
      query.type.agents.append(explained.agent)
      query.product.agents = nil
    case .tooLong: query.product.duration = 60
    case .closed, .closing:
      business.hours = WorkingHours(weekly: Weekday.allCases.map { _ in [Window(start: 0, end: 2880)] })
    case .off, .leaving:
      for index in business.agents.indices where business.agents[index].id == explained.agent {
        business.agents[index].hours = nil
      }
    case .notAStart: break
    case .past, .notice: query.product.terms.notice = -100_000_000
    case .horizon: query.product.terms.horizonDays = 100_000
    case .taken(by: let id), .buffer(of: let id):
      for index in occupations.indices where occupations[index].bookingID == id && occupations[index].product != nil {
        if isOfThisSession(occupations[index]) { occupations[index].product = "another" }
        occupations[index].freeItsAgent()
      }
    case .block(let id): occupations.removeAll { $0.bookingID == id && $0.product == nil }
    case .full(bookings: let count): query.product.capacity = count + 1
    case .resource(let id, usedBy: _):
      for index in business.resources.indices where business.resources[index].id == id {
        business.resources[index].count += 1000
      }
    case .dailyLimit: query.product.terms.dailyLimit = nil
    case .maxPerDay: query.product.maxPerDay = nil
    }
  }
}

extension Occupation {
  /// Makes all of it a pause: it counts, and uses what it uses, but its agent is free.
  fileprivate mutating func freeItsAgent() {
    pauseAfter = occupiedStart.seconds(since: start)
    pauseLength = occupiedEnd.seconds(since: occupiedStart)
  }
}
