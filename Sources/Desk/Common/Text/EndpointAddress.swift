// The address of a business's endpoint, as the command line has it.

/// Addresses on the command line.
enum EndpointAddress {
  /// Whether a text is an address to which something can be added.
  static func isAddress(_ text: String) -> Bool {
    let isWeb = ["https://", "http://"].contains { text.hasPrefix($0) && text.utf8.count > $0.utf8.count }
    return isWeb
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
  }

  /// An address without slashes at its end; where none is given, one with a host to be filled in.
  static func text(_ address: String?, of entity: String) -> String {
    var address = address ?? "https://HOST/voicebot/\(entity)"
    while address.hasSuffix("/") { address.removeLast() }
    return address
  }
}
