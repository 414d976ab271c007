// Making a damaged diary whole again.

#if PostgreSQL
  internal import Business
  internal import CivilTime
  package import Diary
  internal import DiaryFormat
  internal import System

  extension DatabaseStore {
    /// Makes the index anew from the events, in one transaction. The number of an event that is damaged or gone gets a line that
    /// says nothing; what it held, as the old index says, is held by a block until somebody decides.
    package func repair(_ aids: RepairAids) throws(DatabaseError) -> CareReport {
      let session = try session
      guard let whole = try WholeDiary(session, of: entity.text, locking: true) else { throw .missing }
      let found = try findings(in: whole)
      guard !found.isInOrder else {
        try session.end(committing: false)
        return CareReport(
          lines: ["\(name): \(count(whole.number - 1, "event")), all whole; nothing was changed"], isInOrder: true)
      }
      let losses = try losses(in: whole)
      try whole.rebuildIndex { (give) throws(DatabaseError) in
        try whole.visit { (_, _, record) throws(DatabaseError) in
          if let record { try give(record) }
        }
      }
      for loss in losses { try replace(loss.number, aids, session) }
      _ = try session.change(
        "delete from \(Tables.events) where business = $1 and (number < 2 or number > \(whole.number))", [entity.text])
      let blocks = try block(losses, behind: whole.number, aids, session)
      try session.end(committing: true)
      var lines = found.lines
      for loss in losses {
        for occupation in loss.held {
          let time = aids.words(occupation.occupiedStart..<occupation.occupiedEnd)
          let who = occupation.agent ?? "everybody"
          lines.append("\(name): event \(loss.number) held \(time) of \(who); a block holds it until you decide")
        }
      }
      if !losses.isEmpty {
        lines.append(
          "\(name): what \(count(losses.count, "event")) said is lost: look it up in a backup of the database")
      }
      lines.append("\(name): whole again, with \(count(whole.number - 1 + blocks, "event"))")
      return CareReport(lines: lines, isInOrder: true, lost: losses.count)
    }

    /// The numbers of the events that cannot be read, with what the index says that they hold.
    private func losses(in whole: WholeDiary<Calls>) throws(DatabaseError) -> [(number: Int, held: [Occupation])] {
      var numbers: [Int] = []
      try whole.visit { (number, _, record) throws(DatabaseError) in
        if record == nil { numbers.append(number) }
      }
      var losses: [(number: Int, held: [Occupation])] = []
      for number in numbers {
        let rows = try whole.session.read(
          "select \(DayRow.columns) from \(Tables.days) where business = $1 and held and number = \(number) order by day",
          [entity.text])
        var held: [Occupation] = []
        for row in 0..<rows.count {
          if let occupation = rows.occupation(row), held.last != occupation { held.append(occupation) }
        }
        losses.append((number, held))
      }
      return losses
    }

    /// Gives a number a line that is about no booking: a removal of nothing.
    private func replace(_ number: Int, _ aids: RepairAids, _ session: Session<Calls>) throws(DatabaseError) {
      let record = Record(number: number, at: aids.now, by: aids.actor, event: .forgotten(Forgetting(bookings: 0)))
      guard let line = record.provenLine else { throw .unwritable }
      let text = String(decoding: line.dropLast(), as: UTF8.self)
      _ = try session.change(
        "insert into \(Tables.events) (business, number, line) values ($1, \(number), $2) "
          + "on conflict (business, number) do update set line = excluded.line", [entity.text, text])
    }

    /// Appends blocks that hold what lost events held; how many.
    private func block(
      _ losses: [(number: Int, held: [Occupation])], behind last: Int, _ aids: RepairAids, _ session: Session<Calls>
    ) throws(DatabaseError) -> Int {
      var rows = EventRows()
      var number = last
      for loss in losses {
        for occupation in loss.held {
          number += 1
          let block = Block(
            id: aids.newID(), agent: occupation.agent, start: occupation.occupiedStart, end: occupation.occupiedEnd,
            reason: "event \(loss.number) is lost")
          let record = Record(number: number, at: aids.now, by: aids.actor, event: .blocked(block))
          guard let line = record.provenLine else { throw .unwritable }
          rows.add(record, line: String(decoding: line.dropLast(), as: UTF8.self))
        }
      }
      guard number > last else { return 0 }
      let statement = rows.append(to: entity.text, behind: last, generation: nil)
      _ = try session.change(statement.text, statement.parameters)
      return number - last
    }
  }
#endif
