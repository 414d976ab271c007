// The tables in which diaries are kept. Their names carry the version of their layout: a program of another version finds
// none instead of misreading them. Every key begins with the business, the unit of order, of distribution and of export.
//
// voicebot_1_heads     one row a business: the number of its newest event, 1 where there is none yet. Whoever raises it from
//                      n to n + 1 has decided on all events up to n. `generation` is new whenever the events were replaced.
// voicebot_1_events    the very lines of a bookings file behind its first, each with its checksum, without line feeds
// voicebot_1_days      what is held, or was, on a day (UTC), as the newest event of a booking or block says: an index
// voicebot_1_postings  which events are found under a key: an index. `onward` is the key of the person or of the booking
//                      to whom the key leads, so that one statement finds all that is known of them; else 0

#if PostgreSQL
  /// The tables' names and how they are made.
  enum Tables {
    static let heads = "voicebot_1_heads"
    static let events = "voicebot_1_events"
    static let days = "voicebot_1_days"
    static let postings = "voicebot_1_postings"

    /// The columns of `days` behind business, day and subject.
    static let dayColumns =
      "number, held, agent, product, resources, starts, ends, occupied_from, occupied_until, pause_after, pause_length"

    /// What makes the tables where they are missing; primary keys and plain types only.
    static let creation = [
      "create table if not exists \(heads) (business text not null primary key, generation bigint not null, "
        + "number bigint not null, closed boolean not null)",
      "create table if not exists \(events) (business text not null, number bigint not null, line text not null, "
        + "primary key (business, number))",
      "create table if not exists \(days) (business text not null, day bigint not null, subject text not null, "
        + "number bigint not null, held boolean not null, agent text, product text, resources text not null, "
        + "starts bigint not null, ends bigint not null, occupied_from bigint not null, occupied_until bigint not null, "
        + "pause_after bigint not null, pause_length bigint not null, primary key (business, day, subject))",
      "create table if not exists \(postings) (business text not null, key bigint not null, number bigint not null, "
        + "onward bigint not null, primary key (business, key, number, onward))",
    ]
  }
#endif
