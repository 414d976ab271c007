// What the operator's commands do for a diary in a database, with the findings in words.

#if PostgreSQL
  internal import Business
  package import CivilTime
  package import Diary
  internal import DiaryFormat
  internal import System

  extension DatabaseStore: DiaryCare {
    var name: String { "database/\(entity.text)" }

    /// Looks every line over, compares the index with the lines, and changes nothing.
    package func verify() throws(DatabaseError) -> CareReport {
      guard let whole = try WholeDiary(session, of: entity.text, locking: false) else {
        return CareReport(lines: ["\(name): no bookings yet"], isInOrder: true)
      }
      let found = try findings(in: whole)
      try whole.session.end(committing: false)
      var lines = found.lines
      if whole.isClosed { lines.append("\(name): closed by `voicebot database export`") }
      if !found.isInOrder { lines.append("\(name): run `voicebot repair \(entity.text)`") }
      if lines.isEmpty { lines.append("\(name): \(count(whole.number - 1, "event")), all whole") }
      return CareReport(lines: lines, isInOrder: found.isInOrder)
    }

    func findings(in whole: WholeDiary<Calls>) throws(DatabaseError) -> (lines: [String], isInOrder: Bool) {
      var lines: [String] = []
      var newest: [String: Record] = [:]
      var postings = IndexDigest()
      try whole.visit { (number, line, record) throws(DatabaseError) in
        guard let record else {
          lines.append(
            "\(name): event \(number) \(line.isEmpty ? "is gone" : "is damaged: its checksum or its number is wrong")")
          return
        }
        for posting in Posting.all(of: record) { postings.add(posting) }
        if let id = record.event.occupation?.bookingID { newest[id] = record }
      }
      let strays = try whole.strays()
      if strays > 0 { lines.append("\(name): \(count(strays, "event")) with a number that none has") }
      if lines.isEmpty, try whole.digest() != WholeDiary<Calls>.digest(newest, postings) {
        lines.append("\(name): the index is another than the events ask for")
      }
      return (lines, lines.isEmpty)
    }

    /// Removes a person from all bookings, in one transaction.
    package func forget(
      person id: String, at instant: Instant, by actor: String?
    ) throws(DatabaseError) -> ForgettingReport {
      guard !id.isEmpty else { return ForgettingReport(bookings: 0) }
      return try rewrite(at: instant, by: actor, before: nil) { _ throws(DatabaseError) in .person(id) }
    }

    /// Removes everybody from the bookings that ended before an instant, in one transaction.
    package func expire(
      before end: Instant, at instant: Instant, by actor: String?
    ) throws(DatabaseError) -> ForgettingReport {
      try rewrite(at: instant, by: actor, before: end) { whole throws(DatabaseError) in
        var ends: [UInt64: Instant] = [:]
        try whole.visit { (record) throws(DatabaseError) in
          guard let occupation = record.event.occupation else { return }
          ends[PostingKey.subject(occupation.bookingID)] = occupation.end
        }
        return .expired(ends: ends, before: end)
      }
    }

    /// Writes the events anew without those who are removed, the rows of the index that led to them, and an event that says
    /// so; nobody else writes meanwhile. The server keeps what there was until it has cleaned up, so it is asked to.
    private func rewrite(
      at instant: Instant, by actor: String?, before end: Instant?,
      _ remove: (WholeDiary<Calls>) throws(DatabaseError) -> Removal
    ) throws(DatabaseError) -> ForgettingReport {
      let session = try session
      guard let whole = try WholeDiary(session, of: entity.text, locking: true) else {
        return ForgettingReport(bookings: 0)
      }
      if whole.isClosed { throw .closed }
      let removal = try remove(whole)
      var changed: Set<String> = []
      var isChanged = false
      try whole.visit { (old) throws(DatabaseError) in
        guard let event = removal.applied(to: old.event) else { return }
        var record = old
        record.event = event
        if let id = event.booking?.id { changed.insert(id) }
        isChanged = true
        try replace(old, by: record, session)
      }
      guard isChanged else {
        try session.end(committing: false)
        return ForgettingReport(bookings: 0)
      }
      let forgetting = Forgetting(bookings: changed.count, before: end)
      let last = Record(number: whole.number + 1, at: instant, by: actor, event: .forgotten(forgetting))
      guard let line = last.provenLine else { throw .unwritable }
      var rows = EventRows()
      rows.add(last, line: String(decoding: line.dropLast(), as: UTF8.self))
      let statement = rows.append(to: entity.text, behind: whole.number, generation: nil)
      _ = try session.change(statement.text, statement.parameters)
      try session.end(committing: true)
      // Not every engine has it, and on some it is another's to do.
      for table in [Tables.events, Tables.postings] { _ = try? session.change("vacuum \(table)", []) }
      return ForgettingReport(bookings: changed.count)
    }

    private func replace(_ old: Record, by record: Record, _ session: Session<Calls>) throws(DatabaseError) {
      guard let line = record.provenLine else { throw .unwritable }
      _ = try session.change(
        "update \(Tables.events) set line = $2 where business = $1 and number = \(record.number)",
        [entity.text, String(decoding: line.dropLast(), as: UTF8.self)])
      var statement = Statement(
        "delete from \(Tables.postings) where business = $1 and number = \(record.number) and key in (", [entity.text])
      statement.list(Posting.all(of: old)) { $0.add(key: $1.key) }
      statement.add(")")
      _ = try session.change(statement.text, statement.parameters)
      var batch = RowBatch(session, of: entity.text)
      batch.post(record)
      try batch.flush()
    }

    /// Gives the diary as a bookings file, in pieces of some 64 KiB; how many events there are, nil where there is none.
    package func backup(_ body: ([UInt8]) throws(DatabaseError) -> Void) throws(DatabaseError) -> Int? {
      guard let whole = try WholeDiary(session, of: entity.text, locking: false) else { return nil }
      var bytes = Line.header(generation: UInt64(bitPattern: whole.generation), of: entity.text)
      try whole.visit { (number, line, record) throws(DatabaseError) in
        guard record != nil else { throw .damaged(number: number) }
        bytes += line
        bytes.append(UInt8(ascii: "\n"))
        if bytes.count >= 1 << 16 {
          try body(bytes)
          bytes.removeAll(keepingCapacity: true)
        }
      }
      if !bytes.isEmpty { try body(bytes) }
      try whole.session.end(committing: false)
      return whole.number - 1
    }

    /// A database is restored by its own means.
    package func restore(_ path: String, at instant: Instant, by actor: String?) throws(DatabaseError) -> CareReport {
      throw .notHere(
        "a backup is put in their place by the database's own means, or, where the business has none there, by `voicebot "
          + "restore` into a file without VOICEBOT_DATABASE and then `voicebot database import`")
    }

    /// None: the database keeps its own backups.
    package func copies() throws(DatabaseError) -> [String] { [] }

    func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
  }
#endif
