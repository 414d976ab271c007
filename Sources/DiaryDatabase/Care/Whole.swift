// A whole diary, read in one transaction: what commands look after.

#if PostgreSQL
  internal import CivilTime
  internal import Diary
  internal import DiaryFormat
  internal import System

  /// The rows of a business in a transaction.
  struct WholeDiary<Calls: SystemCalls> {
    let session: Session<Calls>
    let business: String
    /// The number of the newest event.
    private(set) var number: Int
    private(set) var generation: Int64
    private(set) var isClosed: Bool

    /// So many events are fetched at once.
    private static var chunk: Int { 1000 }

    /// Begins a transaction: one that sees one moment, or one in which nobody else writes. Nil where the business has no diary.
    init?(_ session: Session<Calls>, of business: String, locking: Bool) throws(DatabaseError) {
      _ = try session.begin(
        locking ? "begin isolation level read committed" : "begin isolation level repeatable read read only")
      let rows = try session.read(
        "select number, generation, closed from \(Tables.heads) where business = $1\(locking ? " for update" : "")",
        [business])
      guard rows.count > 0, let number = rows.integer(0, 0), let generation = rows.integer(0, 1) else {
        try session.end(committing: false)
        return nil
      }
      self.session = session
      self.business = business
      self.number = Int(number)
      self.generation = generation
      isClosed = rows.text(0, 2) == "t"
    }

    /// Gives the line of every number to `body`, in their order; nil for one that is not there, or proves nothing.
    func visit(_ body: (Int, [UInt8], Record?) throws(DatabaseError) -> Void) throws(DatabaseError) {
      var next = 2
      while next <= number {
        let end = min(next + Self.chunk - 1, number)
        let rows = try session.read(
          "select number, line from \(Tables.events) where business = $1 and number between \(next) and \(end) "
            + "order by number", [business])
        var row = 0
        for number in next...end {
          guard row < rows.count, rows.integer(row, 0) == Int64(number) else {
            try body(number, [], nil)
            continue
          }
          let line = rows.bytes(row, 1)
          try body(number, line, Record(proving: line, number: number))
          row += 1
        }
        next = end + 1
      }
    }

    /// Gives every record to `body`; fails with `damaged` at the first line that does not prove itself.
    func visit(_ body: (Record) throws(DatabaseError) -> Void) throws(DatabaseError) {
      try visit { (number, _, record) throws(DatabaseError) in
        guard let record else { throw .damaged(number: number) }
        try body(record)
      }
    }

    /// How many rows there are with a number that no event can have.
    func strays() throws(DatabaseError) -> Int {
      let rows = try session.read(
        "select count(*) from \(Tables.events) where business = $1 and (number < 2 or number > \(number))", [business])
      return Int(rows.integer(0, 0) ?? 0)
    }

    /// Deletes all rows of the index and writes them anew.
    func rebuildIndex(by record: (_ give: (Record) throws(DatabaseError) -> Void) throws(DatabaseError) -> Void)
      throws(DatabaseError)
    {
      for table in [Tables.days, Tables.postings] {
        _ = try session.change("delete from \(table) where business = $1", [business])
      }
      var batch = RowBatch(session, of: business)
      try record { (record) throws(DatabaseError) in try batch.index(record) }
      try batch.flush()
    }
  }

  /// Rows on their way into the tables, in a transaction; many a statement.
  struct RowBatch<Calls: SystemCalls> {
    private let session: Session<Calls>
    private let business: String
    private var rows = EventRows()

    /// A statement has so many rows at most, or one event more.
    private static var greatest: Int { 4000 }

    init(_ session: Session<Calls>, of business: String) {
      self.session = session
      self.business = business
    }

    /// Adds an event with its line and its rows in the index.
    mutating func add(_ record: Record, line: [UInt8]) throws(DatabaseError) {
      rows.add(record, line: String(decoding: line, as: UTF8.self))
      if rows.count > Self.greatest { try flush() }
    }

    /// Adds an event's rows in the index.
    mutating func index(_ record: Record) throws(DatabaseError) {
      rows.index(record)
      if rows.count > Self.greatest { try flush() }
    }

    /// Adds what leads to an event.
    mutating func post(_ record: Record) { rows.post(record) }

    /// Sends what is left.
    mutating func flush() throws(DatabaseError) {
      guard rows.count > 0 else { return }
      var statement = Statement("with head as (select $1::text as business)", [business])
      rows.insert(into: &statement)
      statement.add(" select business from head")
      _ = try session.change(statement.text, statement.parameters)
      rows = EventRows()
    }
  }
#endif
