// The door of the operator's commands: from the command line to an exit status. No request comes through here (see
// Host); which commands there are is said in VoicebotCommand.swift.

internal import ArgumentParser
import Glibc

/// The commands for the people behind the counter and for whoever sets a business up.
public enum Desk {
  /// Runs the command that these arguments (without the program's name) ask for, and returns the exit status: 0 when
  /// all went well, 64 (EX_USAGE) where the command line cannot be understood, else what the command's help says.
  ///
  /// Help, versions and completion scripts go to the standard output, complaints to the standard error stream.
  public static func run(_ arguments: [String], at surroundings: Surroundings = .ofProcess()) -> Int32 {
    // A file that may not grow is an error to be told and not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    do {
      try VoicebotCommand.checkName(arguments.first ?? "")
      var command = try VoicebotCommand.parseAsRoot(arguments)
      if let command = command as? any DeskCommand {
        try command.run(at: surroundings)
      } else {
        // ArgumentParser's own, which end by throwing the help that is to be shown.
        try command.run()
      }
      return ExitCode.success.rawValue
    } catch let failure as DeskFailure {
      if !failure.sentence.isEmpty { try? surroundings.errors.write("voicebot: \(failure.sentence)\n") }
      return failure.status
    } catch let failure as OutputFailure {
      let reason = SystemError.words(failure.errno)
      try? surroundings.errors.write("voicebot: The output could not be written: \(reason).\n")
      return EX_IOERR
    } catch {
      let code = VoicebotCommand.exitCode(for: error)
      let text = VoicebotCommand.fullMessage(for: error, columns: surroundings.output.columns)
      let stream = code.isSuccess ? surroundings.output : surroundings.errors
      if !text.isEmpty, (try? stream.write(text + "\n")) == nil { return ExitCode.failure.rawValue }
      return code.rawValue
    }
  }
}

/// A command that works with what surrounds it instead of asking the process.
protocol DeskCommand: ParsableCommand {
  /// Does the command's work; returns when all went well.
  /// - Throws: `DeskFailure` with the sentence and the exit status, or an error of ArgumentParser's.
  func run(at surroundings: Surroundings) throws
}

/// Why a command ends without success.
struct DeskFailure: Error, Equatable {
  /// What is wrong and what to do, for the standard error stream, where `voicebot: ` is put before it; empty where the
  /// command has said all there is.
  var sentence: String
  /// The exit status; not 0.
  var status: Int32

  init(_ sentence: String, status: Int32 = 1) {
    self.sentence = sentence
    self.status = status
  }
}
