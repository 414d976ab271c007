// What a decision may do: ask, and append to what it will change.

#if PostgreSQL
  package import CivilTime
  package import Diary
  internal import DiaryFormat
  package import System

  /// A decision under way. What it appends goes to the database when it is over, all or nothing.
  package struct DatabaseWriter<Calls: SystemCalls>: DiaryWriter {
    /// The diary as it was when the decision began, with what was appended.
    package let diary: DatabaseView<Calls>
    /// What is to be appended.
    private(set) var rows = EventRows()
    private var failure: DatabaseError?

    init(_ source: DatabaseSource<Calls>) { diary = DatabaseView(source: source) }

    /// Notes that something happened at an instant. `DiaryWriter` says what the event has to be and how this fails.
    package mutating func append(_ event: Event, at instant: Instant, by actor: String?) throws(DatabaseError) {
      try append(together: [event], at: instant, by: actor)
    }

    /// Notes that several things happened, all or none.
    package mutating func append(
      together events: [Event], at instant: Instant, by actor: String?
    ) throws(DatabaseError) {
      if let failure { throw failure }
      do throws(DatabaseError) {
        let source = diary.source
        try source.fetch(Fetching())
        var records: [(record: Record, line: String)] = []
        for event in events {
          let number = (source.number ?? 1) + source.pending.count + records.count + 1
          var record = Record(number: number, at: instant, by: actor, event: event)
          if !event.isFirst, let id = event.occupation?.bookingID { record.leave(try source.newest(id)) }
          guard let line = record.provenLine else { throw .unwritable }
          records.append((record, String(decoding: line.dropLast(), as: UTF8.self)))
        }
        for (record, line) in records {
          rows.add(record, line: line)
          source.append(record)
        }
      } catch {
        failure = error
        throw error
      }
    }
  }
#endif
