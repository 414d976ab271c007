// Files under `Data` that are not as the program makes them: links, directories and pipes in their place, files that
// others may read or own, a directory that may not be written. Each is refused in so many words; nothing is followed,
// nothing is changed to fit.

import FaultSupport
import Foundation
import Glibc
import ProgramSupport
import Testing

/// Something wrong in a data directory.
struct WrongHand: Sendable, CustomTestStringConvertible {
  var testDescription: String
  /// The file it is about.
  var name: String
  /// Whether readers are refused too.
  var readersMind = true
  /// Makes it so: gets the path in `Data`, and the path of a file elsewhere with the same content.
  var plant: @Sendable (_ path: String, _ elsewhere: String) throws -> Void

  private static func replace(_ path: String, by make: (String) -> Int32) throws {
    unsafe unlink(path)
    try #require(make(path) == 0)
  }

  static func change(_ path: String, _ mode: mode_t) throws {
    let result = unsafe chmod(path, mode)
    try #require(result == 0)
  }

  static let link: @Sendable (String, String) throws -> Void = { path, elsewhere in
    try replace(path) { unsafe symlink(elsewhere, $0) }
  }
  static let danglingLink: @Sendable (String, String) throws -> Void = { path, elsewhere in
    try replace(path) { unsafe symlink(elsewhere + "-new", $0) }
  }
  static let directory: @Sendable (String, String) throws -> Void = { path, _ in
    try replace(path) { unsafe mkdir($0, 0o700) }
  }
  static let pipe: @Sendable (String, String) throws -> Void = { path, _ in
    try replace(path) { unsafe mkfifo($0, 0o600) }
  }
  static func mode(_ mode: mode_t) -> @Sendable (String, String) throws -> Void {
    { path, _ in try change(path, mode) }
  }

  /// Only root can give a file away; how others are refused is in DiaryFileTests.
  static let owner: @Sendable (String, String) throws -> Void = { path, _ in
    let result = unsafe chown(path, OtherUser.nobody, OtherUser.nobody)
    try #require(result == 0)
  }

  static let all = ["faults.jsonl", "faults.lock"].flatMap { name in
    let minds = name == "faults.jsonl"
    return [
      WrongHand(testDescription: "\(name): a link", name: name, readersMind: minds, plant: link),
      WrongHand(testDescription: "\(name): a link to nothing", name: name, readersMind: minds, plant: danglingLink),
      WrongHand(testDescription: "\(name): a directory", name: name, readersMind: minds, plant: directory),
      WrongHand(testDescription: "\(name): a pipe", name: name, readersMind: minds, plant: pipe),
      // Others may read a lock: nothing private is in it.
      WrongHand(
        testDescription: "\(name): others let in", name: name, readersMind: minds, plant: mode(minds ? 0o644 : 0o606)),
      WrongHand(testDescription: "\(name): mode 0620", name: name, readersMind: minds, plant: mode(0o620)),
    ]
      + (getuid() == 0
        ? [WrongHand(testDescription: "\(name): nobody's", name: name, readersMind: minds, plant: owner)] : [])
  }
}

@Suite("Wrong hands")
struct WrongHandsTests {
  private let scene: FaultScene
  private let first: FaultReply

  init() async throws {
    scene = try FaultScene()
    first = try await scene.ask(FaultScene.book(FaultScene.slot("ada", 8), caller: 1))
  }

  private var requests: [String] {
    [
      FaultScene.book(FaultScene.slot("ada", 9), caller: 2),
      FaultScene.move(first["id"] ?? "", from: first.slot ?? "", to: FaultScene.slot("ben", 9)),
      FaultScene.cancel(first["id"] ?? "", first.slot ?? ""),
    ]
  }

  /// All there is below the tree, as `ls` and `cat` show it.
  private func picture() throws -> [String: String] {
    let root = scene.tree.root.path
    var picture: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root) where !name.hasSuffix("strace.log") {
      var status = stat()
      let result = unsafe lstat(root + "/" + name, &status)
      try #require(result == 0)
      var text = "\(String(status.st_mode, radix: 8)) \(status.st_uid)"
      if status.st_mode & S_IFMT == S_IFREG {
        text += try Data(contentsOf: URL(filePath: root + "/" + name)).base64EncodedString()
      }
      picture[name] = text
    }
    return picture
  }

  private func expectRefusal(_ request: String, _ run: (FaultScene, String) async throws -> Child.Result) async throws {
    let result = try await run(scene, request)
    let reply = try #require(FaultReply(result), "\(result)")
    #expect(reply.code == "storage_unavailable")
    #expect(reply.problemStatus == 503)
    #expect(!reply.problemText.contains("/"), "\(reply.problemText)")
    #expect(!reply.problemText.contains(".jsonl"), "\(reply.problemText)")
    #expect(result.errorText.split(separator: "\n").count == 1)
  }

  @Test(arguments: WrongHand.all)
  func planted(_ hand: WrongHand) async throws {
    let elsewhere = scene.tree.root.appending(path: "elsewhere").path
    let path = scene.dataDirectory.appending(path: hand.name).path
    try FileManager.default.copyItem(atPath: path, toPath: elsewhere)
    try hand.plant(path, elsewhere)
    let before = try picture()
    for request in requests { try await expectRefusal(request) { try await $0.child($1).run() } }
    if hand.readersMind {
      try await expectRefusal(FaultScene.list("ada")) { try await $0.child($1).run() }
    } else {
      #expect(try await scene.ask(FaultScene.list("ada")).ids.count == 23)
    }
    #expect(try picture() == before)
  }

  /// What is planted where the index is, or is made, is neither followed nor in the way.
  @Test(arguments: ["faults.index-0", "faults.index-1", "faults.index.new", "faults.jsonl.new"])
  func linksForDerivedFiles(_ name: String) async throws {
    let elsewhere = scene.tree.root.appending(path: "elsewhere")
    try Data("mine".utf8).write(to: elsewhere)
    for number in 1..<30 {
      let path = scene.dataDirectory.appending(path: name).path
      unsafe unlink(path)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: elsewhere.path)
      let slot = FaultScene.slot(number % 2 == 0 ? "ada" : "ben", 9 + number / 2 % 12)
      let reply = try await scene.ask(FaultScene.book(slot, caller: number))
      #expect(["slot_taken", nil].contains(reply.code))
    }
    #expect(try String(contentsOf: elsewhere, encoding: .utf8) == "mine")
    #expect(try scene.ledger().holders.count > 20)
  }

  /// `Data` itself may be a link: where a deployment keeps its data is the operator's choice.
  @Test func dataMayBeALink() async throws {
    let real = scene.tree.root.appending(path: "real")
    try FileManager.default.moveItem(at: scene.dataDirectory, to: real)
    try FileManager.default.createSymbolicLink(at: scene.dataDirectory, withDestinationURL: real)
    #expect(try await scene.ask(FaultScene.book(FaultScene.slot("ada", 9), caller: 2)).code == nil)
    #expect(try scene.ledger().holders.count == 2)
  }

  /// What is above `Data` may be closed to the program: whoever made it there saw to its name.
  @Test func dataBelowAClosedDirectory() async throws {
    let other = try OtherUser(scene)
    try FaultData(files: [:]).restore(in: scene.dataDirectory)
    try other.own(scene.dataDirectory)
    try WrongHand.change(scene.tree.root.path, 0o311)
    defer { unsafe chmod(scene.tree.root.path, 0o755) }
    for hour in 9...10 {
      let request = FaultScene.book(FaultScene.slot("ada", hour), caller: hour)
      let reply = try #require(FaultReply(try await other.run(scene, request)))
      #expect(reply.code == nil)
    }
  }

  /// A file in the place of `Data`, a directory that everybody may write, and one in which nothing may be made.
  @Test func dataIsAFile() async throws {
    try FileManager.default.removeItem(at: scene.dataDirectory)
    try Data("mine".utf8).write(to: scene.dataDirectory)
    let before = try picture()
    for request in requests + [FaultScene.list()] { try await expectRefusal(request) { try await $0.child($1).run() } }
    #expect(try picture() == before)
  }

  @Test func dataIsEverybodys() async throws {
    try WrongHand.change(scene.dataDirectory.path, 0o777)
    let before = try picture()
    for request in requests + [FaultScene.list()] { try await expectRefusal(request) { try await $0.child($1).run() } }
    #expect(try picture() == before)
  }

  @Test func dataIsReadOnly() async throws {
    let other = try OtherUser(scene)
    try FileManager.default.removeItem(at: scene.lockFile)
    try WrongHand.change(scene.dataDirectory.path, 0o500)
    defer { unsafe chmod(scene.dataDirectory.path, 0o700) }
    try other.own(scene.dataDirectory)
    let before = try picture()
    for request in requests { try await expectRefusal(request, other.run) }
    let look = try #require(FaultReply(try await other.run(scene, FaultScene.list("ada"))))
    #expect(look.ids.count == 23)
    #expect(try picture() == before)
  }

  /// The directory belongs to somebody else than the program runs as.
  @Test func dataIsSomebodyElses() async throws {
    let other = try OtherUser(scene)
    var elsewhere = scene
    // A directory of root's, for whom the program never runs here.
    elsewhere.variables["VOICEBOT_DATA"] = getuid() == 0 ? scene.dataDirectory.path : "/usr"
    try WrongHand.change(scene.dataDirectory.path, 0o755)
    let before = try picture()
    for request in requests + [FaultScene.list()] {
      try await expectRefusal(request) { try await other.run(elsewhere, $1) }
    }
    #expect(try picture() == before)
  }
}
