// Waiting for what another process is seen to do, and holding the lock of the bookings as any process may.

import FaultSupport
import Foundation
import Glibc
import ProgramSupport
import Testing

/// Waits until something is so; fails after a minute.
func wait(for what: String, until isSo: () throws -> Bool) async throws {
  let deadline = ContinuousClock.now + .seconds(60)
  while try !isSo() {
    try #require(ContinuousClock.now < deadline, "\(what) did not happen")
    await Task.yield()
    usleep(2000)
  }
}

extension FaultScene {
  /// What strace has written so far.
  func traced() -> String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

  /// Waits until the traced process is stopped, and returns its id.
  func stoppedProcess() async throws -> pid_t {
    try await wait(for: "the stop") { traced().contains("stopped by SIGSTOP") }
    return try #require(traced().split(separator: " ").first.flatMap { pid_t($0) })
  }
}

/// The lock of the writers, held by this process.
final class HeldLock {
  private let descriptor: Int32

  init(_ scene: FaultScene) throws {
    descriptor = unsafe open(scene.lockFile.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    try #require(descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
  }

  /// Lets the next writer in.
  func release() { flock(descriptor, LOCK_UN) }

  deinit { close(descriptor) }
}
