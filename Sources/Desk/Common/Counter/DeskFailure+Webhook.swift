// What the webhook's refusals mean at the counter. What they say to a voice bot is in ProblemWords.swift.

internal import Business
internal import CivilTime
internal import JSON

extension DeskFailure {
  /// The failure of a counter's command that a refusal of the webhook is; `fields` are the refusal's as they are typed.
  init(_ refusal: WebhookRefusal, in business: Business, fields: [String]) {
    let text = BookingText(zone: business.zone)
    func labelled(_ field: String, _ typed: String) -> String {
      let label = business.fields.first { $0.name == FieldName.own(field) }?.label
      return label.map { "\(typed) (\($0))" } ?? typed
    }
    switch refusal.code {
    case "slot_taken":
      let free = refusal.alternatives.map { "\(text.shortTime($0)) with \($0["agentName"])" }
      let advice = free.isEmpty ? "" : " Free instead: \(free.joined(separator: ", "))."
      self.init(
        TerminalText.harmless("This time is not on offer: it is taken, or not a time at which one can start.\(advice)"))
    case "too_soon":
      self.init("This time is past, or nearer than the notice allows. With --force it is booked all the same.")
    case "too_far": self.init("This day is beyond the horizon. With --force it is booked all the same.")
    case "too_late": self.init("It is too late to change this booking. With --force it is changed all the same.")
    case "too_many":
      self.init(
        "Whoever comes has as many appointments to come as the business allows. With --force it is booked all the same."
      )
    case "missing_information":
      self.init("This is missing: \(Wording.list(fields.map { labelled($0, $0 + "=…") }, "and")).", status: 64)
    case "invalid_information":
      self.init("This cannot be read: \(Wording.list(fields.map { labelled($0, $0) }, "and")).", status: 64)
    default: self.init(refusal.fault ?? "\(refusal.title): \(refusal.detail)")
    }
  }
}
