// What only the process itself has: its environment, its end, and another program in its place. `main` asks for these.

internal import CLinux

/// The running process.
public enum LinuxProcess {
  /// Gives each entry of the environment, `NAME=value` without a zero at its end, to `body`.
  public static func environment(_ body: (UnsafeRawBufferPointer) -> Void) {
    guard var next = unsafe linux_environment() else { return }
    while let entry = unsafe next.pointee {
      unsafe body(UnsafeRawBufferPointer(start: entry, count: strlen(entry)))
      unsafe next += 1
    }
  }

  /// Puts another program in this one's place, with the same environment and streams: execv(3). `arguments` begin with the
  /// program's name and end with nil. Returns only where that fails.
  public static func become(
    _ path: String, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  ) -> SystemError {
    _ = unsafe execv(path, arguments)
    return .last
  }

  /// Ends the process at once: _exit(2). Nothing that libc holds back is written.
  public static func end(_ status: Int32) -> Never { _exit(status) }
}
