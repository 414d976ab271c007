// Files that are not as this program makes them are refused: nothing is followed, nothing widened, nothing written.

import SystemSupport
import System
import Diary
import DiaryFile
import Foundation
import Testing

@Suite struct WrongHandsTests {
  let scene: Scene
  let bookings: String

  init() throws {
    scene = try Scene(count: 3)
    bookings = scene.directory.path("praxis.jsonl")
  }

  private func mode(_ path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  /// That nobody reads or writes the bookings, for this reason.
  private func expectRefusal(_ error: FileError, _ calls: any SystemCalls = LinuxCalls()) throws {
    let store = try FileStore(scene.directory, calls: calls)
    #expect(throws: error) { try store.read() }
    #expect(throws: error) { try store.append(.booked(.sample("praxis.new"))) }
    #expect(throws: error) { try store.inspect() }
    #expect(throws: error) { try store.mend() }
    #expect(throws: error) { try store.forget(person: "praxis.u1", at: .minute(0)) }
  }

  @Test func filesArePrivate() throws {
    let directory = try TemporaryDirectory()
    try FileStore(directory).append(.booked(.sample("b1")))
    #expect(try mode(directory.data) == 0o700)
    for name in directory.names() { #expect(try mode(directory.path(name)) == 0o600) }
    #expect(directory.names() == ["praxis.jsonl", "praxis.lock"])
  }

  @Test func linkInPlaceOfTheFile() throws {
    let target = scene.directory.path + "/elsewhere"
    try FileManager.default.moveItem(atPath: bookings, toPath: target)
    try FileManager.default.createSymbolicLink(atPath: bookings, withDestinationPath: target)
    try expectRefusal(.refused(.bookings, .link))
    #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: target))) == scene.bytes)
  }

  @Test func danglingLinkInPlaceOfTheFile() throws {
    let target = scene.directory.path + "/elsewhere"
    scene.directory.remove("praxis.jsonl")
    try FileManager.default.createSymbolicLink(atPath: bookings, withDestinationPath: target)
    try expectRefusal(.refused(.bookings, .link))
    #expect(!FileManager.default.fileExists(atPath: target))
  }

  @Test func linkInPlaceOfTheLock() throws {
    let target = scene.directory.path + "/elsewhere"
    scene.directory.remove("praxis.lock")
    try FileManager.default.createSymbolicLink(atPath: scene.directory.path("praxis.lock"), withDestinationPath: target)
    #expect(throws: FileError.refused(.lock, .link)) { try scene.store.append(.booked(.sample("praxis.new"))) }
    #expect(!FileManager.default.fileExists(atPath: target))
  }

  @Test(arguments: ["praxis.jsonl.new", "praxis.index.new", "praxis.index-0", "praxis.index-1"])
  func linkInPlaceOfAFileThatIsMade(name: String) throws {
    let target = scene.directory.path + "/elsewhere"
    try FileManager.default.createSymbolicLink(atPath: scene.directory.path(name), withDestinationPath: target)
    try scene.store.append((0..<20).map { .booked(.sample("praxis.new\($0)")) })
    try scene.store.index(.rebuilding)
    _ = try scene.store.forget(person: "u1", at: .minute(0))
    #expect(try scene.store.inspect()?.defects == [])
    #expect(!FileManager.default.fileExists(atPath: target))
  }

  @Test func directoryInPlaceOfTheFile() throws {
    scene.directory.remove("praxis.jsonl")
    try FileManager.default.createDirectory(atPath: bookings, withIntermediateDirectories: false)
    try expectRefusal(.refused(.bookings, .kind))
  }

  @Test func pipeInPlaceOfTheFile() throws {
    scene.directory.remove("praxis.jsonl")
    #expect(unsafe mkfifo(bookings, 0o600) == 0)
    try expectRefusal(.refused(.bookings, .kind))
  }

  @Test func fileInPlaceOfTheDirectory() throws {
    let directory = try TemporaryDirectory()
    #expect(FileManager.default.createFile(atPath: directory.data, contents: nil))
    let store = try FileStore(directory)
    #expect(throws: FileError.refused(.directory, .kind)) { try store.read() }
    #expect(throws: FileError.refused(.directory, .kind)) { try store.append(.booked(.sample("b1"))) }
  }

  @Test(arguments: [0o644, 0o660, 0o604, 0o601, 0o777])
  func fileThatOthersMayUse(mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: bookings)
    try expectRefusal(.refused(.bookings, .permissions(mode: UInt32(mode))))
    #expect(try self.mode(bookings) == mode)
    #expect(try scene.directory.bytes("praxis.jsonl") == scene.bytes)
  }

  @Test func directoryThatEverybodyMayChange() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: scene.directory.data)
    try expectRefusal(.refused(.directory, .permissions(mode: 0o777)))
    // Listing it is the operator's choice.
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scene.directory.data)
    #expect(try scene.store.read().lineCount() == 4)
  }

  @Test func directoryBehindALink() throws {
    let link = scene.directory.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: scene.directory.data)
    let store = try FileStore(scene.directory, path: link)
    try store.append(.booked(.sample("praxis.new")))
    #expect(try scene.store.read().booking("praxis.new") != nil)
  }

  @Test func fileOfSomebodyElse() throws {
    let inode = try #require(try FileManager.default.attributesOfItem(atPath: bookings)[.systemFileNumber] as? Int)
    let foreign = RiggedCalls(
      user: 1000,
      statuses: { status in
        var status = status
        status.owner.user = status.identity.inode == UInt64(inode) ? 1001 : 1000
        return status
      })
    try expectRefusal(.refused(.bookings, .owner(1001)), foreign)
  }

  @Test func directoryOfSomebodyElse() throws {
    let foreign = RiggedCalls(
      user: 1000,
      statuses: { status in
        var status = status
        status.owner.user = 1001
        return status
      })
    try expectRefusal(.refused(.directory, .owner(1001)), foreign)
  }

  /// Root makes files in the name of the directory's owner, and uses no other's.
  @Test func rootMakesFilesForTheOwner() throws {
    let directory = try TemporaryDirectory()
    try FileManager.default.createDirectory(atPath: directory.data, withIntermediateDirectories: false)
    let owner = FileOwner(user: 1000, group: 1001)
    let calls = RiggedCalls(
      user: 0,
      statuses: { status in
        var status = status
        status.owner = owner
        return status
      })
    try FileStore(directory, calls: calls).append(.booked(.sample("b1")))
    #expect(calls.openings.contains { $0.opening == .createNew } && calls.openings.contains { $0.opening == .create })
    for (opening, name) in calls.openings { #expect(name == (opening.mayMake ? owner : nil)) }
    let rootsOwn = RiggedCalls(
      user: 0,
      statuses: { status in
        var status = status
        status.owner.user = status.isDirectory ? 1000 : 0
        return status
      })
    #expect(throws: FileError.refused(.bookings, .owner(0))) {
      try FileStore(directory, calls: rootsOwn).read()
    }
    // Its lock may have been made by root's flock(1).
    #expect(throws: FileError.refused(.bookings, .owner(0))) {
      try FileStore(directory, calls: rootsOwn).append(.booked(.sample("b2")))
    }
  }

  @Test func whatCannotBeOpenedIsNoEmptyLedger() throws {
    for code in [EACCES, EIO, EMFILE, ELOOP] {
      for call in 0..<4 {
        let calls = RiggedCalls(instead: { _, number in number == call ? .failure(code) : nil })
        let diary = try? FileStore(scene.directory, calls: calls).read()
        if let diary { #expect(try diary.lineCount() == 4) }
      }
      // The directory cannot be opened, or the bookings file.
      for call in [0, 6] {
        let calls = RiggedCalls(instead: { _, number in number == call ? .failure(code) : nil })
        #expect(throws: FileError.self) { try FileStore(scene.directory, calls: calls).read() }
      }
    }
  }
}
