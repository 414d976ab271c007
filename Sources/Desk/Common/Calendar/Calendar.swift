// A diary as an iCalendar file (RFC 5545) for calendars to subscribe to or import. It has no METHOD: nobody is invited,
// and without one DTSTAMP is the time of the last change (section 3.8.7.2), so that the same diary gives the same
// bytes.

internal import Diary
internal import Business
internal import CivilTime
internal import People

/// Writes bookings and blocks as events.
struct Calendar {
  private let business: Business
  private let agent: String?

  /// The calendar of a business, or of one of its agents.
  init(of business: Business, agent: String?) {
    self.business = business
    self.agent = agent
  }

  /// What stands before the events, whose times lie within a range.
  func heading(for reach: Range<Instant>?) -> String {
    var lines = ContentLines()
    lines.append("BEGIN", "VCALENDAR")
    lines.append("VERSION", "2.0")
    lines.append("PRODID", "-//voicebot//voicebot export//EN")
    lines.append("CALSCALE", "GREGORIAN")
    lines.append("NAME", text: name)
    lines.append("X-WR-CALNAME", text: name)
    lines.append("X-WR-TIMEZONE", business.zone.name)
    lines.append("REFRESH-INTERVAL;VALUE=DURATION", "PT15M")
    lines.append("X-PUBLISHED-TTL", "PT15M")
    if let reach { ZoneDefinition(business.zone, for: reach).write(to: &lines) }
    return lines.text
  }

  /// A booking or block as an event; nothing where it is not of the calendar. Of one agent's calendar, bookings that
  /// another has now are cancelled events.
  func event(_ item: ItemHistory) -> String {
    guard let state = item.state(for: agent) else { return "" }
    var lines = ContentLines()
    write(item, state, to: &lines)
    return lines.text
  }

  /// What stands behind the events.
  var ending: String {
    var lines = ContentLines()
    lines.append("END", "VCALENDAR")
    return lines.text
  }

  private var name: String {
    let agentName = agent.map { id in business.agents.first { $0.id.text == id }?.name ?? id }
    return agentName.map { "\(business.name): \($0)" } ?? business.name
  }

  private func write(_ item: ItemHistory, _ state: ItemHistory.State, to lines: inout ContentLines) {
    lines.append("BEGIN", "VEVENT")
    lines.append("UID", text: state.id + "@voicebot")
    lines.append("DTSTAMP", CalendarTime.utc(item.changed))
    lines.append("CREATED", CalendarTime.utc(item.created))
    lines.append("LAST-MODIFIED", CalendarTime.utc(item.changed))
    lines.append("SEQUENCE", String(item.revision))
    write(state.time, to: &lines)
    lines.append("STATUS", state.isHeld ? "CONFIRMED" : "CANCELLED")
    lines.append("TRANSP", state.isHeld ? "OPAQUE" : "TRANSPARENT")
    switch state {
    case .booking(let booking):
      lines.append("SUMMARY", text: summary(booking))
      lines.append("DESCRIPTION", text: description(booking))
      lines.append("CATEGORIES", text: booking.type.name)
    case .block(let block, isHeld: _):
      lines.append("SUMMARY", text: prefix(block.agent) + (block.reason ?? "Blocked"))
    }
    lines.append("END", "VEVENT")
  }

  /// Start and end on local clocks; in UTC where clocks show one of them for the second time, for a local time that
  /// occurs twice means the first (RFC 5545, section 3.3.5).
  private func write(_ time: Range<Instant>, to lines: inout ContentLines) {
    let zone = business.zone
    let isLocal = [time.lowerBound, time.upperBound].allSatisfy { zone.resolve(zone.local($0)).windowStart == $0 }
    for (name, instant) in [("DTSTART", time.lowerBound), ("DTEND", time.upperBound)] {
      if isLocal {
        lines.append("\(name);TZID=\(zone.name)", CalendarTime.local(zone.local(instant)))
      } else {
        lines.append(name, CalendarTime.utc(instant))
      }
    }
  }

  private func summary(_ booking: Booking) -> String {
    let person = booking.participant.displayName.map { ", " + $0 } ?? ""
    return prefix(booking.agent.id) + booking.product.name + person
  }

  /// The agent's name, for a calendar of all agents; nothing for a block of all.
  private func prefix(_ id: String?) -> String {
    guard agent == nil, let id else { return "" }
    return (business.agents.first { $0.id.text == id }?.name ?? id) + ": "
  }

  private func description(_ booking: Booking) -> String {
    var lines = booking.participant.said(business.fields).map(\.line)
    if let booker = booking.otherBooker {
      lines += ["Booked by \(booker.shown)"] + booker.said(business.fields).map(\.line)
    }
    if booking.bufferBefore > 0 { lines.append("\(booking.bufferBefore / 60) minutes before it are kept free") }
    if booking.bufferAfter > 0 { lines.append("\(booking.bufferAfter / 60) minutes after it are kept free") }
    return (lines + ["Booking \(booking.id)"]).joined(separator: "\n")
  }
}
