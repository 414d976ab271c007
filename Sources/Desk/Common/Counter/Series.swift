// A series: the same local time on the same weekday, week after week, booked all or none as one decision (Webhook's Series
// has it), and the words for what came of it. `voicebot book --weekly` and the counter's page use it.

internal import Business
internal import CivilTime
internal import JSON

/// What is to be booked week after week.
struct Series {
  let type: Identifier
  let product: Identifier
  /// Nil for any who is free, week by week.
  let agent: Identifier?
  /// The first start.
  let start: Instant
  /// How many weeks, the first one included; at least 1.
  let weeks: Int
  /// Whether weeks whose time is not on offer are left out.
  let leavesOut: Bool

  /// The most weeks that one command books.
  static let mostWeeks = 52

  /// Whether one week's appointment ends before the next one's begins.
  func isPossible(in business: Business) -> Bool {
    business.product(product).map { $0.duration < 6 * 86_400 } ?? false
  }
}

/// What came of a series.
struct SeriesOutcome {
  /// One week of it.
  enum Week {
    /// The booking, as the webhook answers it.
    case booked(JSONValue)
    /// It could have been booked.
    case free(Instant)
    /// Why it cannot be.
    case refused(Instant, WebhookRefusal)
    /// Clocks skip the time that day.
    case skipped(LocalDateTime)
  }
  /// In order.
  let weeks: [Week]
  /// Whether it was booked, those aside that were to be left out.
  let isBooked: Bool

  /// The bookings, as the webhook answers them.
  var bookings: [JSONValue] { weeks.compactMap { if case .booked(let booking) = $0 { booking } else { nil } } }
}

extension Counter {
  /// Books a series for these people: all weeks or, where one cannot be and is not to be left out, none.
  /// - Throws: what is wrong with all of them, such as a field that is missing.
  func book(_ series: Series, for people: PersonFields) throws(DeskFailure) -> SeriesOutcome {
    guard series.isPossible(in: business) else {
      throw DeskFailure("Appointments of a week's length cannot be booked week after week.", status: 64)
    }
    do throws(WebhookRefusal) {
      return try request(series, of: people.members, by: client)
    } catch {
      throw DeskFailure(error, in: business, fields: people.typed(error.fields), isForced: liftsTerms)
    }
  }

  /// The same for members of a booking request; a refusal of all weeks is the webhook's own. With `liftingTerms`, what is so is
  /// written down.
  func request(
    _ series: Series, of people: [(name: String, value: JSONValue)], liftingTerms: Bool
  ) throws(WebhookRefusal) -> SeriesOutcome {
    try request(series, of: people, by: client(liftingTerms: liftingTerms))
  }

  private func request(
    _ series: Series, of people: [(name: String, value: JSONValue)], by client: WebhookClient
  ) throws(WebhookRefusal) -> SeriesOutcome {
    let zone = business.zone
    let first = zone.local(series.start)
    let readings = (0..<series.weeks).map { week in
      LocalDateTime(date: first.date.adding(days: 7 * week), millisecondOfDay: first.millisecondOfDay)
    }
    let starts = readings.enumerated().map { week, reading in
      week == 0 ? series.start : zone.resolve(reading).appointmentStart
    }
    let present = starts.compactMap { $0 }
    let hasGap = present.count < starts.count
    let requests = present.map { start -> [(name: String, value: JSONValue)] in
      [
        ("entityId", .string(business.id.text)), ("appointmentTypeId", .string(series.type.text)),
        ("productId", .string(series.product.text)),
        ("slotId", slotID(series.type, series.product, series.agent, start)),
      ] + people
    }
    let answer = try client.bookSeries(
      requests, leavingOut: series.leavesOut, onlyTrying: hasGap && !series.leavesOut)
    var replies = zip(present, answer.replies).makeIterator()
    let weeks = zip(readings, starts).compactMap { reading, start -> SeriesOutcome.Week? in
      guard start != nil else { return .skipped(reading) }
      guard let (start, reply) = replies.next() else { return nil }
      switch reply {
      case nil: return .free(start)
      case .success(let booking)?: return .booked(booking)
      case .failure(let refusal)?: return .refused(start, refusal)
      }
    }
    return SeriesOutcome(weeks: weeks, isBooked: answer.isBooked)
  }
}

/// Words for a series.
struct SeriesText {
  let zone: Zone

  /// A line for each week: when and with whom, or why not and what is free instead.
  func lines(_ outcome: SeriesOutcome) -> [String] {
    let text = BookingText(zone: zone)
    return outcome.weeks.map { week in
      let line =
        switch week {
        case .booked(let booking):
          "\(text.time(booking)) with \(booking["agent.name"]) (\(ShortID.shown(booking["id"])))"
        case .free(let start): "\(moment(start)): free"
        case .refused(let start, let refusal):
          "\(moment(start)): \(WeekWords.why(refusal)).\(text.instead(refusal.alternatives.prefix(1)))"
        case .skipped(let reading):
          "\(Wording.shortDay(reading.date)): clocks skip \(Wording.clock(minute: reading.millisecondOfDay / 60_000))."
        }
      return "  " + TerminalText.harmless(line)
    }
  }

  private func moment(_ start: Instant) -> String {
    let day = zone.local(start).date
    return Wording.shortDay(day) + " " + Wording.clock(start, zone.offsets(from: day, through: day))
  }
}

private enum WeekWords {
  /// Why one week cannot be booked.
  static func why(_ refusal: WebhookRefusal) -> String {
    switch refusal.code {
    case "too_soon": "past, or nearer than the notice allows"
    case "too_far": "beyond the horizon"
    default: "not on offer"
    }
  }
}
