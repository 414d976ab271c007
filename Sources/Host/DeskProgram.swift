// The operator's commands are a program of their own, beside the one that answers requests: `voicebot-desk`.

package import System

/// The program with the operator's commands.
package enum DeskProgram {
  private static let name = "voicebot-desk"
  /// What shells answer where there is no such program.
  private static let notFound: Int32 = 127

  /// Puts the desk program in this program's place, with the same arguments, environment and streams. Returns only where
  /// that fails, with the exit status to end with, after saying why on the standard error stream.
  package static func become(calls: some SystemCalls) -> Int32 {
    let failure: SystemError
    do throws(SystemError) {
      // Where the program cannot tell where it lies, it starts nothing: not what happens to lie in the working directory.
      let directory = try Executable.directory(calls) ?? ""
      failure = LinuxProcess.become(directory + "/" + name)
    } catch {
      failure = error
    }
    let reason =
      failure.code == ErrorNumber.notFound
      ? "\(name), which has the commands, is not beside this program: put it there (bin/package tree does)."
      : "\(name), which has the commands and is beside this program, cannot be started: \(failure.phrase)."
    _ = StandardStreams.offer(Array("voicebot: \(reason)\n".utf8), to: StandardStreams.error, calls)
    return notFound
  }
}
