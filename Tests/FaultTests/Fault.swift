// A system call that is to fail: with which errors, how often, and what that means for what is asked.

import Effort
import Foundation
import ProgramSupport
import Testing

/// A call that is to fail.
struct Fault: Sendable, CustomStringConvertible {
  var call: SystemCall
  var error: String
  var forGood: Bool

  var description: String { "\(call) fails with \(error)\(forGood ? " for good" : "")" }

  /// What is done to the run.
  var disturbance: Disturbance { .fail(call, error: error, forGood: forGood) }

  /// The errors of a broken, full or overloaded machine.
  static let errors = ["EIO", "ENOSPC", "EINTR", "EACCES", "EMFILE"]

  /// What can fail in these ways: whatever is about files.
  static let names: Set = [
    "openat", "open", "newfstatat", "fstat", "read", "pread64", "pwrite64", "write", "lseek", "fdatasync", "fsync",
    "ftruncate", "flock", "renameat", "renameat2", "rename", "unlinkat", "unlink", "linkat", "link", "getrandom",
    "mkdir", "mkdirat", "getdents64", "close", "fchown",
  ]

  /// Each call with each error, once and for good, or, of those that matter less, with one of the errors in turn.
  static func all(of calls: [SystemCall], mattering matters: (Fault) -> Bool) -> [Fault] {
    var faults: [Fault] = []
    for (index, call) in calls.filter({ names.contains($0.name) }).enumerated() {
      for (turn, error) in errors.enumerated() {
        for forGood in [false, true] {
          let fault = Fault(call: call, error: error, forGood: forGood)
          // Neither is there an end to asking for a few random bytes, which no signal interrupts (getrandom(2)), nor to
          // saying a word on standard error.
          let isEndless = call.name == "getrandom" || (call.name == "write" && call.text.hasPrefix("(2<"))
          if isEndless, forGood, error == "EINTR" { continue }
          let isItsTurn = (forGood ? index + 2 : index) % errors.count == turn
          if Effort.isLong || isItsTurn || matters(fault) { faults.append(fault) }
        }
      }
    }
    return faults
  }

  /// Whether bytes or names of the bookings go to the disk by it, before anybody is told.
  var isAppend: Bool {
    let isWrite = call.name == "pwrite64" && call.text.prefix { $0 != "," }.contains("faults.jsonl")
    return !call.isAfterReply && (isWrite || ["fdatasync", "fsync"].contains(call.name))
  }

  /// Whether it is the reply that fails.
  var isReply: Bool { call.name == "write" && call.text.hasPrefix("(1<") }

  /// Whether it is about a file that is not of the bookings.
  var isElsewhere: Bool { call.text.contains("/Businesses/") || call.text.contains("zoneinfo") }

  /// Whether the call fails so often that it has to be noticed.
  var isFinal: Bool { forGood || error != "EINTR" }
}
