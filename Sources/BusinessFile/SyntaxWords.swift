// libyaml's complaints in words for people who do not know YAML, with the mistake that is usually behind each.

import CLibYAML

enum SyntaxWords {
  static var emptyFile: BusinessFileIssue {
    Place(line: 1, column: 1).issue("The file is empty; it must hold a business, beginning with \"name: …\".")
  }

  /// What to say of the error at which a parser stopped while it read `text`.
  static func issue(_ parser: yaml_parser_t, in text: UnsafeBufferPointer<UInt8>) -> BusinessFileIssue {
    let text = unsafe Array(text)
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? ""
    let context = unsafe parser.context.map { unsafe String(cString: $0) } ?? ""
    let place = unsafe Place(parser.problem_mark)
    let opening = unsafe Place(parser.context_mark)
    switch unsafe parser.error {
    case YAML_MEMORY_ERROR: return place.issue("There is not enough memory to read the file.")
    case YAML_READER_ERROR:
      return self.place(ofByte: unsafe Int(clamping: parser.problem_offset), in: text).issue(reading(problem))
    default: break
    }
    if problem == "found unexpected end of stream", context == "while scanning a quoted scalar" {
      return opening.issue("The quotation mark that opens here is never closed.")
    }
    let opener = context == "while parsing a flow mapping" ? "{" : "["
    if context.hasPrefix("while parsing a flow"), problem != "did not find expected node content" {
      let closer = opener == "{" ? "}" : "]"
      if byte(at: place, in: text) == UInt8(ascii: "[") {
        return place.issue(
          "Inside \(opener)…\(closer) a \"[\" begins a list. If it belongs to the text before it, quote that text, as in "
            + "\"nov thu[4]\".")
      }
      return place.issue(
        "Expected \",\" or \"\(closer)\" here, for the \"\(opener)\" in line \(opening.line), "
          + "column \(opening.column) is not closed yet.")
    }
    return place.issue(scanning(problem, at: byte(at: place, in: text)))
  }

  private static func reading(_ problem: String) -> String {
    problem == "control characters are not allowed"
      ? "A control character stands here; a business file is plain text, saved as UTF-8."
      : "This is not UTF-8; save the file with the encoding UTF-8."
  }

  private static func scanning(_ problem: String, at byte: UInt8?) -> String {
    switch problem {
    case "mapping values are not allowed in this context":
      """
      There cannot be another ":" here. Put a text that holds ": " in quotes; else a line is indented wrongly, or an \
      earlier ":" lacks the space after it.
      """
    case "could not find expected ':'": "The key before this lacks its \":\"."
    case "did not find expected key":
      """
      A key was expected here. Either this line does not begin in the same column as the keys it belongs to, or \
      something stands after a closed quotation mark or bracket.
      """
    case "did not find expected '-' indicator":
      "A \"-\" was expected here: the items of a list begin in the same column, each with \"- \"."
    case "found character that cannot start any token", "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      byte == UInt8(ascii: "\t") || problem.hasPrefix("found a tab ")
        ? "A tab stands here; indent with spaces."
        : "A value cannot begin with this character unless it is in quotes."
    case "found unknown escape character":
      "A \"\\\" in double quotes begins an escape, and there is none like this; use single quotes or write \"\\\\\"."
    case "did not find expected alphabetic or numeric character":
      "A value that begins with \"*\" or \"&\" must be in quotes (else it is an alias or an anchor)."
    case "block sequence entries are not allowed in this context":
      "A list item cannot begin here; write each \"- item\" on a line of its own, or the list as [a, b]."
    case "found unexpected ':'": "The \":\" needs a space after it."
    case "did not find expected <document start>":
      "The business must have ended before this; remove what stands here or check its indentation."
    case "did not find expected node content": "A value was expected here."
    case "found incompatible YAML document": "Only YAML 1.1 and 1.2 are read; remove the %YAML line."
    default: "This is not valid YAML: \(Quote.cut(problem))."
    }
  }

  /// The place of a byte: lines end in LF, CR or CRLF; columns count UTF-8 characters.
  private static func place(ofByte offset: Int, in text: [UInt8]) -> Place {
    var place = Place(line: 1, column: 1)
    var last: UInt8 = 0
    for byte in text.prefix(offset) {
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if byte == UInt8(ascii: "\r") || last != UInt8(ascii: "\r") { place.line += 1 }
        place.column = 1
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
      last = byte
    }
    return place
  }

  /// The byte with which the character at a place begins; nil where the place is no character's.
  private static func byte(at place: Place, in text: [UInt8]) -> UInt8? {
    let line = text.split(separator: UInt8(ascii: "\n"), maxSplits: place.line, omittingEmptySubsequences: false)
    guard line.count >= place.line else { return nil }
    return line[place.line - 1].lazy.filter { $0 & 0xC0 != 0x80 }.dropFirst(place.column - 1).first
  }
}
