// What the webhook's refusals mean at the counter. What they say to a voice bot is in ProblemWords.swift.

internal import Business
internal import CivilTime
import Glibc
internal import JSON

extension DeskFailure {
  /// The failure of a counter's command that a refusal of the webhook is; `fields` are the refusal's as they are typed.
  /// `isForced`: the command was given with `--force` already, which is no advice then.
  init(_ refusal: WebhookRefusal, in business: Business, fields: [String], isForced: Bool) {
    let text = BookingText(zone: business.zone)
    func advice(_ done: String) -> String { isForced ? "" : " With --force it is \(done) all the same." }
    func labelled(_ field: String, _ typed: String) -> String {
      let label = business.fields.first { $0.name == FieldName.own(field) }?.label
      return label.map { "\(typed) (\($0))" } ?? typed
    }
    switch refusal.code {
    case "slot_taken":
      let why =
        isForced
        ? "This time is taken: the agent, or something that is needed, is not free then, and --force does not change that."
        : "This time is not on offer: it is taken, or not a time at which one can start."
      self.init(TerminalText.harmless(why + text.instead(refusal.alternatives)))
    case "too_soon":
      self.init("This time is past, or nearer than the notice allows.\(advice("booked"))")
    case "too_far": self.init("This day is beyond the horizon.\(advice("booked"))")
    case "too_late": self.init("It is too late to change this booking.\(advice("changed"))")
    case "too_many":
      self.init("Whoever comes has as many appointments to come as the business allows.\(advice("booked"))")
    case "missing_information":
      self.init("This is missing: \(Wording.list(fields.map { labelled($0, $0 + "=…") }, "and")).", status: 64)
    case "invalid_information":
      self.init("This cannot be read: \(Wording.list(fields.map { labelled($0, $0) }, "and")).", status: 64)
    case "busy":
      self.init(
        "Somebody else has held the bookings for over 3 seconds. Try again, or look for a program that is stopped.",
        status: EX_TEMPFAIL)
    default: self.init(refusal.fault ?? "\(refusal.title): \(refusal.detail)")
    }
  }
}
