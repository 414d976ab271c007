// A file that is cut anywhere or changed in any byte never makes the store say what is not so: it says what is, or
// what was before a crash, or which line is damaged. After a repair it can be written and read again.
// bin/test tries one place in three, others in each run; --long tries all.

import People
import Diary
import DiaryFile
import Effort
import CivilTime
import Testing

@Suite struct DamageTests {
  private let new = Booking.sample("praxis.new")

  @Test func cutAtEveryByte() throws {
    let scene = try Scene(count: 26)
    let expected = (0...26).map { Expected(scene.events[..<$0], new) }
    for length in 0..<scene.bytes.count where Effort.tries(length, of: 3) {
      try scene.reset(to: Array(scene.bytes[..<length]))
      guard length >= scene.lines[0].count else {
        #expect(scene.ask(expected[26]) == .damaged(line: 1), "cut at \(length)")
        continue
      }
      // A line that lacks nothing but its line feed counts.
      let whole = scene.lines.dropFirst().filter { $0.upperBound - 1 <= length }.count
      let rest = max(length - scene.lines[whole].upperBound, 0)
      #expect(scene.ask(expected[whole]) == .right, "cut at \(length)")
      let recovered = try scene.store.write { [new] (writer) throws(FileError) in
        try writer.append(.booked(new), at: .minute(0))
        return writer.recovered
      }.answer
      #expect((recovered != nil) == (rest > 0), "cut at \(length)")
      if let recovered {
        scene.asides = [recovered.keptIn]
        #expect(recovered.length == rest && recovered.line == whole + 2)
        let kept = Array(scene.bytes[scene.lines[whole].upperBound..<length])
        #expect(try scene.directory.bytes(recovered.keptIn) == kept)
      }
      #expect(scene.ask(expected[whole].withNew) == .right, "cut at \(length)")
      if rest < 3 { #expect(try scene.store.inspect()?.defects == []) }
    }
    Figures.say("a file of \(scene.lines.count) lines cut at \(scene.bytes.count) places, no wrong answer")
  }

  @Test func everyByteChanged() throws {
    let scene = try Scene(count: 26)
    let all = Expected(scene.events, new)
    let without = (0..<26).map { lost in
      Expected(scene.events.enumerated().filter { $0.offset != lost }.map(\.element), new)
    }
    for place in scene.bytes.indices where Effort.tries(place, of: 3) {
      var bytes = scene.bytes
      bytes[place] ^= 1 << UInt8(place % 8)
      try scene.reset(to: bytes)
      let line = scene.line(of: place)
      let isFeed = scene.bytes[place] == UInt8(ascii: "\n")
      // A line feed takes no event with it when it goes.
      var left = line == 1 || isFeed ? all : without[line - 2]
      if line == scene.lines.count {
        // What a crash could have left.
        #expect(scene.ask(left) == .right, "byte \(place)")
      } else {
        #expect(scene.ask(all) == .damaged(line: line), "byte \(place)")
        #expect(throws: FileError.self) { try scene.store.append(.booked(new)) }
        #expect(try scene.directory.bytes("praxis.jsonl") == bytes, "a damaged file was written to")
        let report = try #require(try scene.store.mend())
        #expect(!report.defects.isEmpty)
        let kept = try #require(report.keptIn)
        scene.asides = [kept]
        #expect(try scene.directory.bytes(kept) == bytes)
        #expect(report.lost == (line == 1 || isFeed ? 0 : 1), "byte \(place)")
        if !report.holds.isEmpty {
          let kept = scene.events.enumerated().filter { $0.offset != line - 2 }.map(\.element)
          left = Expected(kept + report.holds, new)
        }
      }
      let recovered = try scene.store.write { [new] (writer) throws(FileError) in
        try writer.append(.booked(new), at: .minute(0))
        return writer.recovered
      }.answer
      if let recovered { scene.asides.append(recovered.keptIn) }
      #expect(scene.ask(left.withNew) == .right, "byte \(place)")
    }
    Figures.say("\(scene.bytes.count) bytes changed in a file of \(scene.lines.count) lines, no wrong answer")
  }

  @Test func everyByteChangedOfAFileWithAnIndex() throws {
    let scene = try Scene(count: 26, indexed: 20)
    let right = Expected(scene.events, new)
    var answered = 0
    for place in scene.bytes.indices {
      try scene.directory.flip("praxis.jsonl", place, 0x10)
      let line = scene.line(of: place)
      let answer = scene.ask(right)
      #expect(answer == .right || answer == .damaged(line: line), "byte \(place)")
      if answer == .right { answered += 1 }
      try scene.directory.flip("praxis.jsonl", place, 0x10)
    }
    #expect(answered > 0)
    Figures.say("\(scene.bytes.count) bytes changed beside an index, \(answered) without harm, no wrong answer")
  }

  @Test(arguments: [26, 560])
  func everyWordOfAnIndexChanged(count: Int) throws {
    let scene = try Scene(count: count, indexed: count == 26 ? 20 : 520)
    if count > 26 { try scene.store.index(scene.store.read().indexNeed) }
    let right = Expected(scene.events, new)
    let names = scene.directory.names().filter { $0.contains(".index") }
    var changes = 0
    #expect(names.count == (count == 26 ? 1 : 2))
    for name in names {
      let whole = try scene.directory.bytes(name)
      for place in stride(from: 0, to: whole.count, by: count == 26 ? 7 : 1021) {
        changes += 1
        try scene.directory.flip(name, place, 0x04)
        #expect(scene.ask(right) == .right, "\(name), byte \(place)")
        try scene.directory.flip(name, place, 0x04)
      }
      for length in stride(from: 0, to: whole.count, by: count == 26 ? 509 : 8117) {
        try scene.directory.write(Array(whole[..<length]), name)
        #expect(scene.ask(right) == .right, "\(name), cut at \(length)")
      }
      try scene.directory.write(whole, name)
    }
    Figures.say("\(changes) changes to an index of \(count) lines, no wrong answer")
  }

  @Test func aDamagedIndexIsBuiltAnew() throws {
    let scene = try Scene(count: 26, indexed: 26)
    let right = Expected(scene.events, new)
    for page in 3..<(try scene.directory.bytes("praxis.index-0").count / 4096) {
      try scene.directory.flip("praxis.index-0", page * 4096 + 100, 0xFF)
      let diary = try scene.store.read()
      #expect(try Answers(diary, right.ids) == right.answers)
      try askUnderEveryKey(diary, scene.events)
      #expect(diary.indexNeed == .rebuilding)
      try scene.store.index(diary.indexNeed)
      let again = try scene.store.read()
      #expect(try Answers(again, right.ids) == right.answers)
      #expect(again.indexNeed == .nothing)
    }
  }

  /// Asks so that every page of the index is needed.
  private func askUnderEveryKey(_ diary: FileView, _ events: [Event]) throws {
    let matcher = PersonMatcher(country: nil, fields: [])
    for booking in events.compactMap(\.booking) {
      _ = try diary.booking(booking.id)
      _ = try diary.bookings(of: booking.product.id, at: booking.start, keys: booking.repeatKeys)
      for known in booking.people {
        _ = try diary.person(known.person.id)
        _ = try diary.people(SearchKeys(searching: known.searchable, by: matcher))
        _ = try diary.people(SearchKeys(sounding: known.searchable))
        _ = try diary.people(SearchKeys(recognising: [known], by: matcher))
      }
    }
  }

  @Test func anIndexThatSaysSomethingElseIsFound() throws {
    let scene = try Scene(count: 26, indexed: 26)
    let other = try Scene(seed: 8, count: 26, indexed: 26)
    #expect(try scene.store.inspect()?.defects == [])
    // An index of another file is no index at all.
    try scene.directory.write(try other.directory.bytes("praxis.index-0"), "praxis.index-0")
    #expect(scene.ask(Expected(scene.events, new)) == .right)
    #expect(try scene.store.inspect()?.defects == [])
  }

  /// Lines that each prove themselves but are not where they belong: which stand there, which is reported.
  @Test(arguments: [
    ([1, 2, 3, 5, 6], 4), ([1, 2, 3, 3, 4, 5, 6], 4), ([1, 2, 4, 3, 5, 6], 3), ([1, 3, 4, 5, 6], 2),
    ([2, 3, 4, 5, 6], 1), ([1, 2, 3, 4, 5, 6, 6], 7), ([1, 2, 3, 4, 6], 5), ([1, 1, 2, 3, 4, 5, 6], 2),
  ])
  func linesInTheWrongPlace(order: [Int], damaged: Int) throws {
    let scene = try Scene(count: 5)
    try scene.reset(to: order.flatMap { scene.bytes[scene.lines[$0 - 1]] })
    #expect(scene.ask(Expected(scene.events, new)) == .damaged(line: damaged))
    #expect(try scene.store.inspect()?.defects.isEmpty == false)
    #expect(try scene.store.mend() != nil)
    let left = Set(order).subtracting([1]).sorted().map { scene.events[$0 - 2] }
    #expect(scene.ask(Expected(left, new)) == .right)
    #expect(try scene.store.inspect()?.defects == [])
  }

  @Test func whatIsNoBookingsFileIsRefused() throws {
    let scene = try Scene(count: 3)
    try scene.reset(to: [])
    #expect(throws: FileError.damaged(line: 1, .header)) { try scene.store.read() }
    try scene.reset(to: Array("{}\n".utf8))
    #expect(throws: FileError.damaged(line: 1, .header)) { try scene.store.read() }
    var header = String(decoding: scene.bytes[scene.lines[0]], as: UTF8.self)
    header.replace("\"version\":1", with: "\"version\":2")
    let future = Array(Patch.sealed(header).utf8)
    try scene.reset(to: future)
    #expect(throws: FileError.damaged(line: 1, .version(2))) { try scene.store.read() }
    #expect(throws: FileError.damaged(line: 1, .version(2))) { try scene.store.mend() }
    #expect(try scene.directory.bytes("praxis.jsonl") == future)
  }

  @Test func aLineThatSaysNothingIsDamage() throws {
    let scene = try Scene(count: 3)
    let odd = Patch.sealed("{\"n\":5,\"event\":\"eaten\",\"crc\":\"00000000\"}\n")
    try scene.reset(to: scene.bytes + Array(odd.utf8))
    #expect(throws: FileError.damaged(line: 5, .content)) { try scene.store.read().booking("praxis.none") }
    #expect(try scene.store.inspect()?.defects == [.damaged(line: 5, .content)])
  }

  @Test func linesInAnotherSpellingAreRead() throws {
    let scene = try Scene(count: 1)
    let line =
      #"{"n":3,"more":[1],"reason":"a\u0041","agent":"anna","end":"2026-09-14T07:00:00.5Z","#
      + #""start":"2026-09-14T08:00:00+02:00","id":"k\u0031","event":"blocked","at":"2026-09-01T00:00:00Z","#
      + #""crc":"00000000"}"#
    try scene.reset(to: scene.bytes + Array(Patch.sealed(line + "\n").utf8))
    let block = try #require(try scene.store.read().block("k1")).block
    let end = Instant(milliseconds: 1_789_369_200_500)
    #expect(block == Block(id: "k1", agent: "anna", start: .minute(0), end: end, reason: "aA"))
    #expect(try scene.store.read().occupations(in: .minute(0)..<Instant.minute(1)).contains(block.occupation))
  }

  @Test func checksumIsThatOfGzip() throws {
    let scene = try Scene(count: 3)
    for line in scene.lines {
      let text = String(decoding: scene.bytes[line], as: UTF8.self)
      #expect(Patch.sealed(text) == text)
    }
    #expect(Patch.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
  }
}
