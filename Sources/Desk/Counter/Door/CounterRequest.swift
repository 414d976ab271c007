// A request for the counter's page as a value: what a web server said about it by CGI (RFC 3875), and the form it sent.

internal import Host

/// One request for the counter's page.
struct CounterRequest: Sendable {
  /// What the path behind the program's own names.
  enum Target: Equatable, Sendable {
    /// No business: the list of them.
    case businesses
    /// The page of a business.
    case page(entity: String)
    /// The calendar of a business.
    case calendar(entity: String)
    /// Nothing that is served.
    case nothing
  }

  /// What the body is.
  enum Body: Sendable {
    /// A form, or nothing.
    case form(FormValues)
    /// It could not be had, or is no form; with the status that says so.
    case unreadable(status: Int)
  }

  /// As sent: `GET`, `POST`.
  var method: String
  var target: Target
  /// The program's own path.
  var script: String
  /// Whether the path began with `/counter`.
  var hasCounter: Bool
  /// What the query says; nil where it cannot be read.
  var query: FormValues?
  var body: Body
  /// Who is there, as the web server found out; nil where it did not.
  var user: String?
  /// Whether everybody may come in (`VOICEBOT_COUNTER=open`).
  var isOpen: Bool
  var origin: RequestOrigin
  /// The language that the browser wishes first, for pages that are no business's.
  var wishedLanguage: CounterLanguage
  /// `If-None-Match`, as sent.
  var knownTags: String?
  /// `If-Modified-Since`, as sent.
  var knownDate: String?

  /// The request that these variables describe, with what came of reading its body.
  init(_ variables: Variables, _ request: CGIRequest, _ input: StandardInput.Outcome) {
    method = request.method
    script = variables["SCRIPT_NAME"] ?? ""
    (target, hasCounter) = Self.target(variables["PATH_INFO"] ?? "")
    query = FormValues(Array((variables["QUERY_STRING"] ?? "").utf8))
    body = Self.body(input, type: variables["CONTENT_TYPE"] ?? "", encoding: request.contentEncoding)
    user = variables.nonEmpty("REMOTE_USER")
    isOpen = variables["VOICEBOT_COUNTER"] == "open"
    origin = RequestOrigin(
      site: variables["HTTP_SEC_FETCH_SITE"], origin: variables["HTTP_ORIGIN"], host: variables["HTTP_HOST"],
      port: variables.nonEmpty("SERVER_PORT"), isSecure: ["on", "1"].contains(variables["HTTPS"]?.lowercased()),
      address: variables["REMOTE_ADDR"])
    wishedLanguage =
      variables["HTTP_ACCEPT_LANGUAGE"].flatMap { CounterLanguage(tag: String($0.prefix(2))) } ?? .english
    knownTags = variables.nonEmpty("HTTP_IF_NONE_MATCH")
    knownDate = variables.nonEmpty("HTTP_IF_MODIFIED_SINCE")
  }

  /// What a path names: `[/counter]/<entityId>[/calendar.ics]`, with slashes in any number.
  private static func target(_ path: String) -> (Target, hasCounter: Bool) {
    var segments = path.split(separator: "/").map(String.init)[...]
    let hasCounter = segments.first == "counter"
    if hasCounter { segments.removeFirst() }
    guard let entity = segments.popFirst() else { return (.businesses, hasCounter) }
    switch (segments.first, segments.count) {
    case (nil, _): return (.page(entity: entity), hasCounter)
    case ("calendar.ics"?, 1): return (.calendar(entity: entity), hasCounter)
    default: return (.nothing, hasCounter)
    }
  }

  private static func body(_ input: StandardInput.Outcome, type: String, encoding: String?) -> Body {
    let bytes: [UInt8]
    switch input {
    case .body(let body): bytes = body
    case .tooLarge: return .unreadable(status: 413)
    case .timedOut: return .unreadable(status: 408)
    case .lengthUnknown: return .unreadable(status: 411)
    case .tooShort: return .unreadable(status: 400)
    }
    if bytes.isEmpty { return .form(FormValues()) }
    let media = type.prefix { $0 != ";" }.split(separator: " ").joined().lowercased()
    let isPlain = encoding.map { $0.isEmpty || $0.lowercased() == "identity" } ?? true
    guard media == "application/x-www-form-urlencoded", isPlain, let form = FormValues(bytes) else {
      return .unreadable(status: 400)
    }
    return .form(form)
  }
}
