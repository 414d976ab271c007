// The header fields that the Model Context Protocol puts beside a message, as the host hands them over.

/// Header fields of one message; nil where one was not sent.
package struct MCPHeaders: Sendable {
  /// `Origin`.
  package var origin: String?
  /// `Host`.
  package var host: String?
  /// `MCP-Protocol-Version`.
  package var version: String?
  /// `Mcp-Method`.
  package var method: String?
  /// `Mcp-Name`, decoded.
  package var name: String?

  /// Headers with every member given.
  package init(origin: String?, host: String?, version: String?, method: String?, name: String?) {
    self.origin = origin
    self.host = host
    self.version = version
    self.method = method
    self.name = name
  }

  /// Whether a page of another site sent the message: browsers say the page's origin, and nobody else says one.
  var areForeign: Bool {
    guard let origin else { return false }
    guard let host else { return true }
    for scheme in ["https://", "http://"] where origin.utf8.starts(with: scheme.utf8) {
      let port = scheme == "https://" ? ":443" : ":80"
      let sender = MCPHeaders.authority(origin.utf8.dropFirst(scheme.utf8.count), withoutPort: port)
      return sender.isEmpty || sender != MCPHeaders.authority(host.utf8[...], withoutPort: port)
    }
    return true
  }

  /// A host and port in lower case, without the port that goes without saying.
  private static func authority(_ text: Substring.UTF8View, withoutPort port: String) -> [UInt8] {
    var bytes = text.map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 }
    if bytes.count > port.utf8.count, bytes.suffix(port.utf8.count).elementsEqual(port.utf8) {
      bytes.removeLast(port.utf8.count)
    }
    return bytes
  }
}
