// Whether libc, asked the way SystemZones asks it, agrees with the database about every zone, and whether a name that is
// no zone is told apart.

import System
import CivilTime
import Foundation
import Testing

struct SystemZonesTests {
  static let directory = SystemZones.directories.first { FileManager.default.fileExists(atPath: $0 + "/UTC") } ?? ""

  /// One name for each set of rules in the database: many names are links or copies.
  static let names: [String] = {
    let all = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String } ?? []
    var seen: Set<Data> = []
    return all.sorted().filter { name in
      guard (try? SystemZones.zone(named: name, calls: LinuxCalls())) != nil,
        let data = FileManager.default.contents(atPath: directory + "/" + name)
      else { return false }
      return seen.insert(data).inserted
    }
  }()

  static let start = Instant(seconds: 0)
  static let end = Instant(seconds: 4_102_444_800)  // 2100-01-01

  /// libc and the files agree, and so does what OffsetTable rests on: looking every three days misses no change of offset
  /// in any zone, and would not even if changes came twice as close. (The tables are made from the files: libc gets slow once it has seen many zones.)
  @Test func tableHasEveryChangeOfEveryZone() throws {
    #expect(SystemZonesTests.names.count > 200)
    for name in SystemZonesTests.names {
      let zone = try SystemZones.zone(named: name, calls: LinuxCalls())
      let truth = try #require(
        TZifReader(path: SystemZonesTests.directory + "/" + name, throughYear: 2100), "\(name)")
      let same = Zone(name: name) { truth.offset(at: $0.seconds) }
      let table = same.offsets(from: SystemZonesTests.start, through: SystemZonesTests.end)
      let changes = truth.changes.filter { $0.time > 0 && $0.time <= SystemZonesTests.end.seconds }
      var wrong: [Int64] = []
      var before = truth.offset(at: 0)
      var last = Int64.min / 2
      for change in changes {
        let instant = Instant(seconds: change.time)
        let justBefore = instant.adding(milliseconds: -1)
        if table.offset(at: justBefore) != before || zone.offset(at: justBefore) != before
          || table.offset(at: instant) != change.offset || zone.offset(at: instant) != change.offset
          || change.time - last <= 2 * 3 * 86_400
        {
          wrong.append(change.time)
        }
        before = change.offset
        last = change.time
      }
      // A change too many would show as another offset somewhere between two changes.
      wrong += stride(from: Int64(0), to: SystemZonesTests.end.seconds, by: 86_400 * 50 + 3607).filter { time in
        let instant = Instant(seconds: time)
        return table.offset(at: instant) != truth.offset(at: time) || zone.offset(at: instant) != truth.offset(at: time)
      }
      #expect(wrong.isEmpty, "\(name) at these seconds")
    }
  }

  @Test func zonesAreToldApartWhenAskedInTurn() throws {
    let noon = Instant(seconds: 1_785_585_600)  // 2026-08-01T12:00Z
    let berlin = try SystemZones.zone(named: "Europe/Berlin", calls: LinuxCalls())
    let kathmandu = try SystemZones.zone(named: "Asia/Kathmandu", calls: LinuxCalls())
    let stJohns = try SystemZones.zone(named: "America/St_Johns", calls: LinuxCalls())
    for _ in 0..<3 {
      #expect(berlin.offset(at: noon) == 7200)
      #expect(kathmandu.offset(at: noon) == 20_700)
      #expect(stJohns.offset(at: noon) == -9000)
    }
    #expect(berlin.name == "Europe/Berlin")
  }

  @Test(arguments: [
    "UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "EST5EDT", "America/Port-au-Prince",
  ])
  func knownNames(_ name: String) throws {
    #expect(try SystemZones.zone(named: name, calls: LinuxCalls()).name == name)
  }

  @Test(arguments: [
    "", " ", "/", "Europe/", "/Europe/Berlin", "Europe//Berlin", "../zoneinfo/UTC", "Europe/../UTC", "./UTC",
    "Europe/Berlin ", "Europe/Berlin\n", "Europe/Berlin\0", "a/b/c/d", "zone.tab", "tzdata.zi", "Europe/Bérlin",
    "UTC;x", ":UTC", "CET-1CEST,M3.5.0,M10.5.0/3", "<+03>-3",
  ])
  func malformedNames(_ name: String) {
    #expect(throws: ZoneError.malformedName) { try SystemZones.zone(named: name, calls: LinuxCalls()) }
  }

  @Test(arguments: [
    "Europe", "Europe/berlin", "Mars/Olympus", "right/Europe/Berlin", "posix/Europe/Berlin", "localtime", "posixrules",
    "leapseconds", "CET-1CEST", String(repeating: "a", count: 300), String(repeating: "a", count: 100_000),
  ])
  func unknownNames(_ name: String) {
    #expect(throws: ZoneError.unknown(name)) { try SystemZones.zone(named: name, calls: LinuxCalls()) }
  }

  @Test func databaseMayBeMissingOrDamaged() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("zones-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    func zone(_ name: String) throws -> Zone {
      try SystemZones.zone(named: name, directories: [root.path], calls: LinuxCalls())
    }
    #expect(throws: ZoneError.noDatabase) { try zone("Europe/Berlin") }
    #expect(throws: ZoneError.noDatabase) {
      try SystemZones.zone(named: "UTC", directories: ["/nonexistent", root.path + "/absent"], calls: LinuxCalls())
    }

    let whole = try Data(contentsOf: URL(fileURLWithPath: SystemZonesTests.directory + "/Europe/Berlin"))
    try whole.write(to: root.appendingPathComponent("UTC"))
    #expect(try zone("UTC").offset(at: Instant(seconds: 1_785_585_600)) == 7200)
    for length in [0, 3, 4, 43, 44, 100, whole.count / 2, whole.count - 40] {
      try whole.prefix(length).write(to: root.appendingPathComponent("Cut"))
      #expect(throws: ZoneError.unknown("Cut")) { try zone("Cut") }
    }
    var huge = whole
    for place in 20..<44 { huge[place] = 0xFF }
    try huge.write(to: root.appendingPathComponent("Huge"))
    #expect(throws: ZoneError.unknown("Huge")) { try zone("Huge") }
    try Data("not a zone".utf8).write(to: root.appendingPathComponent("Text"))
    #expect(throws: ZoneError.unknown("Text")) { try zone("Text") }
  }
}
