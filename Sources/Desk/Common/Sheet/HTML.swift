// Markup as a type of its own, so that no text gets into a page unescaped: what a program writes is markup, and whatever
// is put into it is a text that is escaped, or markup itself.

/// A part of a page.
struct HTML: ExpressibleByStringInterpolation, Sendable {
  /// The markup.
  private(set) var text: String

  init(stringLiteral text: String) { self.text = text }
  init(stringInterpolation parts: StringInterpolation) { text = parts.text }

  /// Nothing.
  static let nothing: HTML = ""

  /// A name of unknown language and direction of writing.
  static func name(_ text: String) -> HTML { "<bdi>\(text)</bdi>" }

  static func + (left: HTML, right: HTML) -> HTML {
    var sum = left
    sum.text += right.text
    return sum
  }

  static func += (left: inout HTML, right: HTML) { left.text += right.text }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }
    /// A text, escaped for the content of an element or for an attribute in quotation marks.
    mutating func appendInterpolation(_ text: String) { self.text += HTMLText.escaped(text) }
    mutating func appendInterpolation(_ number: Int) { text += String(number) }
    mutating func appendInterpolation(_ markup: HTML) { text += markup.text }
    mutating func appendInterpolation(_ markup: HTML?) { text += markup?.text ?? "" }
    mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { text += part.text } }
    /// Markup where a condition holds, else nothing.
    mutating func appendInterpolation(_ markup: HTML, if condition: Bool) { if condition { text += markup.text } }
    /// ` name="value"` where there is a value, else nothing.
    mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
      if let value { text += " \(name)=\"" + HTMLText.escaped(value) + "\"" }
    }
  }
}
