// A statement being written: numbers stand in its text, texts are its parameters.

#if PostgreSQL
  /// A statement with parameters.
  struct Statement {
    /// The SQL.
    private(set) var text: String
    /// What `$1` and those behind it stand for.
    private(set) var parameters: [String] = []

    /// A statement that begins so.
    init(_ text: String, _ parameters: [String] = []) {
      self.text = text
      self.parameters = parameters
    }

    /// Appends SQL.
    mutating func add(_ sql: String) { text += sql }

    /// Appends a number.
    mutating func add(_ number: Int64) { text += String(number) }

    /// Appends a key, whose bits the database has as a signed number.
    mutating func add(key: UInt64) {
      let number = Int64(bitPattern: key)
      // The least number is no literal: its digits alone are too great.
      text += number == .min ? "(-9223372036854775807 - 1)" : String(number)
    }

    /// Appends a text, or null.
    mutating func add(parameter value: String?) {
      guard let value else {
        text += "null::text"
        return
      }
      parameters.append(value)
      text += "$"
      text += String(parameters.count)
      text += "::text"
    }

    /// Appends what `body` makes of each element, with commas between.
    mutating func list<Element>(_ elements: [Element], _ body: (inout Statement, Element) -> Void) {
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        body(&self, element)
      }
    }
  }
#endif
