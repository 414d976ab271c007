// When somebody works on a day, for people who look at a diary. Which starts are on offer in it: see Timetable.

package import Business
package import CivilTime

extension Timetable {
  /// The working time of an agent that opens on each of some days, by the rules of contract section 3 (slots): windows
  /// that touch are one, a window past midnight belongs to the day on which it opens, edges in a daylight-saving gap or
  /// fold are resolved. One list a day, each in order, empty where the agent does not work.
  package static func workingTime(
    of agent: Agent, from first: LocalDate, through last: LocalDate, in business: Business
  ) -> [[Range<Instant>]] {
    let offsets = business.zone.offsets(from: first, through: last)
    return stride(from: first.dayNumber, through: last.dayNumber, by: 1).map { number in
      var spans: [Range<Instant>] = []
      let day = DayWindows(of: business.hours, on: LocalDate(dayNumber: number))
      day.within(agent.hours).forEachSpan(by: offsets) { span in
        if span.start < span.end { spans.append(span.start..<span.end) }
      }
      return spans
    }
  }
}
