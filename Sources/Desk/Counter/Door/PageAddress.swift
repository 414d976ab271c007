// Where the page is: every link and form leads below the address as it was called.

/// The address of a business's page on its own server, from the path on.
struct PageAddress: Sendable {
  /// The path of the counter of all businesses, without a slash at its end.
  let counter: String
  /// The path of the business's page.
  let path: String

  /// The page of a business, behind the program's own path as the server names it (`SCRIPT_NAME`, decoded) and, where
  /// the address had it, `/counter`.
  init(script: String, hasCounter: Bool, entity: String) {
    // Two slashes at the beginning would lead to another host.
    let slashes = script.utf8.prefix { $0 == UInt8(ascii: "/") }
    let own = slashes.count > 1 ? "/" + String(script.utf8.dropFirst(slashes.count)).orEmpty : script
    counter = Self.encoded(own, keeping: "/") + (hasCounter ? "/counter" : "")
    path = counter + "/" + Self.encoded(entity)
  }

  /// The address of a view: the page with a query.
  func view(_ query: [(name: String, value: String)] = []) -> String {
    if query.isEmpty { return path }
    return path + "?" + query.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }.joined(separator: "&")
  }

  /// Percent-encoded but for the characters that need it nowhere (RFC 3986, section 2.3) and these.
  static func encoded(_ text: String, keeping kept: String = "") -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      case let byte where kept.utf8.contains(byte): encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += (digits.utf8.count == 1 ? "%0" : "%") + digits
      }
    }
    return encoded
  }
}

extension String? {
  fileprivate var orEmpty: String { self ?? "" }
}
