// What goes to and fro between bot and caller: what is said appears, what is typed is heard. Answers that nobody typed
// (of a script, or a pipe) are shown as if somebody had, so that the output reads as a conversation.

/// A call's line.
final class TelephoneLine {
  private let output: Output
  private let input: Input
  private var script: [String]?
  /// Why nothing can be said any more.
  private var failure: OutputFailure?

  /// A line to the person at the terminal, or to a script's answers.
  init(_ surroundings: Surroundings, script: [String]?) {
    output = surroundings.output
    input = surroundings.input
    self.script = script.map { $0.reversed() }
  }

  /// Tells the person at the terminal how to talk.
  func explain() {
    guard script == nil, input.isTerminal else { return }
    write(output.styled("Answer with a number or in words. Ctrl-D hangs up.", .dim) + "\n\n")
  }

  /// The bot says something, in lines as long as the terminal is wide.
  func say(_ sentence: String) {
    let lines = TerminalText.harmless(sentence).wrapped(to: max(20, output.columns - 6))
    for (index, line) in lines.enumerated() {
      write((index == 0 ? output.styled("Bot", .blue) + "   " : "      ") + line + "\n")
    }
  }

  /// The bot reads out what can be chosen, with numbers; many short ones stand side by side.
  func offer(_ choices: [String]) {
    let digits = String(choices.count).count
    let texts = choices.map { TerminalText.harmless($0).shortened(to: max(12, output.columns - digits - 10)) }
    let widest = texts.map { TextWidth.columns(of: $0) }.max() ?? 0
    let each = digits + widest + 5
    let perLine = texts.count > 8 ? max(1, (output.columns - 8) / each) : 1
    for start in stride(from: 0, to: texts.count, by: perLine) {
      let row = (start..<min(start + perLine, texts.count)).map { index in
        let number = String(index + 1)
        let text = index == min(start + perLine, texts.count) - 1 ? texts[index] : texts[index].fitted(to: widest + 3)
        return String(repeating: " ", count: digits - number.count) + output.styled(number, .bold) + "  " + text
      }
      write("        " + row.joined() + "\n")
    }
  }

  /// What the caller answers, without blanks around it; asked again while that is nothing.
  /// - Throws: `hungUp` at the end of input.
  func hear() throws(CallEnd) -> String {
    while true {
      if let failure { throw .lineLost(failure) }
      write(output.styled("You", .green) + "   ")
      guard let answer = script == nil ? input.line() : script?.popLast() else {
        write("\n")
        throw .hungUp
      }
      if script != nil || !input.isTerminal { write(TerminalText.harmless(answer) + "\n") }
      let words = answer.split(separator: " ").joined(separator: " ")
      if !words.isEmpty { return words }
    }
  }

  /// Shows what bot and webhook say to each other.
  func show(request: String, status: Int, reply: String) {
    write(output.styled("  →   " + TerminalText.harmless(request), .dim) + "\n")
    write(output.styled("  ←   \(status) " + TerminalText.harmless(reply), .dim) + "\n")
  }

  /// The end of the call.
  func hangUp(_ end: CallEnd) throws {
    switch end {
    case .finished: break
    case .hungUp: say("You have hung up. Goodbye!")
    case .lineLost(let failure): throw failure
    case .fault(let sentence):
      say("I am sorry, something is wrong here. Please try again later.")
      throw DeskFailure(sentence)
    }
    if let failure { throw failure }
  }

  private func write(_ text: String) {
    guard failure == nil else { return }
    do {
      try output.write(text)
    } catch {
      failure = error
    }
  }
}

/// How a call ends.
enum CallEnd: Error {
  /// All was said.
  case finished
  /// The caller is gone.
  case hungUp
  /// Nothing can be said any more.
  case lineLost(OutputFailure)
  /// The deployment is broken; what is wrong.
  case fault(String)
}
