// The streams of a command: where its text goes, and what kind of screen shows it. What may be shown there is decided
// in TerminalText.swift.

import Glibc
internal import Host

/// A stream that takes text.
package struct Output: Sendable {
  /// Whether somebody looks at it on a terminal.
  package let isTerminal: Bool
  /// Whether colours may be used: on a terminal other than a `dumb` one, unless `NO_COLOR` is set.
  package let hasColor: Bool
  /// The width in columns; 80 where it is no terminal or its width is not known.
  package let columns: Int
  private let sink: @Sendable (String) throws(OutputFailure) -> Void

  /// A stream whose text goes to a function.
  package init(
    isTerminal: Bool = false, hasColor: Bool = false, columns: Int = 80,
    to sink: @escaping @Sendable (String) throws(OutputFailure) -> Void
  ) {
    self.isTerminal = isTerminal
    self.hasColor = hasColor
    self.columns = columns
    self.sink = sink
  }

  /// Writes a text, all of it.
  package func write(_ text: String) throws(OutputFailure) { try sink(text) }

  /// A stream of the process by its descriptor. The width is the terminal's own unless `COLUMNS` gives one.
  static func standard(_ descriptor: Int32, _ variables: Variables) -> Output {
    let isTerminal = isatty(descriptor) == 1
    var size = winsize()
    let isKnown = unsafe isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let wished = variables.nonEmpty("COLUMNS").flatMap { Int($0) }
    let columns = wished ?? (isKnown ? Int(size.ws_col) : 80)
    return Output(
      isTerminal: isTerminal,
      hasColor: isTerminal && variables.nonEmpty("NO_COLOR") == nil && variables["TERM"] != "dumb",
      columns: max(20, min(columns, 1000))
    ) { text throws(OutputFailure) in
      var text = text
      let failure = text.withUTF8 { bytes -> Int32? in
        var written = 0
        while written < bytes.count {
          let count = unsafe Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
          if count >= 0 { written += count } else if errno != EINTR { return errno }
        }
        return nil
      }
      if let failure { throw OutputFailure(errno: failure) }
    }
  }
}

/// A text could not be written.
package struct OutputFailure: Error, Equatable, Sendable {
  /// The system's error number.
  package let errno: Int32

  /// The failure with this error number.
  package init(errno: Int32) { self.errno = errno }
}

/// A stream that gives lines.
package struct Input: Sendable {
  /// Whether somebody types on a terminal.
  package let isTerminal: Bool
  private let source: @Sendable () -> String?

  /// A stream whose lines come from a function; nil from it is the end.
  package init(isTerminal: Bool = false, from source: @escaping @Sendable () -> String?) {
    self.isTerminal = isTerminal
    self.source = source
  }

  /// The next line without its end, or nil at the end.
  package func line() -> String? { source() }

  /// The standard input of the process.
  static var standard: Input { Input(isTerminal: isatty(0) == 1) { readLine() } }
}
