// Free times as the webhook offers them, for people.

internal import Business
internal import CivilTime
internal import JSON

/// A listing in words.
struct ListedTimes {
  private let slots: [JSONValue]
  private let business: Business
  private let product: Identifier
  private let days: Int

  init(_ slots: [JSONValue], _ business: Business, _ product: Identifier, days: Int) {
    self.slots = slots
    self.business = business
    self.product = product
    self.days = days
  }

  /// By day a line for each start: when, with whom, how many places are left.
  var text: String {
    let words = BookingText(zone: business.zone)
    var lines: [String] = []
    var day: LocalDate?
    for slot in slots {
      let date = words.day(slot)
      if date != day, let date { lines += (day == nil ? [] : [""]) + [Wording.day(date)] }
      day = date
      let left = slot["remaining"]
      lines.append("  \(words.clock(slot))  \(slot["agentName"])" + (left.isEmpty ? "" : "  \(left) left"))
    }
    if lines.isEmpty {
      let span = days == 1 ? "that day" : "in these \(days) days"
      lines = [
        "Nothing is free \(span): `voicebot slots \(business.id.text) \(product.text) --why` and the same days say why."
      ]
    }
    return lines.map { TerminalText.harmless($0) + "\n" }.joined()
  }
}
