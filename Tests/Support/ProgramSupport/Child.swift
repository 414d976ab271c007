// Runs a program to its end: its streams, its environment, a deadline, and what it cost. Nothing of the test's own
// leaks into it, and it never outlives its deadline. Which program and in which tree is Program.swift's.

package import Foundation
import Glibc

/// A program to run once.
package struct Child: Sendable {
  /// What the program finds on standard input.
  package enum Input: Sendable {
    /// These bytes, then the end.
    case bytes([UInt8])
    /// These bytes, and then nothing: the stream stays open until the program has ended.
    case stalled([UInt8])
    /// This many zero bytes, written as fast as they are taken, then the end.
    case zeros(Int)
    /// No descriptor at all.
    case closed
  }
  /// What becomes of what the program writes to a stream.
  package enum Output: Sendable {
    /// It is kept.
    case kept
    /// No one reads it, and no one ever will: the stream's other end is closed.
    case broken
    /// No one takes it, but someone might: the stream fills up (at 4 KiB).
    case unread
    /// No descriptor at all.
    case closed
  }

  package var path: String
  package var arguments: [String]
  package var environment: [String: String]
  /// Where it runs; nil is where the test runs.
  package var directory: String?
  /// The most memory it may ask for, in KiB; what the system counts as its peak includes that of who started it.
  package var addressSpaceKiB: Int?
  package var input: Input
  package var output = Output.kept
  package var errors = Output.kept
  /// Seconds after which the program and all it started are killed.
  package var deadline: Double

  package init(
    path: String, arguments: [String] = [], environment: [String: String] = [:], directory: String? = nil,
    input: Input = .bytes([]), deadline: Double = 60
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.directory = directory
    self.input = input
    self.deadline = deadline
  }

  /// What a program did.
  package struct Result: Sendable {
    /// The exit status, or nil where a signal ended it.
    package var status: Int32?
    /// The signal that ended it, or nil.
    package var signal: Int32?
    package var output: [UInt8]
    package var errors: [UInt8]
    /// Seconds from start to end.
    package var seconds: Double

    package var text: String { String(decoding: output, as: UTF8.self) }
    package var errorText: String { String(decoding: errors, as: UTF8.self) }
  }

  /// Held while a program is started. Whoever writes a file that is to be run holds it too: a program that starts
  /// at that moment would inherit the open file for an instant, and what is open for writing cannot be run.
  package static let starting = NSLock()
  /// Descriptors that the tests themselves inherited go no further.
  private static let inheritNothing: Void = {
    for descriptor in Int32(3)..<256 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
  }()

  package struct NotStarted: Error {
    package var reason: String

    package init(reason: String) { self.reason = reason }
  }

  /// Runs the program to its end.
  package func run() async throws -> Result { await (try start()).result() }

  /// Starts the program, to be waited for or stopped.
  package func start() throws -> RunningChild {
    // Writing to a program that has gone is an everyday thing here.
    signal(SIGPIPE, SIG_IGN)
    let began = Date()
    _ = Child.inheritNothing
    let (streams, pid) = try Child.starting.withLock {
      let streams = try Streams(of: self)
      defer { streams.closeChildEnds() }
      return (streams, try spawn(streams))
    }
    return RunningChild(self, pid, streams, began)
  }

  /// Starts the program as the leader of a group of its own, with the signals a shell would give it.
  private func spawn(_ streams: Streams) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, end) in streams.childEnds.enumerated() {
      if let end {
        unsafe posix_spawn_file_actions_adddup2(&actions, end, Int32(descriptor))
      } else {
        unsafe posix_spawn_file_actions_addclose(&actions, Int32(descriptor))
      }
    }

    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    unsafe sigfillset(&defaults)
    var mask = sigset_t()
    unsafe sigemptyset(&mask)
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    unsafe posix_spawnattr_setsigmask(&attributes, &mask)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    // By way of a shell into the directory and under the limit: posix_spawn has no standard way to set them.
    let limit = addressSpaceKiB.map { "ulimit -v \($0) && " } ?? ""
    let words =
      directory == nil && limit.isEmpty
      ? [path] : ["/bin/sh", "-c", limit + #"cd "$0" && exec "$@""#, directory ?? ".", path]
    var argv = unsafe (words + arguments).map { unsafe strdup($0) } + [nil]
    var envp = unsafe environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer { unsafe (argv + envp).forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let error = unsafe posix_spawn(&pid, words[0], &actions, &attributes, &argv, &envp)
    guard error == 0 else { throw NotStarted(reason: "\(path): error \(error)") }
    return pid
  }
}
