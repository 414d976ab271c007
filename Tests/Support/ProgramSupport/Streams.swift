// The three pipes between a test and the program it runs, and the one loop that feeds and empties them. Every
// descriptor is close-on-exec: programs started by other tests at the same moment get none of them.

import Foundation
import Glibc

/// Both ends of the streams of one child; `nil` where it has no such stream. Used by one thread at a time.
final class Streams: @unchecked Sendable {
  /// The child's descriptors 0, 1 and 2.
  private(set) var childEnds: [Int32?] = [nil, nil, nil]
  /// The test's ends of the same.
  private var ends: [Int32?] = [nil, nil, nil]

  init(of child: Child) throws {
    unreadOutput = if case .unread = child.output { true } else { false }
    switch child.input {
    case .bytes(let bytes): rest = bytes
    case .stalled(let bytes):
      rest = bytes
      stalls = true
    case .zeros(let count): zeros = count
    case .closed: break
    }
    if case .closed = child.input {} else { try open(0, capacity: nil) }
    // What the pipe holds is there before the program is: its deadline for a request never waits for the test's turn.
    feed()
    for (descriptor, fate) in [(1, child.output), (2, child.errors)] {
      switch fate {
      case .closed: break
      case .kept: try open(descriptor, capacity: nil)
      case .unread: try open(descriptor, capacity: 4096)
      case .broken:
        try open(descriptor, capacity: nil)
        close(descriptor)
      }
    }
  }

  private let unreadOutput: Bool
  /// What is still to be written to the child: these bytes, then so many zeros, then the end unless it stalls.
  private var rest: [UInt8] = []
  private var zeros = 0
  private var stalls = false
  /// F_SETPIPE_SZ of fcntl(2), which Swift's Glibc does not have.
  private static let setPipeSize: Int32 = 1031

  private func open(_ descriptor: Int, capacity: Int32?) throws {
    var pair: [Int32] = [0, 0]
    guard unsafe pipe(&pair) == 0 else { throw Child.NotStarted(reason: "pipe: error \(errno)") }
    for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    if let capacity { _ = fcntl(pair[0], Streams.setPipeSize, capacity) }
    let (childEnd, end) = descriptor == 0 ? (pair[0], pair[1]) : (pair[1], pair[0])
    _ = fcntl(end, F_SETFL, O_NONBLOCK)
    childEnds[descriptor] = childEnd
    ends[descriptor] = end
  }

  private func close(_ descriptor: Int) {
    if let end = ends[descriptor] { _ = Glibc.close(end) }
    ends[descriptor] = nil
  }

  func closeChildEnds() {
    for end in childEnds { if let end { _ = Glibc.close(end) } }
    childEnds = [nil, nil, nil]
  }

  deinit { closeAll() }

  func closeAll() {
    closeChildEnds()
    for descriptor in 0...2 { close(descriptor) }
  }

  /// Writes what the input takes now; closes it when all is written, or when nobody reads it any more.
  private func feed() {
    while let end = ends[0] {
      if rest.isEmpty, zeros > 0 {
        rest = [UInt8](repeating: 0, count: min(zeros, 65536))
        zeros -= rest.count
      }
      guard !rest.isEmpty else {
        if !stalls { close(0) }
        return
      }
      let count = unsafe rest.withUnsafeBytes { unsafe write(end, $0.baseAddress, $0.count) }
      if count > 0 {
        rest.removeFirst(count)
      } else if errno == EAGAIN {
        return
      } else if errno != EINTR {
        close(0)
      }
    }
  }

  /// Feeds the input and takes what comes, until both outputs have ended.
  func pump() -> (output: [UInt8], errors: [UInt8]) {
    var kept: [[UInt8]] = [[], [], []]
    while true {
      let reading = [1, 2].filter { ends[$0] != nil && !($0 == 1 && unreadOutput) }
      if reading.isEmpty { break }
      let writing = rest.isEmpty ? [] : [0].filter { ends[$0] != nil }
      var polls = (reading + writing).map {
        pollfd(fd: ends[$0] ?? -1, events: Int16($0 == 0 ? POLLOUT : POLLIN), revents: 0)
      }
      guard unsafe poll(&polls, nfds_t(polls.count), -1) > 0 else { continue }
      for (entry, descriptor) in zip(polls, reading + writing) where entry.revents != 0 {
        if descriptor == 0 {
          feed()
        } else {
          var part = [UInt8](repeating: 0, count: 65536)
          let count = unsafe read(entry.fd, &part, part.count)
          if count > 0 {
            kept[descriptor] += part[..<count]
          } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
            close(descriptor)
          }
        }
      }
    }
    return (kept[1], kept[2])
  }
}
