// What only the process itself has: its environment, its end, and another program in its place. `main` asks for these.

internal import CLinux

/// The running process.
package enum LinuxProcess {
  /// Gives each entry of the environment, `NAME=value` without a zero at its end, to `body`.
  package static func environment(_ body: (UnsafeRawBufferPointer) -> Void) {
    guard var next = unsafe linux_environment() else { return }
    while let entry = unsafe next.pointee {
      unsafe body(UnsafeRawBufferPointer(start: entry, count: strlen(entry)))
      unsafe next += 1
    }
  }

  /// The arguments of `main`, which Embedded Swift does not keep.
  private static var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    #if hasFeature(Embedded)
      unsafe linux_arguments()
    #else
      unsafe CommandLine.unsafeArgv
    #endif
  }

  /// Whether the program was started with arguments. To be asked before anything changes the environment.
  package static var hasArguments: Bool {
    guard let arguments = unsafe arguments else { return false }
    return unsafe arguments[0] != nil && arguments[1] != nil
  }

  /// Puts another program in this one's place, with the same arguments, environment and streams: execv(3). Returns only
  /// where that fails.
  package static func become(_ path: String) -> SystemError {
    guard let arguments = unsafe arguments else { return SystemError(EFAULT) }
    _ = unsafe execv(path, arguments)
    return .last
  }

  /// Ends the process at once: _exit(2). Nothing that libc holds back is written.
  package static func end(_ status: Int32) -> Never { _exit(status) }
}
