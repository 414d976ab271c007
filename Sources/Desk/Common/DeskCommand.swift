// What every command of the operator is.

internal import ArgumentParser

/// A command that works with what surrounds it instead of asking the process.
protocol DeskCommand: ParsableCommand {
  /// Does the command's work; returns when all went well.
  /// - Throws: `DeskFailure` with the sentence and the exit status, or an error of ArgumentParser's.
  func run(at surroundings: Surroundings) throws
}
