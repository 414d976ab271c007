// A small HTTP server of the tests' own on a free loopback port, for programs that call out (bin/bootstrap).

import Foundation
import Glibc
import ProgramSupport

/// A request that came in.
package struct HTTPMessage: Sendable {
  package var method: String
  package var path: String
  /// By name in lower case.
  package var headers: [String: String]
  package var body: [UInt8]
}

/// Serves one request at a time with a closure, which may wait before it answers; nil closes without an answer.
package final class LoopbackServer: @unchecked Sendable {
  package struct Answer: Sendable {
    var status: Int
    var headers: [String: String] = [:]
    var body: [UInt8] = []

    package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
      self.status = status
      self.headers = headers
      self.body = body
    }
  }

  package let port: UInt16
  private let listener: Int32

  package init(_ answer: @escaping @Sendable (HTTPMessage) -> Answer?) throws {
    let (listener, port) = try Loopback.listen()
    self.listener = listener
    self.port = port
    Thread {
      while true {
        let connection = LoopbackServer.accept(listener)
        guard connection >= 0 else { return }
        if let message = LoopbackServer.read(connection), let reply = answer(message) {
          LoopbackServer.write(reply, to: connection)
        }
        close(connection)
      }
    }.start()
  }

  /// Stops taking connections.
  package func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  deinit {
    stop()
    close(listener)
  }

  private static func accept(_ listener: Int32) -> Int32 {
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      if connection >= 0 {
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        return connection
      }
      if errno != EINTR { return -1 }
    }
  }

  private static func read(_ connection: Int32) -> HTTPMessage? {
    var bytes: [UInt8] = []
    let end = Array("\r\n\r\n".utf8)
    var part = [UInt8](repeating: 0, count: 65536)
    while true {
      if let split = bytes.indices.first(where: { bytes[$0...].starts(with: end) }),
        let message = message(String(decoding: bytes[..<split], as: UTF8.self), Array(bytes[(split + 4)...]))
      {
        return message
      }
      let count = unsafe Glibc.read(connection, &part, part.count)
      guard count > 0 else { return nil }
      bytes += part[..<count]
    }
  }

  /// The request with this head, once its body is complete.
  private static func message(_ head: String, _ body: [UInt8]) -> HTTPMessage? {
    let lines = head.components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ").map(String.init)
    guard words.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    guard body.count >= headers["content-length"].flatMap(Int.init) ?? 0 else { return nil }
    return HTTPMessage(method: words[0], path: words[1], headers: headers, body: body)
  }

  private static func write(_ answer: Answer, to connection: Int32) {
    var head = "HTTP/1.1 \(answer.status) Answer\r\nContent-Length: \(answer.body.count)\r\nConnection: close\r\n"
    for (name, value) in answer.headers { head += "\(name): \(value)\r\n" }
    var rest = Array(head.utf8) + Array("\r\n".utf8) + answer.body
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest.removeFirst(count)
    }
  }
}

/// Ports of the loopback interface.
package enum Loopback {
  /// A socket that listens on a free port.
  package static func listen() throws -> (descriptor: Int32, port: UInt16) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(descriptor, address, length) == 0 && Glibc.listen(descriptor, 64) == 0
          && getsockname(descriptor, address, &length) == 0
      }
    }
    guard bound else {
      close(descriptor)
      throw Child.NotStarted(reason: "no loopback port: error \(errno)")
    }
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }

  /// A port that is free now, for a server that takes it next.
  package static func freePort() throws -> UInt16 {
    let (descriptor, port) = try listen()
    close(descriptor)
    return port
  }

  /// Whether something listens on a port.
  package static func isListening(_ port: UInt16) -> Bool {
    guard let connection = connection(to: port) else { return false }
    close(connection)
    return true
  }

  /// Sends a text to a port, says that no more will come, and returns what comes back until the other side is done.
  package static func exchange(_ port: UInt16, _ text: String) throws -> [UInt8] {
    guard let connection = connection(to: port) else { throw Child.NotStarted(reason: "nothing listens on \(port)") }
    defer { close(connection) }
    var patience = timeval(tv_sec: 30, tv_usec: 0)
    _ = unsafe setsockopt(
      connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let bytes = Array(text.utf8)
    _ = unsafe send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    shutdown(connection, Int32(SHUT_WR))
    var received: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe recv(connection, &part, part.count, 0)
      guard count > 0 else { break }
      received += part[..<count]
    }
    return received
  }

  /// A connection to a port; nil where nothing listens.
  package static func connection(to port: UInt16) -> Int32? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    let connected = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe connect(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    if connected { return descriptor }
    close(descriptor)
    return nil
  }
}
