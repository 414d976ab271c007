// Says on a terminal how far a command is that goes over many businesses. Nothing of it reaches a file, a pipe or a log.

/// How far a command is.
struct Progress {
  private let deed: String
  private let total: Int
  private let errors: Output
  private var done = 0
  private var shown = 0

  /// Fewer are done before anybody looks up.
  private static let worthwhile = 20

  /// Progress of something that is done to so many, such as `checking`, told on the standard error stream.
  init(_ deed: String, of total: Int, on errors: Output) {
    self.deed = deed
    self.total = total
    self.errors = errors
  }

  private var isShown: Bool { errors.isTerminal && total >= Progress.worthwhile }

  /// Says that the next one is being done; of many, each hundredth part is said.
  mutating func step(_ name: String) {
    done += 1
    guard isShown, shown == 0 || (done - shown) * 100 >= total || done == total else { return }
    shown = done
    let line = "\(deed) \(done) of \(total): \(TerminalText.harmless(name))"
    try? errors.write("\r\u{1B}[K" + line.shortened(to: errors.columns - 1))
  }

  /// Takes the line away, before something else is written and at the end.
  mutating func clear() {
    if isShown, shown > 0 { try? errors.write("\r\u{1B}[K") }
    shown = 0
  }

  /// The same, at the end.
  func end() {
    var last = self
    last.clear()
  }
}
