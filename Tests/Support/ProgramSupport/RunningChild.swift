// A program that was started and has not been waited for: its streams are served and its end is seen by a thread of
// its own, so that waiting for it keeps no other test from running.

import Foundation
import Glibc

/// A started program. It ends when its deadline passes or it is stopped, with all that it started.
package final class RunningChild: Sendable {
  private let pid: pid_t
  private let guardian: Guardian
  private let ending: Task<Child.Result, Never>

  fileprivate static func wait(
    _ streams: Streams, _ guardian: Guardian, _ began: Date
  ) -> Child.Result {
    let (output, errors) = streams.pump()
    let status = guardian.reap()
    streams.closeAll()
    let exited = status & 0x7f == 0
    return Child.Result(
      status: exited ? (status >> 8) & 0xff : nil, signal: exited ? nil : status & 0x7f, output: output,
      errors: errors, seconds: Date().timeIntervalSince(began))
  }

  init(_ child: Child, _ pid: pid_t, _ streams: Streams, _ began: Date) {
    self.pid = pid
    let guardian = Guardian(pid, seconds: child.deadline)
    self.guardian = guardian
    ending = Task {
      await withCheckedContinuation { continuation in
        Thread { continuation.resume(returning: RunningChild.wait(streams, guardian, began)) }.start()
      }
    }
  }

  /// What the program did, once it has ended.
  package func result() async -> Child.Result { await ending.value }

  /// Asks the program to end, and ends it and all that it started if it has not within 5 s.
  package func stop() async -> Child.Result {
    guardian.stop()
    return await result()
  }

  /// Ends the program and all that it started, at once.
  package func kill() { guardian.kill() }

  /// Whether the program has ended.
  package var hasEnded: Bool { guardian.hasEnded }
}

/// Ends a child, and all that it started, when its time is up, and collects what it leaves.
final class Guardian: @unchecked Sendable {
  private let pid: pid_t
  private let timer: any DispatchSourceTimer
  private let lock = NSLock()
  private var isOver = false

  init(_ pid: pid_t, seconds: Double) {
    self.pid = pid
    timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + seconds)
    timer.setEventHandler { [self] in signal(SIGKILL) }
    timer.resume()
  }

  var hasEnded: Bool { lock.withLock { isOver } }

  func kill() { signal(SIGKILL) }

  func stop() {
    signal(SIGTERM)
    timer.schedule(deadline: .now() + 5)
  }

  /// Sends a signal to the child and all of its group, unless it has been collected.
  private func signal(_ number: Int32) { lock.withLock { if !isOver { Glibc.kill(-pid, number) } } }

  /// Waits for the end of the child; what is left of its group goes with it. Afterwards its process id is never
  /// touched again.
  func reap() -> Int32 {
    var information = unsafe siginfo_t()
    while unsafe waitid(P_PID, id_t(pid), &information, WEXITED | WNOWAIT) == -1 && errno == EINTR {}
    signal(SIGKILL)
    lock.withLock { isOver = true }
    timer.cancel()
    var status: Int32 = 0
    while unsafe waitpid(pid, &status, 0) == -1 && errno == EINTR {}
    return status
  }
}
