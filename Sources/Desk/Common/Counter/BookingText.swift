// A booking or slot, as the webhook answers it, in a sentence.

internal import CivilTime
internal import JSON

/// Words for the webhook's answers.
struct BookingText {
  /// The business's offsets, in which times are told.
  let zone: Zone

  /// `30 Minuten Massage with Anna Schmidt, Tuesday, 24 November 2026, 08:30–09:00`.
  func booking(_ booking: JSONValue) -> String {
    TerminalText.harmless("\(booking["product.name"]) with \(booking["agent.name"]), \(time(booking))")
  }

  /// `Tuesday, 24 November 2026, 08:30–09:00`.
  func time(_ slot: JSONValue) -> String {
    guard let (start, end) = times(slot) else { return slot["start"] }
    return Wording.span(start, end, offsets(start))
  }

  /// `Tue 24 Nov 08:30`.
  func shortTime(_ slot: JSONValue) -> String {
    day(slot).map { Wording.shortDay($0) + " " + clock(slot) } ?? slot["start"]
  }

  /// ` Free instead: Tue 24 Nov 08:30 with Anna Schmidt, …` behind a sentence; empty where nothing is.
  func instead(_ alternatives: some Sequence<JSONValue>) -> String {
    let free = alternatives.map { "\(shortTime($0)) with \($0["agentName"])" }
    return free.isEmpty ? "" : " Free instead: \(free.joined(separator: ", "))."
  }

  /// `08:30`.
  func clock(_ slot: JSONValue) -> String {
    guard let (start, _) = times(slot) else { return slot["start"] }
    return Wording.clock(start, offsets(start))
  }

  /// The local day on which it starts.
  func day(_ slot: JSONValue) -> LocalDate? { times(slot).map { zone.local($0.start).date } }

  private func times(_ slot: JSONValue) -> (start: Instant, end: Instant)? {
    guard case .instant(let start, _, offsetSeconds: _)? = try? ISO8601.parse(slot["start"]),
      case .instant(let end, _, offsetSeconds: _)? = try? ISO8601.parse(slot["end"])
    else { return nil }
    return (start, end)
  }

  private func offsets(_ instant: Instant) -> OffsetTable {
    let day = zone.local(instant).date
    return zone.offsets(from: day, through: day)
  }
}
