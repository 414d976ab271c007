// Whether a form was sent by a page of this site: browsers send a user's password to it whoever asks them to.

/// Where a request says that it comes from.
struct RequestOrigin: Sendable {
  /// `Sec-Fetch-Site`, which no page can set.
  var site: String?
  /// `Origin`, which no page can set either.
  var origin: String?
  /// `Host`: the site that was asked.
  var host: String?
  /// The port that was asked (`SERVER_PORT`): some servers, such as Debian's nginx, pass on `Host` without it.
  var port: String?
  /// Whether the web server itself was asked by HTTPS (`HTTPS`); where it was not, a server before it may have been.
  var isSecure: Bool
  /// Where the connection comes from (`REMOTE_ADDR`).
  var address: String?

  /// Whether this site's own page sent it. A browser says so by one of the two; where both are there, both have to.
  var isOwn: Bool {
    if let site, site != "same-origin" { return false }
    if let origin { return isSame(origin) }
    return site != nil
  }

  /// Whether an origin (RFC 6454, section 6.1) is that of the host that was asked. A server in between may have spoken
  /// HTTPS, so the scheme only says which port is meant where none is written.
  private func isSame(_ origin: String) -> Bool {
    guard let host = host?.lowercased(), !host.isEmpty else { return false }
    let text = origin.lowercased()
    let own = [host] + (Self.hasPort(host) ? [] : port.map { [host + ":" + $0] } ?? [])
    for (scheme, usual) in [("https://", ":443"), ("http://", ":80")] where text.hasPrefix(scheme) {
      if isSecure, scheme == "http://" { return false }
      let asked = String(text.dropFirst(scheme.count))
      return own.contains { asked == $0 || asked + usual == $0 || asked == $0 + usual }
    }
    return false
  }

  private static func isLoopback(_ address: String) -> Bool {
    ["127.", "::ffff:127."].contains { address.hasPrefix($0) } || address == "::1"
  }

  /// Whether a host has a port behind it: `[::1]` has none.
  private static func hasPort(_ host: String) -> Bool {
    host.utf8.last(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "]") }) == UInt8(ascii: ":")
  }

  /// Whether a browser of this machine asked for it by a name that is not this machine's: a page from elsewhere whose name
  /// was made to lead here (DNS rebinding). An address, or `localhost`, is nobody else's name.
  var isRebound: Bool {
    guard let address, Self.isLoopback(address), let host = host?.lowercased() else {
      return false
    }
    if host.hasPrefix("[") { return false }
    let name = host.prefix { $0 != ":" }
    let isAddress = name.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".") }
    return !isAddress && name != "localhost" && !name.hasSuffix(".localhost")
  }
}
