// Texts in HTML.

/// Makes texts fit to stand in a page.
enum HTMLText {
  /// The text as the content of an element or of an attribute in quotation marks. Controls, which a page must not have,
  /// become U+FFFD; so do the marks that turn the direction of writing for what follows them.
  static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
      default: byte >= 0x20 && byte < 0x7F
      }
    }
    if isPlain { return text }
    var page = ""
    for scalar in TerminalText.harmless(text).unicodeScalars {
      switch scalar {
      case "&": page += "&amp;"
      case "<": page += "&lt;"
      case ">": page += "&gt;"
      case "\"": page += "&quot;"
      case "'": page += "&#39;"
      default: page.unicodeScalars.append(scalar)
      }
    }
    return page
  }

  /// A name of unknown language and direction of writing.
  static func name(_ text: String) -> String { "<bdi>" + escaped(text) + "</bdi>" }
}
