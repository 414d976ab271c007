// A series in the form of a free time: so many weeks on end, all or none. The command `book --weekly` decides by the same
// function.

internal import Business
internal import CivilTime
internal import Diary
internal import JSON

/// How many weeks a form asks for.
enum WeeksWanted {
  /// One appointment.
  case one
  /// So many, from 2 on.
  case several(Int)
  /// It cannot be read, or is too many.
  case unreadable

  init(_ form: FormValues) {
    guard let text = form["weekly"] else {
      self = .one
      return
    }
    guard let weeks = Int(text), (1...Series.mostWeeks).contains(weeks) else {
      self = .unreadable
      return
    }
    self = weeks == 1 ? .one : .several(weeks)
  }
}

extension CounterDesk {
  /// Where the form asks for how many weeks.
  func seriesFields(_ form: FormValues, isWrong: Bool) -> HTML {
    let isOpen = form["weekly"] != nil
    return """
      <details\(" open", if: isOpen)><summary>\(words.severalWeeks)</summary>
      <div class="field\(" wrong", if: isWrong)"><label for="weekly">\(words.howManyWeeks)</label>
      <p class="hint" id="weekly.hint">\(words.weeksHint)</p>
      <input id="weekly" name="weekly" type="text" inputmode="numeric" autocomplete="off" size="4" \
      value="\(form["weekly"] ?? "")" aria-describedby="weekly.hint"\(" aria-invalid=\"true\"", if: isWrong)></div>
      <p class="tick"><input type="checkbox" id="skip" name="skip" value="1"\(" checked", if: form["skip"] != nil)> \
      <label for="skip">\(words.leaveOutWeeks)</label></p>
      </details>

      """
  }

  /// What stands against a series, week by week, with the nearest other time.
  func weeks(_ outcome: SeriesOutcome) -> HTML {
    let lines = outcome.weeks.map { week -> HTML in
      switch week {
      case .booked(let booking): "<li>\(shortTime(of: booking)): \(words.weekFree)</li>\n"
      case .free(let start): "<li>\(shortTime(start, nil)): \(words.weekFree)</li>\n"
      case .refused(let start, let refusal):
        """
        <li><strong>\(shortTime(start, nil)): \(words.refusal(refusal.code))</strong>\
        \(refusal.alternatives.first.map { other -> HTML in " \(words.freeInstead): \(shortTime(of: other))" })</li>

        """
      case .skipped(let reading):
        "<li><strong>\(words.diary.shortDay(reading.date)): \(words.clocksSkip)</strong></li>\n"
      }
    }
    return "<ul>\n\(lines)</ul>\n"
  }

  private func shortTime(of slot: JSONValue) -> String {
    guard case .instant(let start, _, offsetSeconds: _)? = try? ISO8601.parse(slot["start"]) else { return "" }
    let agent = slot["agentId"].isEmpty ? slot["agent.id"] : slot["agentId"]
    return shortTime(start, Identifier(short(agent)))
  }

  /// Why a time is not on offer, agent by agent.
  func reasons(_ slot: ChosenSlot) -> HTML {
    guard
      var explainer = try? SlotExplainer(
        counter, type: slot.offered.type.id, product: slot.offered.product.id, agent: slot.agent)
    else { return "" }
    explainer.language = words.diary.language
    let agents = ((try? explainer.start(slot.start)) ?? []).filter { agent in
      slot.agent != nil || !agent.commonReasons.contains { $0.code == "not-taking" }
    }
    let lines = agents.prefix(12).compactMap { agent -> HTML? in
      let reasons = agent.commonReasons
      if reasons.isEmpty { return nil }
      return "<li>\(HTML.name(agent.agent.name)): \(reasons.map(\.words).joined(separator: "; "))</li>\n"
    }
    return lines.isEmpty ? "" : "<ul>\n\(lines)</ul>\n"
  }
}
