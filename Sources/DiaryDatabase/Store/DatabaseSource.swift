// Where a diary's answers come from: rows of the database. All answers of one source are of one moment, that of its first
// question: an answer of another moment means that somebody has written, and the decision begins again.

#if PostgreSQL
  internal import Basics
  internal import CivilTime
  internal import Diary
  internal import DiaryFormat
  internal import System

  /// What was fetched of a business's diary, and what a decision has appended to it.
  final class DatabaseSource<Calls: SystemCalls> {
    let session: Session<Calls>
    let business: String
    /// The number of the newest event that is in the database; 1 where there is none. Nil while nothing was fetched.
    private(set) var number: Int?
    /// Whether there is a row in `heads`.
    private(set) var hasHead = false
    /// Which of all diaries of this business it is.
    private(set) var generation: Int64 = 0
    /// Why a question failed; the decision that asked it does not count.
    private(set) var failure: DatabaseError?
    /// Events of the decision that are not in the database yet.
    private(set) var pending: [Record] = []

    /// Records by their numbers.
    private var records: [Record] = []
    /// Keys all of whose events are in `posted`, sorted, and those events.
    private var known: [UInt64] = []
    private var posted: [(key: UInt64, number: Int)] = []
    /// Keys whose leads are in `leads`, sorted, and where they lead.
    private var followed: [UInt64] = []
    private var leads: [(key: UInt64, onward: UInt64)] = []
    private var days: ClosedRange<UInt64>?
    private var held: [Occupation] = []
    /// Ids of what was told to be held last: who asks for one of them asks for all.
    private var told: [String] = []
    /// Whether changes by others are to be noticed although nothing is decided here.
    private let isDeciding: Bool

    init(_ session: Session<Calls>, of business: String, isDeciding: Bool) {
      self.session = session
      self.business = business
      self.isDeciding = isDeciding
    }

    /// Fetches what is wanted and not there yet, in one round trip; the head's number in any case where it is not known.
    func fetch(_ wanted: Fetching) throws(DatabaseError) {
      var missing = wanted
      missing.direct = Self.missing(wanted.direct, of: known)
      missing.leading = Self.missing(wanted.leading, of: followed)
      missing.rare = Self.missing(wanted.rare, of: followed)
      if let days, let asked = wanted.days, days.lowerBound <= asked.lowerBound, asked.upperBound <= days.upperBound {
        missing.days = nil
      }
      if missing.isEmpty, number != nil { return }
      do throws(DatabaseError) {
        try take(ask(missing), missing)
      } catch {
        failure = error
        throw error
      }
    }

    private func ask(_ wanted: Fetching) throws(DatabaseError) -> Rows {
      let statement = wanted.statement(of: business)
      return try session.read(statement.text, statement.parameters)
    }

    /// The keys that are not known, sorted, each once.
    private static func missing(_ keys: [UInt64], of known: [UInt64]) -> [UInt64] {
      var missing: [UInt64] = []
      for key in keys.sorted() where missing.last != key {
        let place = known.indices.firstByHalves { known[$0] >= key }
        if place == known.count || known[place] != key { missing.append(key) }
      }
      return missing
    }

    private func take(_ rows: Rows, _ wanted: Fetching) throws(DatabaseError) {
      try takeHead(rows, wanted)
      var occupations: [(subject: String, occupation: Occupation)] = []
      for row in 0..<rows.count {
        switch rows.integer(row, 0).flatMap(Fetching.Part.init) {
        case .event?: try takeEvent(rows, row)
        case .lead?:
          guard let key = rows.integer(row, 2), let onward = rows.integer(row, 3) else { continue }
          leads.append((UInt64(bitPattern: key), UInt64(bitPattern: onward)))
        case .day?:
          guard let occupation = rows.occupation(row) else { throw .damaged(number: Int(rows.integer(row, 1) ?? 0)) }
          occupations.append((occupation.bookingID, occupation))
        case .head?, nil: break
        }
      }
      posted.sort { $0.key == $1.key ? $0.number < $1.number : $0.key < $1.key }
      leads.sort { $0.key == $1.key ? $0.onward < $1.onward : $0.key < $1.key }
      followed = (followed + wanted.leading + wanted.rare).sorted()
      // All events were fetched of whatever a key leads to.
      known = (known + wanted.direct + leads.map { $0.onward }).sorted()
      if let fetched = wanted.days {
        days = fetched
        // What touches several days has a row on each.
        occupations.sort { $0.subject < $1.subject }
        held = occupations.indices.filter { $0 == 0 || occupations[$0 - 1].subject != occupations[$0].subject }
          .map { occupations[$0].occupation }
      }
    }

    private func takeHead(_ rows: Rows, _ wanted: Fetching) throws(DatabaseError) {
      var seen = 1
      for row in 0..<rows.count where rows.integer(row, 0) == Fetching.Part.head.rawValue {
        if rows.integer(row, 3) != 0 { throw .closed }
        seen = Int(rows.integer(row, 1) ?? 1)
        hasHead = true
        generation = rows.integer(row, 2) ?? 0
      }
      // Events are only added: those with a greater number are left out. What is held on a day may have been anything before.
      if let number, number != seen, isDeciding || wanted.days != nil { throw .busy }
      number = number ?? seen
    }

    private func takeEvent(_ rows: Rows, _ row: Int) throws(DatabaseError) {
      guard let number = rows.integer(row, 1).map({ Int($0) }), number <= self.number ?? 1 else { return }
      if let key = rows.integer(row, 2) { note(UInt64(bitPattern: key), number) }
      guard place(of: number) == nil else { return }
      guard let record = Record(proving: rows.bytes(row, 4), number: number) else { throw .damaged(number: number) }
      records.insert(record, at: records.indices.firstByHalves { records[$0].number > number })
    }

    private func note(_ key: UInt64, _ number: Int) {
      // One key may be in the answer twice; the next question sorts.
      if let last = posted.last, last.key == key, last.number == number { return }
      posted.append((key, number))
    }

    private func place(of number: Int) -> Int? {
      let place = records.indices.firstByHalves { records[$0].number >= number }
      return place < records.count && records[place].number == number ? place : nil
    }

    /// All events under keys, in their order, those of the decision too.
    func records(under keys: [UInt64]) throws(DatabaseError) -> [Record] {
      try fetch(Fetching(direct: keys))
      var numbers: [Int] = []
      for key in keys {
        var place = posted.indices.firstByHalves { posted[$0].key >= key }
        while place < posted.count, posted[place].key == key {
          numbers.append(posted[place].number)
          place += 1
        }
      }
      numbers.sort()
      var found: [Record] = []
      for number in numbers where found.last?.number != number {
        if let place = place(of: number) { found.append(records[place]) }
      }
      return found + pending
    }

    /// The keys of people or bookings to whom keys lead.
    func onward(from keys: [UInt64], rare: [UInt64] = []) throws(DatabaseError) -> [UInt64] {
      try fetch(Fetching(leading: keys, rare: rare))
      var onward: [UInt64] = []
      for key in keys + rare {
        var place = leads.indices.firstByHalves { leads[$0].key >= key }
        while place < leads.count, leads[place].key == key {
          if !onward.contains(leads[place].onward) { onward.append(leads[place].onward) }
          place += 1
        }
        for record in pending {
          for posting in Posting.all(of: record) where posting.key == key && !onward.contains(posting.onward) {
            onward.append(posting.onward)
          }
        }
      }
      return onward
    }

    /// The last record of the booking or block with this id.
    func newest(_ id: String) throws(DatabaseError) -> Record? {
      var keys = [PostingKey.subject(id)]
      if !Self.missing(keys, of: known).isEmpty, told.contains(id) {
        keys = told.map(PostingKey.subject)
        told = []
      }
      try fetch(Fetching(direct: keys))
      return try records(under: [PostingKey.subject(id)]).last { $0.event.occupation?.bookingID == id }
    }

    /// What is held now and meets a range that is not empty, in no order.
    func occupations(in range: Range<Instant>) throws(DatabaseError) -> [Occupation] {
      try fetch(Fetching(days: DayKey.touched(range.lowerBound, range.upperBound)))
      var found = held.filter { $0.occupiedStart < range.upperBound && range.lowerBound < $0.occupiedEnd }
      for record in pending {
        guard let occupation = record.event.occupation else { continue }
        found.removeAll { $0.bookingID == occupation.bookingID }
        if record.event.kind.isLive, occupation.occupiedStart < range.upperBound,
          range.lowerBound < occupation.occupiedEnd
        {
          found.append(occupation)
        }
      }
      told = found.map { $0.bookingID }
      return found
    }

    /// The event with a number.
    func record(_ number: Int) throws(DatabaseError) -> Record {
      if place(of: number) == nil { try fetch(Fetching(numbers: [number])) }
      guard let place = place(of: number) else { throw .damaged(number: number) }
      return records[place]
    }

    /// The event with a number, if it was fetched.
    func fetched(_ number: Int) -> Record? { place(of: number).map { records[$0] } }

    /// Gives every event to `body`, in their order, with all events of each one's booking or block at hand.
    func visit(_ body: (Record) throws(DatabaseError) -> Void) throws(DatabaseError) {
      if number == nil { try fetch(Fetching()) }
      let last = number ?? 1
      var next = 2
      while next <= last {
        let end = min(next + Self.chunk - 1, last)
        try fetch(Fetching(numbers: Array(next...end)))
        var chunk: [Record] = []
        for number in next...end { chunk.append(try record(number)) }
        try fetch(Fetching(direct: chunk.compactMap { $0.event.occupation.map { PostingKey.subject($0.bookingID) } }))
        for record in chunk { try body(record) }
        forget()
        next = end + 1
      }
      for record in pending { try body(record) }
    }

    /// Lets go of what was fetched, which may be a whole diary.
    private func forget() {
      (records, known, posted, followed, leads, told) = ([], [], [], [], [], [])
    }

    /// So many events are fetched at once.
    private static var chunk: Int { 500 }

    /// Takes in an event that the decision appended.
    func append(_ record: Record) { pending.append(record) }
  }
#endif
