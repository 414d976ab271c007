// What a repair says of the events that are lost, and what it holds for them.

import CivilTime
import Diary
import DiaryFile
import People
import Testing

@Suite struct RepairTests {
  private let eva = Person.sample("praxis.eva", firstname: "Eva", lastname: "Klein", phone: "+49351123")

  /// What the last repair was tried in.
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// A file of events of which one is damaged at a text that its line has.
  private func repaired(
    _ events: [Event], _ lost: Int, at text: String, agents: Set<String> = ["anna"]
  ) throws -> (store: FileStore, report: RepairReport, words: [String]) {
    try directory.restore([])
    let store = try FileStore(directory)
    try store.append(events)
    let bytes = try directory.bytes("praxis.jsonl")
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let start = lines.prefix(lost + 1).map { $0.count + 1 }.reduce(0, +)
    let place = try #require((start..<start + lines[lost + 1].count).first { bytes[$0...].starts(with: text.utf8) })
    try directory.flip("praxis.jsonl", place, 0x10)
    var aids: RepairAids {
      var aids = RepairAids.sample()
      aids.agents = agents
      return aids
    }
    let damaged = try directory.everything()
    let report = try #require(try store.mend(aids))
    #expect(try store.inspect()?.defects == [])
    #expect(try store.mend()?.lost == 0)
    // The same once more, for its words.
    try directory.restore(damaged)
    let words = try store.repair(aids)
    #expect(words.lost == report.lost)
    return (store, report, words.lines)
  }

  private func block(_ agent: String?, _ from: Int, _ to: Int, line: Int) -> Block {
    Block(
      id: "praxis.h1", agent: agent, start: .minute(from), end: .minute(to),
      reason: "to be settled: line \(line) of the bookings file was damaged")
  }

  @Test func aLostBookingIsNamedAndHeld() throws {
    let events: [Event] = [.booked(.sample("praxis.b1", minute: 60, booker: eva)), .booked(.sample("praxis.b2"))]
    let (store, report, words) = try repaired(events, 0, at: "\"crc\"")
    #expect(report.lost == 1 && report.holds == [.blocked(block("anna", 60, 100, line: 2))])
    let start = "2026-09-14T07:00:00Z"
    #expect(
      words.contains(
        "Data/praxis.jsonl:2: lost: booked, \(start)/2026-09-14T07:30:00Z, agent anna, Eva Klein +49351123"))
    #expect(
      words.contains("  its time is blocked, to be settled: agent anna, \(start)/2026-09-14T07:40:00Z (praxis.h1)"))
    #expect(try store.read().booking("praxis.b1") == nil)
    #expect(try store.read().occupations(in: .minute(60)..<Instant.minute(61)).map(\.agent) == ["anna"])
  }

  @Test func ofAnAgentWhomNobodyKnowsAllAreHeld() throws {
    for (text, agents) in [("\"anna", ["anna"] as Set<String>), ("\"crc", [])] {
      let events: [Event] = [.booked(.sample("praxis.b1")), .booked(.sample("praxis.b2", minute: 90, agent: "ben"))]
      let (store, report, _) = try repaired(events, 0, at: text, agents: agents)
      #expect(report.holds == [.blocked(block(nil, 0, 40, line: 2))])
      // It is read back from the line and from an index.
      for _ in 0..<2 {
        let found = try store.read().occupations(in: .minute(0)..<Instant.minute(1))
        #expect(found == [block(nil, 0, 40, line: 2).occupation])
        #expect(try store.read().block("praxis.h1")?.block.agent == nil)
        try store.index(.rebuilding)
      }
    }
  }

  @Test func aLostCancellationBringsTheBookingBack() throws {
    let booking = Booking.sample("praxis.b1", booker: eva)
    let (store, report, words) = try repaired(
      [.booked(booking), .cancelled(booking.cancelled), .booked(.sample("praxis.b2", minute: 90))], 1, at: "\"crc")
    #expect(report.lost == 1 && report.holds.isEmpty)
    let again = "  an older state of it counts again: praxis.b1, agent anna, 2026-09-14T06:00"
    #expect(words.contains { $0.hasPrefix(again) })
    #expect(try store.read().booking("praxis.b1")?.status == .booked)
  }

  @Test func aLostMoveHoldsBoth() throws {
    let booking = Booking.sample("praxis.b1", booker: eva)
    let (store, report, words) = try repaired([.booked(booking), .moved(booking.moved(to: 300))], 1, at: "\"crc")
    #expect(report.lost == 1 && report.holds == [.blocked(block("anna", 300, 340, line: 3))])
    #expect(words.contains { $0.hasPrefix("  an older state of it counts again: praxis.b1") })
    #expect(try store.read().occupations(in: .minute(0)..<Instant.minute(400)).count == 2)
  }

  @Test func whatALaterLineSaysIsNotLost() throws {
    let booking = Booking.sample("praxis.b1", booker: eva)
    let (_, report, words) = try repaired([.booked(booking), .moved(booking.moved(to: 300))], 0, at: "\"crc")
    #expect(report.lost == 1 && report.holds.isEmpty)
    #expect(words.contains("  a line behind it says all that it said"))
  }

  @Test func whatCannotBeReadIsSaid() throws {
    let events: [Event] = [.booked(.sample("praxis.b1")), .booked(.sample("praxis.b2"))]
    let (_, report, words) = try repaired(events, 0, at: "\"start")
    #expect(report.lost == 1 && report.holds.isEmpty)
    #expect(words.contains("  its time cannot be read, so nothing holds it: look at the copy"))
  }

  /// A last line that was on the disk, cut anywhere: what is left of it is held, and somebody is told in any case.
  @Test func aCutLineIsHeldAsFarAsItCanBeRead() throws {
    let scene = try Scene(count: 3)
    let events = scene.events + [.booked(.sample("praxis.b9", minute: 9000, booker: eva))]
    try scene.store.append(events[3])
    let bytes = try scene.directory.bytes("praxis.jsonl")
    let note = try scene.directory.bytes("praxis.lock")
    var held = 0
    for length in scene.bytes.count..<bytes.count - 1 {
      try scene.reset(to: Array(bytes[..<length]))
      try scene.directory.write(note, "praxis.lock")
      let report = try #require(try scene.store.mend())
      scene.asides = [try #require(report.keptIn)]
      #expect(report.defects == [.lost(line: 5)] && report.lost == 1, "cut at \(length)")
      #expect(try scene.store.inspect()?.defects == [], "cut at \(length)")
      let left = String(decoding: bytes[scene.bytes.count..<length], as: UTF8.self)
      let isReadable = left.contains("\"start\":\"2026-09-20T12:00:00Z\"")
      #expect(report.holds.count == (isReadable ? 1 : 0), "cut at \(length)")
      held += report.holds.count
      if isReadable {
        #expect(try scene.store.read().occupations(in: .minute(9000)..<Instant.minute(9001)).count == 1)
      }
    }
    #expect(held > 100)
  }

  /// One bad sector takes the end of a line and the beginning of the next: both events are told, and both times held.
  @Test func oneDamageOfTwoLines() throws {
    let store = try FileStore(directory)
    try store.append([
      .booked(.sample("praxis.b1", minute: 60, booker: eva)), .booked(.sample("praxis.b2", minute: 120)),
      .booked(.sample("praxis.b3", minute: 180)),
    ])
    var bytes = try directory.bytes("praxis.jsonl")
    let feeds = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
    for place in feeds[1] - 20..<feeds[1] + 45 { bytes[place] = 0 }
    try directory.write(bytes, "praxis.jsonl")
    let report = try #require(try store.mend())
    #expect(report.losses.compactMap(\.block).map(\.start) == [.minute(60), .minute(120)])
    #expect(try store.inspect()?.defects == [])
  }

  /// Where the ids of bookings are gone, those of agents are not taken for them.
  @Test func idsOfOthersSayNothing() throws {
    let store = try FileStore(directory)
    try store.append([
      .booked(.sample("praxis.b1", minute: 60)), .booked(.sample("praxis.b2", minute: 120)),
      .booked(.sample("praxis.b3", minute: 180)), .booked(.sample("praxis.b4", minute: 240)),
    ])
    var bytes = try directory.bytes("praxis.jsonl")
    let feeds = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
    for feed in [feeds[0], feeds[2]] {
      let start = try #require((feed..<feed + 200).first { bytes[$0...].starts(with: "\"start\"".utf8) })
      for place in feed + 1..<start { bytes[place] = 0 }
    }
    try directory.write(bytes, "praxis.jsonl")
    let report = try #require(try store.mend())
    #expect(report.losses.compactMap(\.block).map(\.start) == [.minute(60), .minute(180)])
  }

  @Test func aCancellationThatCannotBeReadMayHaveBeenOne() throws {
    let booking = Booking.sample("praxis.b1", minute: 60)
    let events: [Event] = [.booked(booking), .cancelled(booking.cancelled), .booked(.sample("praxis.b2", minute: 200))]
    let (_, report, words) = try repaired(events, 1, at: "cancelled")
    #expect(report.lost == 1 && report.losses.compactMap(\.block).isEmpty)
    #expect(words.contains { $0.contains("an older state of it counts again: praxis.b1") })
  }
}
