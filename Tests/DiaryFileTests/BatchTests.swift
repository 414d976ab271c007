// Events that are appended all or none: the power is cut, or the process killed, before every call, and whoever writes next
// finds all of them or none, without anybody's help.

import CivilTime
import Diary
import DiaryFile
import Effort
import System
import Testing

@Suite struct BatchTests {
  private let series = (0..<6).map { Event.booked(.sample("praxis.s\($0)", minute: 5000 + $0 * 10_080)) }
  private let new = Booking.sample("praxis.new", minute: 77)

  @Test(arguments: [0, 30], 1...Effort.times(4))
  func allOrNoneAtEveryCall(before count: Int, seed: Int) throws {
    var chance = Chance(UInt64(seed))
    var model = Model()
    while model.events.count < count { model.append(chance.event(model)) }
    let disk = FragileDisk()
    if count > 0 { try FileStore(disk).append(model.events) }
    let (undone, done) = (Expected(model.events, new), Expected(model.events + series, new))
    var (cuts, completed) = (0, 0)
    for call in 0... {
      let dying = FragileDisk(disk.state.dying(after: call))
      let isAcknowledged = (try? append(to: FileStore(dying))) != nil
      if dying.state.hasPower { break }
      cuts += 1
      for (how, left) in [("cut", dying.state.afterPowerCut(&chance.random)), ("killed", dying.state.afterKill())] {
        let what: Comment = "seed \(seed): \(how) after call \(call)"
        // A reader sees them whole or in part, and is never told of damage.
        let reader = try FileStore(FragileDisk(left)).ask(done)
        #expect(reader == .right || reader == .wrong, what)
        let next = FragileDisk(left)
        let isDone = try told(FileStore(next), done)
        #expect(try isDone || (!isAcknowledged && told(FileStore(next), undone)), what)
        completed += isDone && !isAcknowledged ? 1 : 0
        // The next writer may die on the way, too.
        let again = FragileDisk(left.dying(after: .random(in: 0..<40, using: &chance.random)))
        _ = try? FileStore(again).append(.booked(new))
        let last = FragileDisk(again.state.afterPowerCut(&chance.random))
        let isDoneAtLast = try told(FileStore(last), done) || told(FileStore(last), done.withNew)
        let isUndone = try told(FileStore(last), undone) || told(FileStore(last), undone.withNew)
        #expect(isDoneAtLast || (!isAcknowledged && isUndone), what)
        #expect(try FileStore(last).inspect()?.defects == [], what)
        #expect(last.state.contents["praxis.batch"] == nil || !isDoneAtLast, what)
      }
    }
    // Once more whole, and then it is there to stay.
    try append(to: FileStore(disk))
    #expect(try FileStore(FragileDisk(disk.state.afterPowerCut(&chance.random))).ask(done) == .right)
    #expect(disk.state.contents["praxis.batch"] == nil)
    #expect(completed > 0, "nothing was completed: the test proves nothing")
    Figures.say("batches, seed \(seed), after \(count) events: \(cuts) cuts, \(completed) completed by the next writer")
  }

  /// What a killed writer left is thrown away where somebody wrote since, and when somebody is forgotten.
  @Test func aBatchThatCameToNothingIsThrownAway() throws {
    let disk = FragileDisk()
    try FileStore(disk).append(.booked(.sample("praxis.b1", minute: 10)))
    for call in 0... {
      let dying = FragileDisk(disk.state.dying(after: call))
      _ = try? append(to: FileStore(dying))
      if dying.state.hasPower { break }
      let left = FragileDisk(dying.state.afterKill())
      try FileStore(left).append(.booked(new))
      #expect(left.state.contents["praxis.batch"] == nil, "killed after call \(call)")
      #expect(try FileStore(left).inspect()?.defects == [], "killed after call \(call)")
    }
  }

  @Test func oneThatCannotBeWrittenLeavesNothing() throws {
    let disk = FragileDisk()
    try FileStore(disk).append(.booked(.sample("praxis.b1", minute: 10)))
    let before = disk.state.contents["praxis.jsonl"]
    let unwritable = Event.booked(.sample("", minute: 20))
    #expect(throws: FileError.unwritable) {
      _ = try FileStore(disk).write { (writer) throws(FileError) in
        try writer.append(together: series + [unwritable], at: .minute(0), by: nil)
      }
    }
    #expect(disk.state.contents["praxis.jsonl"] == before)
    #expect(disk.state.contents["praxis.batch"] == nil)
  }

  private func append(to store: FileStore) throws(FileError) {
    _ = try store.write { (writer) throws(FileError) in
      try writer.append(together: series, at: .minute(0), by: "dora")
    }
  }

  /// Whether a writer is told what is expected.
  private func told(_ store: FileStore, _ expected: Expected) throws(FileError) -> Bool {
    try store.write { (writer) throws(FileError) in try Answers(writer.diary, expected.ids) == expected.answers }.answer
  }
}
