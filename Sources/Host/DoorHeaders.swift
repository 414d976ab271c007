// The header fields of the Model Context Protocol, from the variables of a web server or the headers of an event.

internal import Doors

extension MCPHeaders {
  /// Those among the variables of CGI.
  init(_ variables: Variables) {
    self.init { name in
      var variable: [UInt8] = Array("HTTP_".utf8)
      for byte in name.utf8 {
        let isLetter = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
        variable.append(byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : isLetter ? byte & ~0x20 : byte)
      }
      return variables[String(decoding: variable, as: UTF8.self)]
    }
  }

  /// Those that a function gives by their names in lower case.
  init(_ header: (String) -> String?) {
    self.init(
      origin: header("origin"), host: header("host"), version: header("mcp-protocol-version"),
      method: header("mcp-method"), name: header("mcp-name").flatMap(MCPHeaders.decoded))
  }

  /// A name as sent, or as `=?base64?…?=` has it, which stands for what no header can carry; nil where that is no base64.
  private static func decoded(_ name: String) -> String? {
    let (prefix, suffix) = ("=?base64?", "?=")
    guard name.utf8.starts(with: prefix.utf8), name.utf8.count >= prefix.utf8.count + suffix.utf8.count,
      name.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    else { return name }
    let text = name.utf8.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count)
    return Base64.decode(String(Substring(text))).map { String(decoding: $0, as: UTF8.self) }
  }
}
