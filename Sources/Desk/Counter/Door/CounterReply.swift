// A reply of the counter's page, and its bytes.

internal import Host

/// What is answered to a request.
struct CounterReply: Sendable {
  var status: Int
  var headers: [(name: String, value: String)]
  var body: [UInt8]
  /// For a 5xx, one line for the operator's log. Else nil.
  var fault: String?

  /// A reply with every member given.
  init(status: Int, headers: [(name: String, value: String)], body: [UInt8], fault: String? = nil) {
    self.status = status
    self.headers = headers
    self.body = body
    self.fault = fault
  }

  /// To another view, by GET: what follows a form that was done.
  static func redirect(_ address: String) -> CounterReply {
    CounterReply(status: 303, headers: [("Location", address), ("Cache-Control", "no-store")], body: [])
  }

  /// The response as CGI has it (RFC 3875, section 6), to a request by this method.
  func text(to method: String, closing: Bool) -> [UInt8] {
    var head = "Status: \(status) \(ReplyText.reason(status))\r\n"
    if status != 304 { head += "Content-Length: \(body.count)\r\n" }
    for header in headers + Self.always { head += "\(header.name): \(header.value)\r\n" }
    if closing { head += "Connection: close\r\n" }
    head += "\r\n"
    return Array(head.utf8) + (method == "HEAD" || status == 304 ? [] : body)
  }

  /// The address of a page says nothing to another site; nobody guesses types or puts a page into a frame.
  private static let always: [(name: String, value: String)] = [
    ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
  ]
}
