// Appending: any number of events in one statement, which does nothing unless the head's number is still what was read.

#if PostgreSQL
  internal import CivilTime
  internal import Diary
  internal import DiaryFormat

  /// The rows that events become.
  struct EventRows {
    /// An event with its line.
    private(set) var lines: [(number: Int, line: String)] = []
    /// Which events are found under which keys.
    private(set) var postings: [Posting] = []
    /// What is held on days, one row a day and subject.
    private(set) var days: [DayRow] = []

    /// How many rows there are.
    var count: Int { lines.count + postings.count + days.count }

    /// Adds an event; its line has no line feed.
    mutating func add(_ record: Record, line: String) {
      lines.append((record.number, line))
      index(record)
    }

    /// Adds what leads to an event.
    mutating func post(_ record: Record) { postings += Posting.all(of: record) }

    /// Adds an event's rows in the index.
    mutating func index(_ record: Record) {
      post(record)
      for row in DayRow.all(of: record) {
        // A statement may not write a row twice; the later event counts.
        if let place = days.firstIndex(where: { $0.day == row.day && $0.subject == row.subject }) {
          days[place] = row
        } else {
          days.append(row)
        }
      }
    }

    /// The statement that appends them to a business's events behind number `before`, to a row of heads that is there, or
    /// with a new one of a generation.
    func append(to business: String, behind before: Int, generation: Int64?) -> Statement {
      let last = Int64(lines.last?.number ?? before)
      var append = Statement("with head as (", [business])
      if let generation {
        append.add("insert into \(Tables.heads) (business, generation, number, closed) values ($1::text, ")
        append.add(generation)
        append.add("::bigint, ")
        append.add(last)
        append.add(", false) on conflict (business) do nothing returning business)")
      } else {
        append.add("update \(Tables.heads) set number = ")
        append.add(last)
        append.add(" where business = $1 and number = ")
        append.add(Int64(before))
        append.add(" and not closed returning business)")
      }
      insert(into: &append)
      append.add(" select business from head")
      return append
    }

    /// The parts of a statement that insert the rows for the business in `head`.
    func insert(into append: inout Statement) {
      if !lines.isEmpty { insertLines(into: &append) }
      insertIndex(into: &append)
    }

    private func insertLines(into append: inout Statement) {
      append.add(
        ", event as (insert into \(Tables.events) (business, number, line) select h.business, v.n, v.l from head h, (values "
      )
      append.list(lines) { append, event in
        append.add("(")
        append.add(Int64(event.number))
        append.add("::bigint,")
        append.add(parameter: event.line)
        append.add(")")
      }
      append.add(") as v(n, l))")
    }

    private func insertIndex(into append: inout Statement) {
      if !postings.isEmpty {
        append.add(
          ", posting as (insert into \(Tables.postings) (business, key, number, onward) select h.business, v.k, v.n, v.o "
            + "from head h, (values ")
        append.list(postings) { append, posting in
          append.add("(")
          append.add(key: posting.key)
          append.add("::bigint,")
          append.add(Int64(posting.number))
          append.add("::bigint,")
          append.add(key: posting.onward)
          append.add("::bigint)")
        }
        append.add(") as v(k, n, o))")
      }
      if !days.isEmpty {
        append.add(
          ", day as (insert into \(Tables.days) (business, day, subject, \(Tables.dayColumns)) select h.business, v.* from "
            + "head h, (values ")
        append.list(days) { $1.write(to: &$0) }
        append.add(
          ") as v on conflict (business, day, subject) do update set number = excluded.number, held = excluded.held, "
            + "agent = excluded.agent, product = excluded.product, resources = excluded.resources, starts = excluded.starts, "
            + "ends = excluded.ends, occupied_from = excluded.occupied_from, occupied_until = excluded.occupied_until, "
            + "pause_after = excluded.pause_after, pause_length = excluded.pause_length)")
      }
    }
  }

  /// Under which key an event is found, and where that leads.
  struct Posting: Hashable {
    var key: UInt64
    var number: Int
    /// The key of the person or booking it leads to, or 0.
    var onward: UInt64

    /// The postings of an event, each once.
    static func all(of record: Record) -> [Posting] {
      var postings: [Posting] = []
      func add(_ key: UInt64, onward: UInt64 = 0) {
        let posting = Posting(key: key, number: record.number, onward: onward)
        if !postings.contains(posting) { postings.append(posting) }
      }
      if let id = record.event.occupation?.bookingID { add(PostingKey.subject(id)) }
      guard let booking = record.event.booking else { return postings }
      let subject = PostingKey.subject(booking.id)
      for key in booking.repeatKeys { add(PostingKey.place(booking.product.id, booking.start, key), onward: subject) }
      for (person, key) in PostingKey.people(of: booking) {
        let onward = PostingKey.person(person)
        if let key { add(key, onward: onward) } else { add(onward) }
      }
      return postings
    }
  }

  /// A row of `days`: what a booking or block holds, or held, on a day.
  struct DayRow {
    var day: UInt64
    var subject: String
    var number: Int
    var isHeld: Bool
    var occupation: Occupation

    /// The columns in the places where `Rows.occupation` looks for them.
    static let columns =
      "day, number, null, null, subject, agent, product, resources, starts, ends, occupied_from, occupied_until, "
      + "pause_after, pause_length"

    /// The rows that an event changes.
    static func all(of record: Record) -> [DayRow] {
      let head = LineHead(record)
      guard let occupation = head.occupation else { return [] }
      func row(_ day: UInt64, _ isHeld: Bool) -> DayRow {
        DayRow(
          day: day, subject: occupation.bookingID, number: record.number, isHeld: isHeld, occupation: occupation)
      }
      let held = DayKey.held(occupation.occupiedStart, occupation.occupiedEnd)
      var rows: [DayRow] = []
      for day in held { rows.append(row(day, head.kind.isLive)) }
      guard let from = head.from else { return rows }
      for day in DayKey.held(from.occupiedStart, from.occupiedEnd) where !held.contains(day) {
        rows.append(row(day, false))
      }
      return rows
    }

    /// Appends its values to a statement, in the order of the table.
    func write(to append: inout Statement) {
      append.add("(")
      append.add(key: day)
      append.add("::bigint,")
      append.add(parameter: subject)
      append.add(",")
      append.add(Int64(number))
      append.add(isHeld ? "::bigint,true," : "::bigint,false,")
      append.add(parameter: occupation.agent)
      append.add(",")
      append.add(parameter: occupation.product)
      append.add(",")
      append.add(parameter: ResourceText.text(of: occupation.resources))
      let numbers = [
        occupation.start.milliseconds, occupation.end.milliseconds, occupation.occupiedStart.milliseconds,
        occupation.occupiedEnd.milliseconds, Int64(occupation.pauseAfter), Int64(occupation.pauseLength),
      ]
      for number in numbers {
        append.add(",")
        append.add(number)
        append.add("::bigint")
      }
      append.add(")")
    }
  }
#endif
