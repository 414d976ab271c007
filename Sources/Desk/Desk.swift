// The door of the operator's commands: from the command line to an exit status. No request comes through here (see
// Host); which commands there are is said in VoicebotCommand.swift. Each command has a folder, which uses Common and no
// other command's folder; bin/layers proves it.

internal import System
internal import ArgumentParser
import Glibc

/// The commands for the people behind the counter and for those who set a business up.
package enum Desk {
  /// Runs the command that these arguments (without the program's name) ask for, and returns the exit status: 0 when
  /// all went well, 64 (EX_USAGE) where the command line cannot be understood, else what the command's help says.
  ///
  /// Help, versions and completion scripts go to the standard output, complaints to the standard error stream.
  package static func run(_ arguments: [String], at surroundings: Surroundings = .ofProcess()) -> Int32 {
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
      let reason = SystemError(failure.errno).words
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
