// A counter: what somebody types there is understood, and what they want is decided by the webhook, under its lock.

internal import Diary
internal import DiaryFile
internal import Business
internal import CivilTime
internal import JSON
internal import Webhook

/// A business's counter: decides through the webhook, under its lock.
struct Counter {
  let business: Business
  let premises: Premises
  let client: WebhookClient
  /// Whether what the file says of terms and times does not count (`--force`).
  let liftsTerms: Bool

  /// The counter of a business; without `liftingTerms`, on the terms on which callers book.
  init(_ entity: String, _ surroundings: Surroundings, liftingTerms: Bool = false) throws(DeskFailure) {
    liftsTerms = liftingTerms
    premises = try Premises(surroundings)
    business = try premises.business(entity)
    client = WebhookClient(
      deployment: premises.deployment(liftingTerms: liftingTerms, by: premises.actor),
      engine: premises.settings.deskEngine)
  }

  /// The phrases that people use here.
  var phrases: Phrases { Phrases(zone: business.zone, now: premises.now) }

  /// Has something decided and recorded; a refusal is the webhook's own. With `liftingTerms`, what is so is written down.
  func request(
    _ action: String, _ members: [(name: String, value: JSONValue)], liftingTerms: Bool = false
  ) throws(WebhookRefusal) -> JSONValue {
    try client(liftingTerms: liftingTerms).ask(action, [("entityId", .string(business.id.text))] + members)
  }

  /// The client of this counter; with `liftingTerms`, one that writes down what is so.
  func client(liftingTerms: Bool) -> WebhookClient {
    guard liftingTerms else { return client }
    return WebhookClient(
      deployment: premises.deployment(liftingTerms: true, by: premises.actor), engine: premises.settings.deskEngine)
  }

  /// Has something decided and recorded, of these people where it is about any.
  func ask(
    _ action: String, _ members: [(name: String, value: JSONValue)], of people: PersonFields? = nil
  ) throws(DeskFailure) -> JSONValue {
    do {
      return try request(action, members + (people?.members ?? []))
    } catch {
      throw DeskFailure(
        error, in: business, fields: people?.typed(error.fields) ?? error.fields, isForced: liftsTerms)
    }
  }

  /// The start of an appointment that somebody typed.
  func start(_ typed: String) throws(DeskFailure) -> Instant {
    guard let start = phrases.start(typed) else {
      throw DeskFailure(
        "“\(TerminalText.harmless(typed))” is no time there is: write it like 2026-11-24T08:30 or 'tomorrow 8:30'.",
        status: 64)
    }
    return start
  }

  /// The stretch of time that somebody typed.
  func span(_ typed: String) throws(DeskFailure) -> Range<Instant> {
    guard let span = phrases.span(typed) else {
      throw DeskFailure(
        "“\(TerminalText.harmless(typed))” is no stretch of time: write it like 2026-11-24T08:00..10:00 or "
          + "2026-11-24..2026-11-26, the end after the start.", status: 64)
    }
    return span
  }

  /// The agent that somebody typed, by id or name; nil for `any`.
  func agent(_ typed: String) throws(DeskFailure) -> Identifier? {
    if typed == "any" { return nil }
    return try known(typed, business.agents.map { ($0.id, $0.name) }, "agent")
  }

  /// The id that somebody typed, or whose name they typed, among some.
  func known(_ typed: String, _ choice: [(id: Identifier, name: String)], _ noun: String) throws(DeskFailure)
    -> Identifier
  {
    if let id = Identifier.meant(by: typed, among: choice) { return id }
    let several = Identifier.several(by: typed, among: choice)
    if several.count > 1 {
      throw DeskFailure(
        "Several are called “\(TerminalText.harmless(typed))”: write \(Wording.list(several.map(\.text))).", status: 64)
    }
    throw DeskFailure(
      "There is no \(noun) “\(TerminalText.harmless(typed))”: \(Wording.existing(choice.map(\.id.text))).",
      status: 64)
  }

  /// The booking whose id, or the beginning of whose id, somebody typed.
  func booking(_ typed: String) throws(DeskFailure) -> Booking {
    try item(typed, "booking") { if case .booking(let booking) = $0 { booking } else { nil } }
  }

  /// The block whose id, or the beginning of whose id, somebody typed.
  func block(_ typed: String) throws(DeskFailure) -> Block {
    try item(typed, "block") { if case .block(let block, isHeld: _) = $0 { block } else { nil } }
  }

  /// The whole id of the booking or block, held or not, whose id or the beginning of whose id somebody typed.
  func itemID(_ typed: String) throws(DeskFailure) -> String { try item(typed, "booking or block") { $0.id } }

  /// The booking or block that is meant. Its whole id finds it fast; a beginning is looked for in all that ever was.
  private func item<Item>(
    _ typed: String, _ noun: String, as wanted: (ItemHistory.State) -> Item?
  ) throws(DeskFailure) -> Item {
    let found = try premises.diary(of: business.id) { store throws(DiaryError) in
      let diary = try store.read()
      let whole = PublicID.whole(typed, in: business.id)
      if let item = try diary.booking(whole).flatMap({ wanted(.booking($0)) }) { return [item] }
      return try ItemHistory.present(in: diary) { ShortID.isMeant($0, by: typed) }.compactMap(wanted)
    }
    guard let only = found.first else {
      throw DeskFailure(
        "There is no \(noun) “\(TerminalText.harmless(typed))”: "
          + "`voicebot agenda \(business.id.text) --format list` shows the ids.")
    }
    guard found.count == 1 else {
      throw DeskFailure(
        "\(found.count) \(noun)s begin with “\(TerminalText.harmless(typed))”: write more of the id.", status: 64)
    }
    return only
  }

  /// The id of where a booking is.
  func slotID(of booking: Booking) throws(DeskFailure) -> JSONValue {
    guard let type = Identifier(booking.type.id), let product = Identifier(booking.product.id),
      let agent = Identifier(booking.agent.id)
    else { throw DeskFailure("Booking \(booking.id) names an id of a form that no id has.") }
    return slotID(type, product, agent, booking.start)
  }

  /// The id of a slot; nil for any agent.
  func slotID(_ type: Identifier, _ product: Identifier, _ agent: Identifier?, _ start: Instant) -> JSONValue {
    .string(Webhook.slotID(in: business.id, type: type, product: product, agent: agent, start: start))
  }

  /// What is printed about a booking that was made or changed.
  func report(_ word: String, _ booking: JSONValue, _ options: CounterOptions) -> String {
    if options.json { return booking.text + "\n" }
    return "\(word) \(BookingText(zone: business.zone).booking(booking)) (\(ShortID.shown(booking["id"])))\n"
      + (booking["status"] == "booked" ? overruled(booking) : "")
  }
}
