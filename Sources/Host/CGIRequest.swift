// What a web server says about one request in the environment (CGI/1.1, RFC 3875), and the rule that follows for
// how much of standard input is the body. StandardInput.swift reads it; Settings.swift has the
// deployment's variables.

/// How much of standard input is the request's body.
package enum BodyRule: Equatable, Sendable {
  /// There is no body: standard input is not read.
  case none
  /// Exactly this many bytes, never more: some servers keep standard input open (uwsgi, Python's).
  case exactly(Int)
  /// Everything up to the end of the input.
  case toEnd
  /// It cannot be known: 411.
  case unknown
}

/// One request as a web server describes it.
package struct CGIRequest: Equatable, Sendable {
  /// The HTTP method, as sent.
  package var method: String
  /// How much of standard input is the body.
  package var body: BodyRule
  /// The body's `Content-Encoding`, as sent; nil where there is none.
  package var contentEncoding: String?
  /// What the path behind the program's own says, decoded by the server.
  var address: Address
  /// Whether the server closes the connection behind each reply without saying so.
  package var closesSilently: Bool

  /// The request that these variables describe, or nil where no web server set them: `GATEWAY_INTERFACE` says CGI
  /// (every server sets it), and neither `REQUEST_METHOD` (Fission sets it and wants a bare body) nor argv does.
  package init?(_ variables: Variables) {
    guard variables["GATEWAY_INTERFACE"] != nil else { return nil }
    method = variables.nonEmpty("REQUEST_METHOD") ?? "POST"
    address = variables.nonEmpty("PATH_INFO").map { Address(path: $0) } ?? Address(entity: nil)
    closesSilently = variables["SERVER_SOFTWARE"]?.utf8.starts(with: "busybox".utf8) ?? false
    contentEncoding = variables["HTTP_CONTENT_ENCODING"]
    body = CGIRequest.bodyRule(
      contentLength: variables["CONTENT_LENGTH"], transferEncoding: variables["HTTP_TRANSFER_ENCODING"])
  }

  /// The rule for a length and a transfer encoding as servers pass them. A decimal number means that many bytes.
  /// `-1` (Caddy), or no length with `chunked` (Apache), means up to the end; no length otherwise means no body.
  /// Anything else is `unknown`.
  static func bodyRule(contentLength: String?, transferEncoding: String?) -> BodyRule {
    guard let length = contentLength, !length.isEmpty else {
      return isChunked(transferEncoding ?? "") ? .toEnd : .none
    }
    if length == "-1" { return .toEnd }
    var value = 0
    for byte in length.utf8 {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return .unknown }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      // A length beyond any limit stays one, whatever digits follow.
      value = overflow || carry ? Int.max : sum
    }
    return value == 0 ? .none : .exactly(value)
  }

  /// Whether the last coding of a `Transfer-Encoding` is `chunked` (RFC 9112, section 6.1).
  private static func isChunked(_ codings: String) -> Bool {
    let last = codings.utf8.split(separator: UInt8(ascii: ",")).last ?? codings.utf8[...]
    return last.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }.map(ASCII.lowercased)
      .elementsEqual("chunked".utf8)
  }
}

/// Letters as protocols compare them, without a locale.
enum ASCII {
  /// The byte, or the lower-case letter where it is an upper-case one.
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// Whether two texts are equal but for the case of ASCII letters.
  static func equalIgnoringCase(_ left: Span<UInt8>, _ right: String) -> Bool {
    let right = right.utf8.span
    guard left.count == right.count else { return false }
    for index in left.indices where lowercased(left[index]) != lowercased(right[index]) { return false }
    return true
  }
}
