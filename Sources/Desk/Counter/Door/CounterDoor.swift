// The door of the counter's page: a request is read whole, answered, and only then is said what was wrong. Who may come in
// is decided here; what is shown is decided in Pages, and what happens to bookings where it is decided for callers.

internal import Business
internal import Host
internal import System

/// The program under a web server.
package enum CounterDoor {
  /// The largest form that is read, in bytes.
  private static let bodyLimit = 64 * 1024
  /// How long a form may take to arrive, in milliseconds.
  private static let bodyDeadline: Int64 = 10_000

  /// Reads one request from standard input, answers it on standard output and returns the exit status: 0 if a whole reply
  /// was written, else 1.
  package static func serve(_ surroundings: Surroundings = .ofProcess()) -> Int32 {
    let calls = LinuxCalls()
    let deadline = Deadline(milliseconds: bodyDeadline, calls)
    calls.prepareStreams()
    guard let cgi = CGIRequest(surroundings.variables) else { return 1 }
    let input = StandardInput.read(StandardStreams.input, cgi.body, limit: bodyLimit, deadline: deadline, calls)
    let request = CounterRequest(surroundings.variables, cgi, input)
    let reply = answer(request, surroundings)
    guard StandardStreams.reply(reply.text(to: request.method, closing: cgi.closesSilently), calls) else { return 1 }
    if let fault = reply.fault {
      FaultLog.report(fault, status: reply.status, to: LogTarget(surroundings.variables), calls)
    }
    return 0
  }

  /// The answer to a request.
  static func answer(_ request: CounterRequest, _ surroundings: Surroundings) -> CounterReply {
    let words = CounterWords(request.wishedLanguage)
    func refusal(_ status: Int, _ sentence: String, allow: String? = nil, fault: String? = nil) -> CounterReply {
      var reply = MessagePage(words: words, home: nil).reply(status, sentence, fault: fault)
      if let allow { reply.headers.append(("Allow", allow)) }
      return reply
    }
    guard request.user != nil || request.isOpen else { return refusal(403, words.notLetIn) }
    if request.isOpen, request.origin.isRebound { return refusal(403, words.otherName) }
    guard ["GET", "HEAD", "POST"].contains(request.method) else {
      return refusal(405, words.noSuchMethod, allow: "GET, HEAD, POST")
    }
    guard let query = request.query else { return refusal(400, words.unreadable) }
    do {
      let premises = try Premises(surroundings)
      let known = try premises.businesses()
      let own = premises.settings.entity
      let entity: String
      switch request.target {
      case .nothing: return refusal(404, words.notThere)
      case .businesses:
        guard request.method != "POST" else { return refusal(405, words.noSuchMethod, allow: "GET, HEAD") }
        let shown = known.filter { own == nil || $0.text == own }
        return BusinessesPage(words: words, request: request).reply(shown)
      case .page(let name), .calendar(let name): entity = name
      }
      if let own, own != entity { return refusal(403, words.otherBusiness) }
      guard known.contains(where: { $0.text == entity }) else { return refusal(404, words.noSuchBusiness) }
      let counter = try Counter(entity, surroundings)
      return CounterDesk(request, query: query, counter: counter).reply
    } catch {
      return refusal(500, words.outOfService, fault: error.sentence)
    }
  }
}

extension CounterDesk {
  /// The answer at this counter.
  fileprivate var reply: CounterReply {
    do throws(PageFailure) {
      if case .calendar = request.target {
        guard request.method != "POST" else { throw PageFailure(405, \.noSuchMethod) }
        return try Feed(desk: self).reply()
      }
      if request.method == "POST" { return try formReply() }
      return try CounterView(desk: self).reply()
    } catch {
      var reply = MessagePage(words: words, home: address.path, desk: self).reply(
        error.status, error.sentence(words), fault: error.fault)
      if error.status == 405 { reply.headers.append(("Allow", "GET, HEAD")) }
      if error.status == 503 { reply.headers.append(("Retry-After", "1")) }
      return reply
    }
  }

  /// The answer to a form: it must come from this site's own page, and be readable.
  private func formReply() throws(PageFailure) -> CounterReply {
    guard request.origin.isOwn else { throw PageFailure(403, \.foreignForm) }
    switch request.body {
    case .unreadable(let status): throw PageFailure(status, status == 413 ? \.tooLarge : \.unreadable)
    case .form(let form): return try CounterDeed(desk: self, form: form).reply()
    }
  }
}
