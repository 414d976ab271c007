// The operator's remedies, to be disturbed: from which files each starts, and what has to hold whatever happened. No
// readable booking is lost, what is damaged is kept, and the command given once more finishes it, so that nothing of who
// was forgotten is left in any file.

import FaultSupport
import Foundation
import JSON
import ProgramSupport
import Testing

/// A command that writes the bookings anew.
struct CareCase: Sendable {
  enum Name: String, CaseIterable, Sendable {
    /// A line in the middle is damaged.
    case repair
    /// Somebody is forgotten of whom there are copies in every sort of file.
    case forget
    /// Everybody is forgotten whose bookings ended longer ago than the business keeps them.
    case expire
    /// The business gets another id.
    case rename
    /// The bookings are copied.
    case backup
    /// The bookings become what they were some events ago.
    case restore
  }

  let name: Name
  let data: FaultData
  let command: [String]
  /// Who has to hold which place afterwards.
  var holders: [String: String]
  /// What must be in no file once it is done.
  var personal: [String] = []
  /// The damaged file, which must not be lost.
  var damaged: Data?
  /// Who holds which place before it is done, where that is others.
  var former: [String: String]?
  /// The backup to be restored.
  var copy: String?

  func scene() throws -> FaultScene {
    var scene = try FaultScene(data)
    if name == .expire {
      try scene.tree.write(FaultScene.business + "retention: 30d\n", to: "Businesses/faults.yaml")
      scene.variables = ["VOICEBOT_NOW": "2026-12-24T00:00:00Z"]
    }
    if let copy {
      _ = try scene.tree.directory("copies")
      try scene.tree.write(copy, to: "copies/old.jsonl")
    }
    return scene
  }

  /// Looks at what a disturbed run has left, has the command finish, and books once more.
  func settle(_ scene: FaultScene, isDone: Bool, _ what: Comment) async throws {
    if name == .rename { return try await settleRenaming(scene, isDone: isDone, what) }
    let now = try Data(contentsOf: scene.bookingsFile)
    if now == damaged {
      #expect(!isDone, what)
    } else {
      let found = try scene.ledger().holders
      #expect(found == holders || (!isDone && found == former), what)
    }
    if isDone { try expectDone(scene, what) }
    let again = try await scene.command(command).run()
    // Where it was done, there is nobody of that id any more.
    #expect(
      again.status == 0 || self.isDone(again) || (name == .forget && again.errorText.contains("Nobody has the id")),
      what)
    var next = scene
    next.variables = [:]
    let reply = try await next.ask(FaultScene.book(FaultScene.slot("ben", 22), caller: 50))
    #expect(reply.code == nil, "\(what): \(reply.code ?? "")")
    try expectDone(scene, what)
    #expect(try scene.ledger().holders.filter { $0.value != reply["id"] } == holders, what)
  }

  /// Whether a run did what it was to do: a repair ends with 1 where something is lost, and has no error to tell.
  func isDone(_ result: Child.Result) -> Bool {
    result.status == 0 || (name == .repair && result.status == 1 && result.errorText.isEmpty)
  }

  /// The same for a renaming: the id that has the business file has all bookings, or refuses.
  private func settleRenaming(_ scene: FaultScene, isDone: Bool, _ what: Comment) async throws {
    let manager = FileManager.default
    let isMoved = manager.fileExists(atPath: scene.tree.root.appending(path: "Businesses/sonne.yaml").path)
    #expect(isMoved || !isDone, what)
    let question = FaultScene.list("ada").replacingOccurrences(of: "faults.", with: isMoved ? "sonne." : "faults.")
    let listing = try await scene.ask(question)
    let free = (0..<24).map { "ada \(FaultScene.start($0))" }.filter { holders[$0] == nil }
    #expect(listing.code == "damaged_bookings" || listing.ids.map(FaultLedger.place(ofSlot:)) == free, what)
    #expect(!isMoved || listing.code == nil, what)
    let again = try await scene.command(command).run()
    #expect(again.status == 0, "\(what): \(again.errorText)")
    let file = scene.dataDirectory.appending(path: "sonne.jsonl")
    let renamed = holders.mapValues { $0.replacingOccurrences(of: "faults.", with: "sonne.") }
    #expect(try FaultLedger(at: file).holders == renamed, what)
    let book = FaultScene.book(FaultScene.slot("ben", 22), caller: 50)
    let reply = try await scene.ask(book.replacingOccurrences(of: "faults.", with: "sonne."))
    #expect(reply.code == nil, "\(what): \(reply.code ?? "")")
    #expect(try FaultLedger(at: file).holders.filter { $0.value != reply["id"] } == renamed, what)
    let names = try manager.contentsOfDirectory(atPath: scene.dataDirectory.path)
    #expect(!names.contains { $0 == "faults.jsonl" || $0.hasSuffix(".new") }, "\(what): \(names)")
  }

  private func expectDone(_ scene: FaultScene, _ what: Comment) throws {
    let files = try #require(try FaultData(of: scene.dataDirectory).files)
    for (name, content) in files {
      for text in personal {
        #expect(content.range(of: Data(text.utf8)) == nil, "\(what): \(text) is left in \(name)")
      }
      #expect(!name.hasSuffix(".new") && !name.hasSuffix(".prepared"), "\(what): \(name) is left")
    }
    if name == .backup {
      let copy = scene.tree.root.appending(path: "copies/faults.jsonl")
      #expect(try FaultLedger(at: copy).holders == holders, what)
    }
    if let damaged {
      #expect(files.contains { $0.key.contains(".aside-") && $0.value == damaged }, "\(what): nothing was kept")
      #expect(try scene.ledger().blocks.count == 1, "\(what): nothing is held for what was lost")
    }
  }
}

extension CareCase {
  /// The command in its beginnings: a business with an index, and with a person in it who is also in a file kept aside
  /// and in files that were never finished.
  static func make(_ name: Name) async throws -> CareCase {
    let fault = try await FaultCase.make(.bookingAndIndex)
    let scene = try fault.scene()
    let reply = try await scene.ask(fault.request)
    let user = try #require(reply.participant)
    var data = try FaultData(of: scene.dataDirectory)
    let holders = try scene.ledger().holders
    let bookings = try #require(data.files?["faults.jsonl"])
    let lines = bookings.split(separator: UInt8(ascii: "\n"))
    guard name != .repair else {
      let lost = try JSONValue(parsing: Array(lines[4])).objectValue?["id"]?.stringValue
      let changed = String(decoding: lines[4], as: UTF8.self).replacingOccurrences(of: "Caller", with: "Coller")
      let damaged = Data((lines[..<4] + [Data(changed.utf8)] + lines[5...]).joined(separator: [UInt8(ascii: "\n")]))
      data.files?["faults.jsonl"] = damaged + [UInt8(ascii: "\n")]
      return CareCase(
        name: name, data: data, command: ["repair", "faults"], holders: holders.filter { $0.value != lost },
        damaged: damaged + [UInt8(ascii: "\n")])
    }
    if name == .backup {
      return CareCase(name: name, data: data, command: ["backup", "copies", "faults"], holders: holders)
    }
    if name == .restore {
      let copy = Data(lines[..<(lines.count / 2)].joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
      var restored = CareCase(
        name: name, data: data, command: ["restore", "faults", "copies/old.jsonl"], holders: [:], former: holders,
        copy: String(decoding: copy, as: UTF8.self))
      let scene = try restored.scene()
      restored.holders = try FaultLedger(at: scene.tree.root.appending(path: "copies/old.jsonl")).holders
      return restored
    }
    if name == .rename {
      return CareCase(name: name, data: data, command: ["rename", "faults", "sonne"], holders: holders)
    }
    for leftover in ["faults.aside-1", "faults.jsonl.new", "faults.index.new"] { data.files?[leftover] = bookings }
    if name == .forget {
      return CareCase(
        name: name, data: data, command: ["forget", "faults", user, "--force"], holders: holders,
        personal: [user, "+49351100099", "No 99"])
    }
    return CareCase(
      name: name, data: data, command: ["forget", "--expired"], holders: holders,
      personal: [user, "+49351100099", "+49351100001", "No 1"])
  }
}

extension FaultScene {
  /// A run of an operator's command.
  func command(_ arguments: [String]) -> Child {
    var command = child("")
    // What stands in `copies` stands in the tree, wherever the test runs.
    let copies = tree.root.appending(path: "copies").path
    command.arguments = arguments.map { $0.hasPrefix("copies") ? copies + $0.dropFirst("copies".count) : $0 }
    return command
  }
}
