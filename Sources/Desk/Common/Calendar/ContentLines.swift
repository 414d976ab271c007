// Lines of an iCalendar file (RFC 5545, section 3.1): escaped, folded, ended by CRLF. What they say is
// Calendar.swift's.

/// An iCalendar file under construction.
package struct ContentLines {
  /// What has been written.
  package private(set) var text = ""

  /// No lines yet.
  package init() {}

  /// A line with a value that needs no escapes: a number, a time, a word of the standard's.
  package mutating func append(_ name: String, _ value: String) { fold(name + ":" + value) }

  /// A line with a text (RFC 5545, section 3.3.11): backslash, semicolon and comma are escaped, a line break is `\n`,
  /// other controls, which may not stand there, are left out.
  package mutating func append(_ name: String, text value: String) { fold(name + ":" + Self.escaped(value)) }

  /// A text with its special characters escaped.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += "\\" + String(scalar)
      case "\n" where isAfterReturn: break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": escaped += "\\n"
      case "\t": escaped += " "
      default: if scalar.properties.generalCategory != .control { escaped.unicodeScalars.append(scalar) }
      }
      isAfterReturn = scalar == "\r"
    }
    return escaped
  }

  /// Writes a line in parts of at most 75 octets, each but the first after a space, none cut within a character's
  /// bytes.
  private mutating func fold(_ line: String) {
    var room = 75
    for scalar in line.unicodeScalars {
      let length = UTF8.width(scalar)
      if length > room {
        text += "\r\n "
        room = 74
      }
      text.unicodeScalars.append(scalar)
      room -= length
    }
    text += "\r\n"
  }
}
