// The three ways in: how a request is taken from each kind of host. ResponseFormat gives a reply the
// form that the host expects; LambdaEvent.swift reads Lambda's events.

internal import Doors
internal import System
internal import Webhook

/// One request as every host delivers it.
struct IncomingRequest: Sendable {
  /// How the reply is to look.
  var format: ResponseFormat
  /// The HTTP method, or nil where the host has none.
  var method: String?
  /// The body, or why there is none to be answered.
  var body: Result<[UInt8], Problem>
  /// The business and the door that the address names.
  var address = Address(entity: nil)
  /// The header fields of the Model Context Protocol, at its door.
  var protocolHeaders: MCPHeaders?
  /// The value of the header `Authorization`.
  var authorization: String?
  /// The query's parameter `token`.
  var queryToken: String?
}

/// What is put around a reply.
enum ResponseFormat: Equatable, Sendable {
  /// Nothing but a newline behind it.
  case bare
  /// A CGI response to a request of this method, for a server that may close the connection without saying so.
  case cgi(method: String, closesSilently: Bool)
  /// The envelope of Lambda's gateways; of one that passes headers as lists it has to have lists, too.
  case lambda(headersAreLists: Bool)

  /// The bytes of a reply within this format.
  func text(_ reply: Reply) -> [UInt8] {
    switch self {
    case .bare: ReplyText.bare(reply)
    case .cgi(let method, let closesSilently): ReplyText.cgi(reply, to: method, closing: closesSilently)
    case .lambda(let headersAreLists): LambdaEvent.envelope(reply, headersAreLists: headersAreLists)
    }
  }
}

/// Which kind of host started the program.
enum Door: Equatable, Sendable {
  /// None that says so: the body on standard input, the JSON on standard output.
  case bare
  /// A web server, by CGI/1.1.
  case cgi(CGIRequest)
  /// AWS Lambda's runtime, through bin/bootstrap: an event on standard input.
  case lambda

  /// The door that these variables show.
  init(_ variables: Variables) {
    if let request = CGIRequest(variables) {
      self = .cgi(request)
    } else {
      self = variables.nonEmpty("AWS_LAMBDA_RUNTIME_API") == nil ? .bare : .lambda
    }
  }

  /// Takes the request from standard input and the variables, in full, before anything is written.
  func request(_ variables: Variables, deadline: Deadline, _ calls: some SystemCalls) -> IncomingRequest {
    switch self {
    case .bare:
      return IncomingRequest(
        format: .bare,
        body: Door.plain(Door.read(.toEnd, deadline, calls), encoding: variables["Http_Content_Encoding"]),
        authorization: Credentials.authorization(in: variables),
        queryToken: Door.token(variables.nonEmpty("Http_Query")))
    case .cgi(let request):
      return IncomingRequest(
        format: .cgi(method: request.method, closesSilently: request.closesSilently), method: request.method,
        body: Door.plain(
          Door.read(request.body, deadline, calls, limit: request.address.door.bodyLimit),
          encoding: request.contentEncoding),
        address: request.address,
        protocolHeaders: request.address.door == .mcp ? MCPHeaders(variables) : nil,
        authorization: Credentials.authorization(in: variables),
        queryToken: Door.token(variables.nonEmpty("QUERY_STRING")))
    case .lambda:
      switch Door.read(.toEnd, deadline, calls, limit: LambdaEvent.limit) {
      case .success(let bytes): return LambdaEvent(bytes).request
      case .failure(let problem):
        return IncomingRequest(format: .lambda(headersAreLists: false), body: .failure(problem))
      }
    }
  }

  /// A body that was read, unless its `Content-Encoding` (RFC 9110, section 8.4) says that it is compressed.
  static func plain(_ body: Result<[UInt8], Problem>, encoding: String?) -> Result<[UInt8], Problem> {
    guard let encoding, case .success = body else { return body }
    let codings = encoding.utf8.split(separator: UInt8(ascii: ","))
    let isPlain = codings.allSatisfy { coding in
      let name = coding.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      return name.isEmpty || ASCII.equalIgnoringCase(name.span, "identity")
    }
    return isPlain ? body : .failure(.invalidRequest(field: "Content-Encoding", reason: "send the body uncompressed"))
  }

  private static func token(_ query: String?) -> String? { query.flatMap { QueryString.value(of: "token", in: $0) } }

  private static func read(
    _ rule: BodyRule, _ deadline: Deadline, _ calls: some SystemCalls, limit: Int = Host.bodyLimit
  ) -> Result<[UInt8], Problem> {
    switch StandardInput.read(StandardStreams.input, rule, limit: limit, deadline: deadline, calls) {
    case .body(let body): .success(body)
    case .tooLarge: .failure(.requestTooLarge(limit: limit))
    case .tooShort(let received, let promised):
      .failure(
        .invalidRequest(field: "Content-Length", reason: "it promised \(promised) bytes and \(received) arrived"))
    case .timedOut: .failure(.requestTimeout)
    case .lengthUnknown: .failure(.lengthRequired)
    }
  }
}
