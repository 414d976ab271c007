// The syntax of patterns: recursive descent, each part writing its piece for PCRE2. Brackets are in
// TextPattern+Brackets.swift.

extension TextPattern {
  /// Reads an expression from left to right.
  struct Reader {
    /// Larger patterns are refused. The parts of one are counted as often as they are repeated: that of
    /// `[A-Z][0-9]{9}` has the size 50.
    private static let sizeLimit = 5000
    private static let depthLimit = 50
    private static let repetitionLimit = 255

    /// What has been read, for PCRE2. Parentheses capture nothing there.
    private(set) var translation: [UInt8] = []
    private(set) var widestBrackets = 0
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    /// What repetitions are written for.
    private enum Part {
      /// One character of some kind.
      case character
      /// A pair of parentheses.
      case group
      /// What PCRE2 repeats inside parentheses only: a place, or a part that is repeated already.
      case bare
    }

    init(_ text: String) { self.scalars = Array(text.unicodeScalars) }

    /// The scalar that comes next; nil at the end.
    var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    /// The scalar after the next.
    var afterNext: Unicode.Scalar? { position + 1 < scalars.count ? scalars[position + 1] : nil }

    /// Steps over the next scalar.
    mutating func advance() { position += 1 }

    /// Steps over the next scalar if it is this one.
    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
      guard next == scalar else { return false }
      position += 1
      return true
    }

    /// Writes a piece that is ASCII.
    mutating func write(_ piece: StaticString) {
      var index = 0
      while index < piece.utf8CodeUnitCount {
        unsafe translation.append(piece.utf8Start[index])
        index += 1
      }
    }

    /// Writes a character that stands for itself, in brackets too.
    mutating func write(character scalar: Unicode.Scalar) {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": break
      case "\u{0}"..."\u{7F}": translation.append(UInt8(ascii: "\\"))
      default:
        translation += UTF8.encode(scalar).map { Array($0) } ?? []
        return
      }
      translation.append(UInt8(truncatingIfNeeded: scalar.value))
    }

    /// Notes how many ranges and kinds of characters a pair of brackets holds; returns its size.
    mutating func size(ofBrackets width: Int) -> Int {
      widestBrackets = max(widestBrackets, width)
      return 3 + 2 * width
    }

    // MARK: - Parts

    /// Reads the whole text.
    mutating func readAll() throws(TextPatternError) {
      _ = try readAlternatives()
      guard position == scalars.count else {
        throw TextPatternError(what: "a \")\" closes nothing; write \"\\)\" for the character")
      }
    }

    private static func checked(_ size: Int) throws(TextPatternError) -> Int {
      guard size <= Reader.sizeLimit else { throw TextPatternError(what: "it is too large") }
      return size
    }

    /// One or more branches with `|` between them; returns their size, as all that read a part do.
    private mutating func readAlternatives() throws(TextPatternError) -> Int {
      var size = try readBranch()
      while skip("|") {
        write("|")
        size = try Reader.checked(size + readBranch() + 4)
      }
      return size
    }

    /// One or more repeated atoms.
    private mutating func readBranch() throws(TextPatternError) -> Int {
      var size = 0
      while let scalar = next, scalar != "|", scalar != ")" { size = try Reader.checked(size + readRepeated()) }
      guard size > 0 else {
        throw TextPatternError(
          what: "an alternative or a pair of parentheses is empty; for something optional write \"(…)?\"")
      }
      return size
    }

    /// An atom and the repetitions after it.
    private mutating func readRepeated() throws(TextPatternError) -> Int {
      let start = translation.count
      var (part, size) = try readAtom()
      while let scalar = next, scalar == "*" || scalar == "+" || scalar == "?" || scalar == "{" {
        advance()
        if part == .bare {
          translation.insert(UInt8(ascii: "("), at: start)
          write(")")
          part = .group
        }
        switch scalar {
        case "*":
          write("*")
          size += 4
        case "+":
          writeRest("+", of: start, part)
          size += 2
        case "?":
          write("?")
          size += 2
        default: size = try readCount(of: start, part, size)
        }
        size = try Reader.checked(size)
        part = .bare
      }
      return size
    }

    /// Writes a repetition without an end. PCRE2 counts how often a character comes in `a+` and `a{2,}`, which makes the
    /// work grow with the square of a value's length; in `aa*` it does not.
    private mutating func writeRest(_ sign: StaticString, of start: Int, _ part: Part) {
      guard part == .character else { return write(sign) }
      translation += Array(translation[start...])
      write("*")
    }

    /// The rest of `{m}`, `{m,}` or `{m,n}`.
    private mutating func readCount(of start: Int, _ part: Part, _ size: Int) throws(TextPatternError) -> Int {
      let malformed = TextPatternError(
        what: "\"{\" must be followed by how often, such as {9}, {2,} or {2,4}; write \"\\{\" for the character")
      guard let least = readNumber() else { throw malformed }
      let isRange = skip(",")
      let most = isRange ? readNumber() : least
      guard skip("}") else { throw malformed }
      let largest = max(least, most ?? 0)
      guard largest <= Reader.repetitionLimit else {
        throw TextPatternError(what: "it repeats something more than \(Reader.repetitionLimit) times")
      }
      if let most, most < least { throw TextPatternError(what: "\"{\(least),\(most)}\" has the larger number first") }
      _ = try Reader.checked((size + 2) * largest)
      guard let most else {
        writeOpenCount(least, of: start, part)
        return least * size + size + 4
      }
      translation += Array("{\(least),\(most)}".utf8)
      return least * size + (most - least) * (size + 2)
    }

    private mutating func writeOpenCount(_ least: Int, of start: Int, _ part: Part) {
      let repeated = Array(translation[start...])
      translation += Array("{\(least)\(part == .character ? "" : ",")}".utf8)
      guard part == .character else { return }
      translation += repeated
      write("*")
    }

    private mutating func readNumber() -> Int? {
      var value: Int?
      while let scalar = next, ("0"..."9").contains(scalar) {
        advance()
        value = min((value ?? 0) * 10 + Int(scalar.value) - 48, 100_000)
      }
      return value
    }

    private mutating func readAtom() throws(TextPatternError) -> (Part, size: Int) {
      guard let scalar = next else { return (.bare, 0) }
      advance()
      switch scalar {
      case "(":
        depth += 1
        guard depth <= Reader.depthLimit else { throw TextPatternError(what: "its parentheses are nested too deeply") }
        write("(")
        let size = try readAlternatives()
        depth -= 1
        guard skip(")") else { throw TextPatternError(what: "a \"(\" is not closed; write \"\\(\" for the character") }
        write(")")
        return (.group, size)
      case "[": return (.character, try readBrackets())
      case ".":
        write(".")
        return (.character, 3)
      case "^":
        write("\\A")
        return (.bare, 1)
      case "$":
        write("\\z")
        return (.bare, 1)
      case "*", "+", "?", "{":
        throw TextPatternError(
          what:
            "nothing stands before the \"\(scalar)\" that could be repeated; write \"\\\(scalar)\" for the character")
      case "\\": try readEscape()
      default: write(character: scalar)
      }
      return (.character, 5)
    }

    /// What a backslash outside brackets means with the scalar after it.
    private mutating func readEscape() throws(TextPatternError) {
      guard let scalar = next else { throw TextPatternError(what: "it ends with a \"\\\"") }
      advance()
      switch scalar {
      case "d": write("[0-9]")
      case "D": write("[^0-9]")
      case "w": write("[\\p{Alphabetic}0-9_]")
      case "W": write("[^\\p{Alphabetic}0-9_]")
      case "s": write("\\p{White_Space}")
      case "S": write("\\P{White_Space}")
      case "0"..."9": throw TextPatternError(what: "back-references such as \"\\\(scalar)\" are not followed")
      case "a"..."z", "A"..."Z": throw TextPatternError(what: "\"\\\(scalar)\" has no meaning")
      default: write(character: scalar)
      }
    }
  }
}
