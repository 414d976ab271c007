// A reply as bytes: the JSON alone, or a CGI response around it (RFC 3875, section 6). Nothing is written here.

package import Webhook

/// How replies look on standard output.
package enum ReplyText {
  /// The JSON value and a newline, nothing else.
  package static func bare(_ reply: Reply) -> [UInt8] { reply.body + [UInt8(ascii: "\n")] }

  /// A CGI response: `Status` with a reason (Apache refuses less), the length and type of the body, `no-store`, the
  /// reply's own headers, a blank line, the body. Lines end in CR LF, which some servers copy to the wire. To `HEAD`
  /// the answer is the headers alone. A reply without a type has no body. `closing` adds `Connection: close`, for a server
  /// that closes the connection and leaves it to the program to say so.
  package static func cgi(_ reply: Reply, to method: String, closing: Bool = false) -> [UInt8] {
    var head = "Status: \(reply.status) \(reason(reply.status))\r\n"
    if !reply.contentType.isEmpty { head += "Content-Type: \(reply.contentType)\r\n" }
    head += "Content-Length: \(reply.body.count)\r\n"
    head += "Cache-Control: no-store\r\n"
    if closing { head += "Connection: close\r\n" }
    for header in reply.headers { head += "\(header.name): \(header.value)\r\n" }
    head += "\r\n"
    return method == "HEAD" ? Array(head.utf8) : Array(head.utf8) + reply.body
  }

  /// The reason phrase of each status that the program answers (RFC 9110, section 15).
  package static func reason(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 202: "Accepted"
    case 303: "See Other"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 408: "Request Timeout"
    case 409: "Conflict"
    case 411: "Length Required"
    case 413: "Content Too Large"
    case 422: "Unprocessable Content"
    case 500: "Internal Server Error"
    case 503: "Service Unavailable"
    default: status < 500 ? "Refused" : "Failed"
    }
  }
}
