// What a diary shows: days, for each day the agents, for each agent working time and what is in it. A value without a
// word about how it is shown; it is put together in Agenda+Diary.swift.

internal import Business
internal import Diary
internal import CivilTime

/// The diary of a business for some days.
struct Agenda {
  /// The business's id and name.
  var business: Named
  /// The zone, with its offsets on these days.
  var offsets: OffsetTable
  /// When it was looked up.
  var asOf: Instant
  /// The days in order, at least one.
  var days: [AgendaDay]
  /// The appointment types that stand in the diary, in the order of the business file.
  var types: [Named]
  /// What the business file says of fields.
  var fields: [FieldDefinition]
}

/// A day of the diary.
struct AgendaDay {
  var date: LocalDate
  /// From the day's first instant to the next one's.
  var time: Range<Instant>
  /// Whether the business is closed all day.
  var isClosed: Bool
  /// One for each agent.
  var agents: [AgentDay]
}

/// An agent's day.
struct AgentDay {
  var agent: Named
  /// When the agent works, cut to the day, in order.
  var working: [Range<Instant>]
  /// What meets the day, by start.
  var entries: [AgendaEntry]

  /// What is on a day itself: without that of which only a buffer reaches into it.
  func entries(on day: Range<Instant>) -> [AgendaEntry] { entries.filter { $0.time.overlaps(day) } }
}

/// Something in the diary.
struct AgendaEntry {
  /// What it is.
  enum Content {
    /// Time that the counter took.
    case block(Block)
    /// An appointment, or a group's.
    case session(AgendaSession)
  }
  var content: Content
  /// The appointment or the block itself.
  var time: Range<Instant>
  /// The same with the buffers around it.
  var occupied: Range<Instant>
  /// In which the agent is free meanwhile; nil where in none.
  var pause: Range<Instant>?

  /// Whether it is the counter's own.
  var isBlock: Bool {
    if case .block = content { true } else { false }
  }
}

/// An appointment with everybody who comes to it.
struct AgendaSession {
  var product: Named
  var type: Named
  /// How many it takes by today's business file; nil where that does not know the product any more.
  var capacity: Int?
  /// Its bookings in the order in which they were made; at least one.
  var bookings: [Booking]
}
