// A way to a server that can be cut, or freeze, at a moment of the conversation: on a loopback port in front of the server's
// own.

import Foundation
import Glibc
import ProgramSupport
import ServerSupport

/// Passes on what comes in, until something happens.
final class Proxy: @unchecked Sendable {
  /// What happens where words come by that the client sends.
  enum Trouble: Sendable {
    /// The server gets them, and the connection is cut before its answer comes.
    case cutBehind
    /// The server gets them, and nothing comes back any more.
    case silentBehind
    /// The server does not get them, and nothing comes back.
    case silentBefore
    /// The server does not get them, and the connection is cut.
    case cutBefore
  }

  let port: UInt16
  private let listener: Int32
  private let lock = NSLock()
  private var trouble: (words: [UInt8], what: Trouble)?
  private var sockets: [Int32] = []
  /// What clients have sent.
  private var requests: [UInt8] = []
  /// Clients that get nothing any more.
  private var muted: Set<Int32> = []

  /// In front of a server; the trouble comes once.
  init(to server: UInt16, at words: String = "", _ what: Trouble? = nil) throws {
    (listener, port) = try Loopback.listen()
    trouble = what.map { (Array(words.utf8), $0) }
    let listener = listener
    Thread { [weak self] in
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0, let self else { return }
        guard let upstream = Loopback.connection(to: server) else { return }
        self.lock.withLock { self.sockets += [client, upstream] }
        Thread { self.pass(from: client, to: upstream, isRequest: true) }.start()
        Thread { self.pass(from: upstream, to: client, isRequest: false) }.start()
      }
    }.start()
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
    for socket in sockets { close(socket) }
  }

  /// How often a client has asked and waited for the answer, since this was last asked: the
  /// message `Sync`, which ends every question with parameters (PostgreSQL, "Message Formats").
  func takeRoundTrips() -> Int {
    lock.withLock {
      defer { requests = [] }
      let sync: [UInt8] = [UInt8(ascii: "S"), 0, 0, 0, 4]
      return requests.indices.count { requests[$0...].starts(with: sync) }
    }
  }

  /// Ends every connection.
  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    for socket in lock.withLock({ sockets }) { shutdown(socket, Int32(SHUT_RDWR)) }
  }

  private func pass(from source: Int32, to target: Int32, isRequest: Bool) {
    var part = [UInt8](repeating: 0, count: 1 << 16)
    var sent: [UInt8] = []
    while true {
      let count = unsafe recv(source, &part, part.count, 0)
      guard count > 0 else { break }
      let bytes = Array(part[..<count])
      guard isRequest else {
        if lock.withLock({ muted.contains(target) }) { continue }
        if !Self.write(bytes, to: target) { break }
        continue
      }
      sent += bytes
      lock.withLock { requests += bytes }
      guard let what = takeTrouble(in: sent) else {
        if !Self.write(bytes, to: target) { break }
        continue
      }
      switch what {
      case .cutBefore: break
      case .cutBehind:
        // The server's answer shows that it has done what it was asked to; then the client hears nothing more.
        shutdown(source, Int32(SHUT_RDWR))
        _ = Self.write(bytes, to: target)
      case .silentBehind:
        mute(source)
        _ = Self.write(bytes, to: target)
        continue
      case .silentBefore:
        mute(source)
        continue
      }
      break
    }
    shutdown(source, Int32(SHUT_RDWR))
    shutdown(target, Int32(SHUT_WR))
  }

  /// Lets nothing reach a client any more, and keeps its connection.
  private func mute(_ client: Int32) { lock.withLock { _ = muted.insert(client) } }

  private func takeTrouble(in sent: [UInt8]) -> Trouble? {
    lock.withLock {
      guard let (words, what) = trouble, sent.firstRange(of: words) != nil else { return nil }
      trouble = nil
      return what
    }
  }

  private static func write(_ bytes: [UInt8], to socket: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
