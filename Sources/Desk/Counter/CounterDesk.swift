// What every page of a business is made from: the business, its diary, the clock, the words, the address, and what was
// asked. It is put together once a request.

internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile
internal import JSON
internal import Webhook

/// A page that cannot be shown, or a deed that cannot be done, and why.
struct PageFailure: Error {
  /// The HTTP status.
  var status: Int
  /// What to tell whoever looks at the page.
  var sentence: @Sendable (CounterWords) -> String
  /// For a 5xx, one line for the operator's log.
  var fault: String?

  init(_ status: Int, _ sentence: @escaping @Sendable (CounterWords) -> String, fault: String? = nil) {
    self.status = status
    self.sentence = sentence
    self.fault = fault
  }
}

/// The counter of a business, for one request.
struct CounterDesk {
  let request: CounterRequest
  let query: FormValues
  let words: CounterWords
  let address: PageAddress
  let counter: Counter

  /// The counter at which a request for this business arrives.
  init(_ request: CounterRequest, query: FormValues, counter: Counter) {
    self.request = request
    self.query = query
    self.counter = counter
    words = CounterWords(business: counter.business)
    address = PageAddress(
      script: request.script, hasCounter: request.hasCounter, entity: counter.business.id.text)
  }

  var business: Business { counter.business }
  var now: Instant { counter.premises.now }
  var zone: Zone { counter.business.zone }
  /// The local day on which the page is looked at.
  var today: LocalDate { zone.local(now).date }

  /// Reads the diary.
  func diary<Result>(_ body: (DiaryFileView) throws(DiaryError) -> Result) throws(PageFailure) -> Result {
    do {
      return try counter.premises.diary(of: business.id) { store throws(DiaryError) in try body(store.read()) }
    } catch {
      throw PageFailure(error)
    }
  }

  /// Has something decided and recorded; with `force`, writes down what is so.
  func ask(
    _ action: String, _ members: [(name: String, value: JSONValue)], force: Bool = false
  ) throws(WebhookRefusal) -> JSONValue {
    try counter.request(action, members, liftingTerms: force)
  }

  /// The day that a parameter names, within a hundred years of today; nil where it is absent.
  func day(_ parameter: String) throws(PageFailure) -> LocalDate? {
    guard let text = query[parameter] else { return nil }
    guard let day = readDay(text) else { throw PageFailure(400, \.noSuchDay) }
    return day
  }

  /// The day that somebody wrote, within a hundred years of today.
  func readDay(_ text: String) -> LocalDate? {
    guard text.utf8.count <= 40, let day = counter.phrases.day(text), abs(day.dayNumber - today.dayNumber) < 36_525
    else { return nil }
    return day
  }

  /// The short id of the agent that a parameter names, who may have left; nil where it is absent.
  func agent(_ parameter: String = "agent") throws(PageFailure) -> Identifier? {
    guard let text = query[parameter] else { return nil }
    guard let id = PublicID.local(text, in: business.id) else { throw PageFailure(404, \.noSuchAgent) }
    return id
  }

  /// The booking with an id of this business.
  func booking(_ id: String, in view: DiaryFileView) throws(DiaryError) -> Booking? {
    guard let local = PublicID.local(id, in: business.id) else { return nil }
    return try view.booking(PublicID.compose(business.id, local))
  }

  /// The offsets on the days around a stretch of time.
  func offsets(_ start: Instant, _ end: Instant) -> OffsetTable {
    zone.offsets(from: zone.local(start).date, through: zone.local(end).date)
  }

  /// What an agent is called today; the id of one who has left.
  func agentName(_ id: String?) -> String {
    guard let id else { return words.everybody }
    return business.agents.first { $0.id.text == id }?.name ?? id
  }

  /// An id without the name of its business, as links have it.
  func short(_ id: String) -> String {
    PublicID.local(id, in: business.id)?.text ?? id
  }
}

extension PageFailure {
  /// A failure of the diary.
  init(_ failure: DeskFailure) {
    let isBusy = failure.status == 75
    self.init(isBusy ? 503 : 500, { isBusy ? $0.busy : $0.storageFails }, fault: failure.sentence)
  }

  /// A refusal that no form can answer.
  init(_ refusal: WebhookRefusal) {
    switch refusal.status {
    case 503:
      let isBusy = refusal.code == "busy"
      self.init(503, { isBusy ? $0.busy : $0.storageFails }, fault: refusal.fault ?? refusal.title)
    case 500...: self.init(500, \.storageFails, fault: refusal.fault ?? refusal.title)
    case 404: self.init(404, \.notThere)
    default: self.init(refusal.status, \.notDone)
    }
  }
}
