// Taking over what a bookings file had, and giving it back.

#if PostgreSQL
  package import Business
  package import CivilTime
  package import Diary
  internal import DiaryFormat
  package import System

  /// A diary on its way into the database, in one transaction: it is there as a whole or not at all.
  package struct Arrival<Calls: SystemCalls> {
    private let session: Session<Calls>
    private let business: String
    private let generation: UInt64
    private var batch: RowBatch<Calls>
    private var number = 1
    private var checksum: UInt32 = 0

    fileprivate init(_ session: Session<Calls>, of business: String, generation: UInt64) throws(DatabaseError) {
      self.session = session
      self.business = business
      self.generation = generation
      batch = RowBatch(session, of: business)
      _ = try session.begin("begin isolation level read committed")
      let heads = try session.read("select closed from \(Tables.heads) where business = $1 for update", [business])
      if heads.count > 0 {
        guard heads.text(0, 0) == "t" else { throw .taken(business) }
        for table in [Tables.days, Tables.postings, Tables.events, Tables.heads] {
          _ = try session.change("delete from \(table) where business = $1", [business])
        }
      }
    }

    /// Takes the next line, without its line feed.
    package mutating func take(_ line: [UInt8]) throws(DatabaseError) {
      number += 1
      guard let record = Record(proving: line, number: number) else { throw .damaged(number: number) }
      checksum = Checksum.of(line.span, behind: checksum)
      try batch.add(record, line: line)
    }

    /// Writes the head, compares all that is there with what was taken, and makes it good.
    package mutating func finish() throws(DatabaseError) {
      try batch.flush()
      _ = try session.change(
        "insert into \(Tables.heads) (business, generation, number, closed) values "
          + "($1, \(Int64(bitPattern: generation)), \(number), false)", [business])
      // The lines as the database has them.
      var found: UInt32 = 0
      var next = 2
      while next <= number {
        let rows = try session.read(
          "select line from \(Tables.events) where business = $1 and number between \(next) and \(next + 999) order by number",
          [business])
        for row in 0..<rows.count { found = Checksum.of(rows.bytes(row, 0).span, behind: found) }
        next += 1000
      }
      guard found == checksum else { throw .damaged(number: number) }
      try session.end(committing: true)
    }
  }

  extension DatabaseStore {
    /// Begins to take over a diary of a generation. Fails with `taken` where the business has one that is not closed.
    package func arrival(generation: UInt64) throws(DatabaseError) -> Arrival<Calls> {
      try Arrival(session, of: entity.text, generation: generation)
    }

    /// Closes the diary, so that nothing is appended to it any more, and gives its generation to `begin` and each line, without its
    /// line feed, to `body`. Nil where there is none. What is closed already is given again.
    package func depart(
      begin: (UInt64) throws(DatabaseError) -> Void, _ body: ([UInt8]) throws(DatabaseError) -> Void
    ) throws(DatabaseError) -> Int? {
      let session = try session
      _ = try session.change("update \(Tables.heads) set closed = true where business = $1", [entity.text])
      guard let whole = try WholeDiary(session, of: entity.text, locking: false) else { return nil }
      try begin(UInt64(bitPattern: whole.generation))
      try whole.visit { (number, line, record) throws(DatabaseError) in
        guard record != nil else { throw .damaged(number: number) }
        try body(line)
      }
      try session.end(committing: false)
      return whole.number - 1
    }
  }

  extension DatabaseEngine: CaringEngine {
    /// The businesses that have a diary; none where the database cannot be asked.
    package func entities() -> [Identifier] { (try? businesses()) ?? [] }

    func businesses() throws(DatabaseError) -> [Identifier] {
      let session = try Session(address, patience, calls)
      let rows = try session.read("select business from \(Tables.heads)", [])
      var businesses: [Identifier] = []
      for row in 0..<rows.count {
        if let id = rows.text(row, 0).flatMap({ Identifier($0) }) { businesses.append(id) }
      }
      return businesses
    }

    /// Gives what a business has recorded to another id, in one transaction; then the business file is renamed.
    package func rename(
      _ old: Identifier, to new: Identifier, at instant: Instant, isMoved: Bool,
      _ moveFile: () throws(DatabaseError) -> Void
    ) throws(DatabaseError) -> CareReport {
      let session = try Session(address, patience, calls)
      guard let whole = try WholeDiary(session, of: old.text, locking: true) else {
        let rows = try session.read("select 1 from \(Tables.heads) where business = $1", [new.text])
        if rows.count > 0, !isMoved { throw .taken(new.text) }
        try moveFile()
        return CareReport(lines: [], isInOrder: true)
      }
      if whole.isClosed { throw .closed }
      let taken = try session.read("select 1 from \(Tables.heads) where business = $1", [new.text])
      guard taken.count == 0 else { throw .taken(new.text) }
      var batch = RowBatch(session, of: new.text)
      try whole.visit { (old_) throws(DatabaseError) in
        let record = old_.renamed(from: old.text + ".", to: new.text + ".", new.text)
        guard let line = record.provenLine else { throw .unwritable }
        try batch.add(record, line: Array(line.dropLast()))
      }
      try batch.flush()
      for table in [Tables.days, Tables.postings, Tables.events, Tables.heads] {
        _ = try session.change("delete from \(table) where business = $1", [old.text])
      }
      let generation = try Change<Calls, Int>.generation(calls)
      _ = try session.change(
        "insert into \(Tables.heads) (business, generation, number, closed) values ($1, \(generation), \(whole.number), false)",
        [new.text])
      try session.end(committing: true)
      try moveFile()
      return CareReport(
        lines: ["database/\(new.text): \(whole.number - 1) event\(whole.number == 2 ? "" : "s") of \(old.text)"],
        isInOrder: true)
    }
  }
#endif
