// The three ways in and out: how a request is taken from each kind of host and how a reply is handed back. What the
// hosts have in common is Host.swift's; Lambda's events and envelopes are in LambdaEvent.swift.

internal import Webhook

/// One request as every host delivers it.
struct Question: Sendable {
  /// The HTTP method, or nil where the host has none.
  var method: String?
  /// The body, or why there is none to be answered.
  var body: Result<[UInt8], Problem>
  /// The business that the address names, as written.
  var endpoint: String?
  /// What the request shows of who is asking: the value of `Authorization`.
  var authorization: String?
  /// The query of the address.
  var query: String?
}

/// Which kind of host started the program.
enum Door: Equatable, Sendable {
  /// None that says so: the body on standard input, the JSON on standard output.
  case bare
  /// A web server, by CGI/1.1.
  case cgi(CGIRequest)

  /// The door that these variables show.
  init(_ variables: Variables) {
    if let request = CGIRequest(variables) {
      self = .cgi(request)
    } else {
      self = .bare
    }
  }

  /// Takes the request from standard input and the variables, in full, before anything is written.
  func question(_ variables: Variables, deadline: Deadline) -> Question {
    let authorization = Credentials.authorization(in: variables)
    switch self {
    case .bare:
      return Question(
        body: Door.read(.toEnd, deadline), authorization: authorization, query: variables.nonEmpty("Http_Query"))
    case .cgi(let request):
      return Question(
        method: request.method, body: Door.read(request.body, deadline), endpoint: request.endpoint,
        authorization: authorization, query: variables.nonEmpty("QUERY_STRING"))
    }
  }

  /// The bytes of a reply as this kind of host takes them.
  func text(_ reply: Reply) -> [UInt8] {
    switch self {
    case .bare: ReplyText.bare(reply)
    case .cgi(let request): ReplyText.cgi(reply, to: request.method)
    }
  }

  private static func read(_ rule: BodyRule, _ deadline: Deadline) -> Result<[UInt8], Problem> {
    switch StandardInput.read(0, rule, limit: Host.bodyLimit, deadline: deadline) {
    case .body(let body): .success(body)
    case .tooLarge: .failure(.requestTooLarge(limit: Host.bodyLimit))
    case .tooShort(let received, let promised):
      .failure(
        .invalidRequest(field: "Content-Length", reason: "it promised \(promised) bytes and \(received) arrived"))
    case .timedOut: .failure(.requestTimeout)
    case .lengthUnknown: .failure(.lengthRequired)
    }
  }
}
