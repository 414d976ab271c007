// Finding and reading business files on a real file system.

import System
import Business
import BusinessFile
import Foundation
import Glibc
import Testing

@Suite struct BusinessDirectoryTests {
  @Test func readsBytesAndIdentity() throws {
    try withTemporaryDirectory { url in
      try Data("name: A\n".utf8).write(to: url.appending(path: "a.yaml"))
      let directory = BusinessDirectory(path: url.path, calls: LinuxCalls())
      let file = try directory.read(try id("a"))
      #expect(file.bytes == Array("name: A\n".utf8))
      #expect(file.identity == (try directory.identity(try id("a"))))
      #expect(file.identity.size == 8)
    }
  }

  @Test func anyChangeChangesTheIdentity() throws {
    try withTemporaryDirectory { url in
      let path = url.appending(path: "a.yaml")
      try Data("name: A\n".utf8).write(to: path)
      let directory = BusinessDirectory(path: url.path, calls: LinuxCalls())
      let first = try directory.read(try id("a")).identity
      // Same size, in place, with the old times put back: the change time remains.
      let handle = try FileHandle(forWritingTo: path)
      try handle.write(contentsOf: Data("name: B\n".utf8))
      try handle.close()
      let (seconds, nanoseconds) = first.modified.quotientAndRemainder(dividingBy: 1_000_000_000)
      var times = [
        timespec(tv_sec: Int(seconds), tv_nsec: Int(nanoseconds)),
        timespec(tv_sec: Int(seconds), tv_nsec: Int(nanoseconds)),
      ]
      #expect(unsafe utimensat(AT_FDCWD, path.path, &times, 0) == 0)
      let second = try directory.identity(try id("a"))
      #expect(second.modified == first.modified)
      #expect(second != first)
      // Another file in its place.
      try Data("name: B\n".utf8).write(to: url.appending(path: "b"))
      #expect(unsafe rename(url.appending(path: "b").path, path.path) == 0)
      #expect(try directory.identity(try id("a")) != second)
    }
  }

  @Test func followsSymbolicLinks() throws {
    try withTemporaryDirectory { url in
      try Data("name: A\n".utf8).write(to: url.appending(path: "real"))
      try FileManager.default.createSymbolicLink(
        at: url.appending(path: "a.yaml"), withDestinationURL: url.appending(path: "real"))
      let directory = BusinessDirectory(path: url.path, calls: LinuxCalls())
      #expect(try directory.read(try id("a")).bytes == Array("name: A\n".utf8))
      #expect(try directory.ids().map(\.text) == ["a"])
      #expect(try directory.identity(try id("a")) == directory.read(try id("a")).identity)
    }
  }

  @Test func errorsAreFacts() throws {
    try withTemporaryDirectory { url in
      let directory = BusinessDirectory(path: url.path, calls: LinuxCalls())
      #expect(throws: BusinessDirectoryError.notFound) { try directory.read(try id("a")) }
      #expect(throws: BusinessDirectoryError.notFound) { try directory.identity(try id("a")) }
      try FileManager.default.createDirectory(at: url.appending(path: "d.yaml"), withIntermediateDirectories: false)
      let isDirectory = BusinessDirectoryError.unreadable(operation: .open, errno: EISDIR)
      #expect(throws: isDirectory) { try directory.read(try id("d")) }
      #expect(throws: isDirectory) { try directory.identity(try id("d")) }
      #expect(unsafe mkfifo(url.appending(path: "f.yaml").path, 0o600) == 0)
      #expect(throws: isDirectory) { try directory.read(try id("f")) }
      #expect(unsafe symlink("loop.yaml", url.appending(path: "loop.yaml").path) == 0)
      #expect(throws: BusinessDirectoryError.unreadable(operation: .open, errno: ELOOP)) {
        try directory.read(try id("loop"))
      }
      #expect(throws: BusinessDirectoryError.notFound) {
        try BusinessDirectory(path: url.path + "/none", calls: LinuxCalls()).ids()
      }
      #expect(throws: BusinessDirectoryError.notFound) {
        try BusinessDirectory(path: url.path + "/f.yaml", calls: LinuxCalls()).ids()
      }
    }
  }

  @Test(arguments: [0, 1, 65_536, 1 << 20]) func readsFilesOfAnySizeUpToTheLimit(_ size: Int) throws {
    try withTemporaryDirectory { url in
      let content = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try Data(content).write(to: url.appending(path: "a.yaml"))
      #expect(try BusinessDirectory(path: url.path, calls: LinuxCalls()).read(try id("a")).bytes == content)
    }
  }

  @Test func refusesFilesOverTheLimit() throws {
    try withTemporaryDirectory { url in
      try Data(count: 1 << 20 | 1).write(to: url.appending(path: "a.yaml"))
      #expect(throws: BusinessDirectoryError.tooLarge) {
        try BusinessDirectory(path: url.path, calls: LinuxCalls()).read(try id("a"))
      }
    }
  }

  @Test func listsIdsInOrderAndNothingElse() throws {
    try withTemporaryDirectory { url in
      let names = [
        "b.yaml", "a.yaml", "A-1_x.yaml", ".yaml", "-a.yaml", "a b.yaml", "ä.yaml", "business.schema.json", "c.yml",
        "d.yaml~",
        ".e.yaml", "f.yaml.bak", "\(String(repeating: "g", count: 64)).yaml",
        "\(String(repeating: "h", count: 65)).yaml",
      ]
      for name in names { try Data().write(to: url.appending(path: name)) }
      try FileManager.default.createDirectory(at: url.appending(path: "z.yaml"), withIntermediateDirectories: false)
      let ids = try BusinessDirectory(path: url.path, calls: LinuxCalls()).ids().map(\.text)
      #expect(ids == ["A-1_x", "a", "b", String(repeating: "g", count: 64)])
    }
  }
}
