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

  /// Leaves out whoever is not among these agents.
  mutating func show(only agents: [String]) {
    for day in days.indices { days[day].agents.removeAll { !agents.contains($0.agent.id) } }
  }
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

  /// Working time in which nothing stands, buffers included; a pause within an appointment is none.
  var gaps: [Range<Instant>] {
    var taken = entries.map(\.occupied).sorted { $0.lowerBound < $1.lowerBound }[...]
    var gaps: [Range<Instant>] = []
    for window in working {
      var start = window.lowerBound
      while let next = taken.first, next.lowerBound < window.upperBound {
        if start < next.lowerBound { gaps.append(start..<next.lowerBound) }
        start = max(start, next.upperBound)
        // What reaches beyond this window may meet the next one.
        if next.upperBound > window.upperBound { break }
        taken.removeFirst()
      }
      if start < window.upperBound { gaps.append(start..<window.upperBound) }
    }
    return gaps
  }
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
  /// Its bookings in the order of the names of who comes; at least one.
  var bookings: [Booking]

  /// Where a booking stands among the others of its session.
  static func order(_ booking: Booking) -> (String, Instant, String) {
    (booking.participant.shown.lowercased(), booking.created, booking.id)
  }
}
