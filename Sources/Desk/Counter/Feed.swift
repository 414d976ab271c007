// The calendar that calendar programs subscribe to: the export's, behind the page's door. A program that asks again is
// told that nothing changed.

internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile
internal import Host
internal import System

/// A business's calendar, or one agent's.
struct Feed {
  let desk: CounterDesk
  /// So many seconds back it goes: a year. Programs ask for it again and again.
  private static let past = 366 * 86_400

  /// The calendar, or 304.
  func reply() throws(PageFailure) -> CounterReply {
    let business = desk.business
    let agent = try desk.agent()?.text
    let range = desk.now.adding(seconds: -Self.past)..<Instant.distantFuture
    var summary = ExportSummary(of: agent, in: range)
    let calendar = Calendar(of: business, agent: agent)
    var events = ""
    var changed = desk.counter.premises.businessFileChanged(business.id)
    do throws(DeskFailure) {
      try desk.counter.premises.diary(of: business.id) { store throws(DiaryError) in
        for item in try ItemHistory.all(in: store.read(), touching: range) {
          summary.add(item, at: 0)
          events += calendar.event(item)
          changed = max(changed, item.changed)
        }
      }
    } catch {
      throw PageFailure(error)
    }
    if let agent, !summary.hasAgent, Identifier(agent).flatMap(business.agent) == nil {
      throw PageFailure(404, \.noSuchAgent)
    }
    let text = calendar.heading(for: summary.reach) + events + calendar.ending
    let tag = "\"" + Base64.encode(Digest.sha256(text)) + "\""
    let date = HTTPDate.text(changed)
    let headers = [
      ("ETag", tag), ("Last-Modified", date), ("Cache-Control", "private, no-cache"),
    ]
    if isKnown(tag, changed) { return CounterReply(status: 304, headers: headers, body: []) }
    let types = [
      ("Content-Type", "text/calendar; charset=utf-8"),
      ("Content-Disposition", "inline; filename=\"\(agent ?? business.id.text).ics\""),
    ]
    return CounterReply(status: 200, headers: types + headers, body: Array(text.utf8))
  }

  /// Whether who asks has this state already (RFC 9110, section 13): tags say it where there are any, else the date.
  private func isKnown(_ tag: String, _ changed: Instant) -> Bool {
    if let tags = desk.request.knownTags {
      return tags.split(separator: ",").contains { known in
        let known = known.split(separator: " ").joined()
        return known == "*" || known == tag || known == "W/" + tag
      }
    }
    guard let since = desk.request.knownDate.flatMap(HTTPDate.instant) else { return false }
    return changed.milliseconds / 1000 <= since.milliseconds / 1000
  }
}

/// Dates as HTTP has them (RFC 9110, section 5.6.7).
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func text(_ instant: Instant) -> String {
    let utc = LocalDateTime(wallMilliseconds: instant.milliseconds)
    let (day, second) = (utc.date.components, utc.millisecondOfDay / 1000)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(Wording.weekday(utc.date.weekday).prefix(3)), \(two(day.day)) \(months[day.month - 1]) \(day.year) "
      + "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60)) GMT"
  }

  /// The instant that such a text names; nil for any other form.
  static func instant(_ text: String) -> Instant? {
    let parts = text.split(separator: " ")
    guard text.utf8.count < 40, parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]),
      let month = months.firstIndex(of: String(parts[2])), let year = Int(parts[3]),
      let date = LocalDate(year: year, month: month + 1, day: day)
    else { return nil }
    let clock = parts[4].split(separator: ":").map { Int($0) ?? -1 }
    guard clock.count == 3, (0...23).contains(clock[0]), (0...59).contains(clock[1]), (0...60).contains(clock[2]) else {
      return nil
    }
    let second = (clock[0] * 60 + clock[1]) * 60 + min(clock[2], 59)
    return Instant(milliseconds: LocalDateTime(date: date, millisecondOfDay: second * 1000).wallMilliseconds)
  }
}
