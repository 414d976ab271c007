// The operator's commands are a program of their own, beside the one that answers requests: `voicebot-desk`.

import Glibc

/// The program with the operator's commands.
public enum DeskProgram {
  private static let name = "voicebot-desk"
  /// What shells answer where there is no such program.
  private static let notFound: Int32 = 127

  /// Puts the desk program in this program's place, with these arguments (`argv`, the program's name first), the same
  /// environment and the same streams: execve(2). Returns only where that fails, with the exit status to end with,
  /// after saying why on the standard error stream.
  public static func become(_ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32 {
    let directory = Executable.directory ?? "."
    _ = unsafe execv(directory + "/" + name, arguments)
    let reason =
      errno == ENOENT
      ? "\(name), which has the commands, is not beside this program: put it there (bin/package tree does)."
      : "\(name), which has the commands and is beside this program, cannot be started (error \(errno))."
    _ = StandardStreams.offer(Array("voicebot: \(reason)\n".utf8), to: STDERR_FILENO)
    return notFound
  }
}
