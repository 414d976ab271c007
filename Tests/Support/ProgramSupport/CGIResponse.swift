// Reads a CGI response as strictly as the strictest of the web servers.

import Foundation

/// The status, the headers and the body of a CGI response.
package struct CGIResponse {
  package var status: Int
  /// The headers in order, with the names as written.
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]

  /// Reads a response; nil where it is none: `Status: NNN Reason` first, each line ended by CR LF, a blank line.
  package init?(_ bytes: [UInt8]) {
    let end = Array("\r\n\r\n".utf8)
    guard
      let split = bytes.indices.first(where: { bytes[$0...].starts(with: end) }),
      let head = String(bytes: bytes[..<split], encoding: .utf8)
    else { return nil }
    let lines = head.components(separatedBy: "\r\n")
    guard lines.allSatisfy({ !$0.contains("\n") && !$0.contains("\r") }) else { return nil }
    headers = lines.compactMap { line in
      line.range(of: ": ").map { (String(line[..<$0.lowerBound]), String(line[$0.upperBound...])) }
    }
    guard headers.count == lines.count, let first = headers.first, first.name == "Status",
      let match = first.value.wholeMatch(of: /([1-5][0-9][0-9]) [A-Z][A-Za-z ]+/), let status = Int(match.1)
    else { return nil }
    self.status = status
    body = Array(bytes[(split + end.count)...])
  }

  /// The value of a header, or nil where it is missing or there twice.
  package subscript(name: String) -> String? {
    let found = headers.filter { $0.name.lowercased() == name.lowercased() }
    return found.count == 1 ? found.first?.value : nil
  }

  /// What is wrong with the headers, or with the body being on one line; nil if nothing is.
  package var complaint: String? {
    if status == 202 { return body.isEmpty && self["Content-Type"] == nil ? nil : "a notification is answered" }
    // The Model Context Protocol has errors of its own form; a sentence behind an empty listing makes a reply a text.
    let isProtocol = body.starts(with: Array(#"{"jsonrpc""#.utf8))
    let good = ["application/json", "application/problem+json", "text/plain; charset=utf-8"]
    let type = isProtocol ? ["application/json"] : status < 400 ? good : ["application/problem+json"]
    if !type.contains(self["Content-Type"] ?? "") { return "Content-Type is \(self["Content-Type"] ?? "missing")" }
    if self["Content-Length"] != "\(body.count)" { return "Content-Length is \(self["Content-Length"] ?? "missing")" }
    if self["Cache-Control"] != "no-store" { return "Cache-Control is \(self["Cache-Control"] ?? "missing")" }
    if body.contains(UInt8(ascii: "\n")) || body.contains(UInt8(ascii: "\r")) { return "the body is not one line" }
    return nil
  }
}
