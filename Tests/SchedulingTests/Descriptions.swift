// Cases and slots in words, for the messages of tests that fail.

import Business
import CivilTime
import Diary
import Scheduling

extension MinuteLine {
  /// An instant as the local clock shows it, with its distance from the line's start where the clock shows it twice.
  func describe(_ instant: Instant) -> String {
    let minute = minute(instant)
    guard clock.indices.contains(minute) else { return ISO8601.writeUTC(instant) }
    let reading = LocalDateTime(date: day, minute: clock[minute])
    let time = reading.millisecondOfDay / 60_000
    let text = "\(reading.date.text) \(time / 60):\(time % 60 < 10 ? "0" : "")\(time % 60)"
    let isSecond = minutes(showing: clock[minute])?.first != minute
    return text + (isSecond ? " (2nd)" : "")
  }

  func describe(_ slot: Slot) -> String {
    "\(describe(slot.start))–\(describe(slot.end)) \(slot.agent.text) \(slot.remaining.map { "\($0) left" } ?? "")"
  }
}

extension RandomCase {
  var description: String {
    func hours(_ hours: WorkingHours?) -> String {
      guard let hours else { return "always" }
      let days = (-2...3).map { line.day.adding(days: $0) }
      return days.map { day in
        let windows = (hours.windows(on: day) ?? [Window(start: 0, end: 9999)]).map { "\($0.start)-\($0.end)" }
        return "\(day.text.suffix(5)): \(windows.joined(separator: ","))"
      }.joined(separator: " | ")
    }
    var lines = ["zone \(business.zone.name), open \(hours(business.hours))"]
    lines += business.agents.map { "agent \($0.id.text): \(hours($0.hours))" }
    lines.append("type's agents \(query.type.agents.map(\.text)), resources \(business.resources)")
    lines.append("product \(query.product)")
    lines.append(
      "asked \(ISO8601.writeUTC(query.from)) until \(ISO8601.writeUTC(query.until)), now \(ISO8601.writeUTC(query.now)),"
        + " wish \(query.agent?.text ?? "-"), ignoring \(query.ignoredBooking ?? "-")")
    lines += occupations.map { booking in
      "\(booking.bookingID) \(booking.agent ?? "all") \(booking.product ?? "block") \(line.describe(booking.start))–"
        + "\(line.describe(booking.end)) (\(line.describe(booking.occupiedStart))–\(line.describe(booking.occupiedEnd)))"
        + " uses \(booking.resources)"
    }
    return lines.joined(separator: "\n")
  }
}
