// What leaves the webhook: a status, one JSON value and, for a fault, a line for the operator's log.
// How it is framed for a terminal, a web server or a function runtime is the Host's business.

/// The answer to one request.
package struct Reply: Sendable {
  /// The HTTP status (RFC 9110).
  package var status: Int
  /// One JSON value on one line, without a newline at its end.
  package var body: [UInt8]
  /// The body's media type; empty where there is no body.
  package var contentType: String
  /// Further header fields, such as `Retry-After`.
  package var headers: [(name: String, value: String)]
  /// The problem's stable code; empty where the answer is none of the webhook's problems.
  package var code: String
  /// For a 5xx, one line saying what is wrong, where, and what to do; never a caller's personal data. Else nil.
  package var fault: String?

  /// A successful answer with this JSON value.
  package init(ok body: [UInt8]) {
    self.status = 200
    self.body = body
    self.contentType = "application/json"
    self.headers = []
    self.code = ""
    self.fault = nil
  }

  /// An answer with every member given.
  package init(
    status: Int, body: [UInt8], contentType: String, headers: [(name: String, value: String)] = [],
    code: String = "", fault: String? = nil
  ) {
    self.status = status
    self.body = body
    self.contentType = contentType
    self.headers = headers
    self.code = code
    self.fault = fault
  }
}
