// Whom a bookings file has forgotten since a backup of it was made. Those who are forgotten leave no name; that they
// are gone shows where a booking has nobody and the backup has somebody.

internal import DiaryFormat
internal import CivilTime
internal import Diary
internal import People

/// Those whom a restored backup must not bring back. Told first what the backup says, then what the present file says,
/// then once more what the backup says.
struct ForgottenSince {
  /// What of a booking or block is gone.
  private struct Gone {
    var booker = false
    var participant = false
    var reason = false
  }

  /// When each booking of the backup ends, by its last line.
  private var ends: [String: Instant] = [:]
  /// The same by the last line of the present file, of those in which somebody is gone.
  private var presentEnds: [String: Instant] = [:]
  private var gone: [String: Gone] = [:]
  private var people: Set<String> = []
  /// Everybody was forgotten in what had ended before; nil where that never was.
  private(set) var before: Instant?
  /// How many bookings the present file has and the backup has not.
  var newer: Int { newerIDs.count }
  private var newerIDs: Set<String> = []
  /// Whether lines are damaged that may have said so.
  var isUnknown = false

  /// Learns what a line of the backup says.
  mutating func learn(backup record: Record) {
    guard let booking = record.event.booking else { return }
    ends[booking.id] = booking.end
  }

  /// Learns what a line of the present file says.
  ///
  /// A file kept aside, which `isOld`, knows of some who were forgotten, too.
  mutating func learn(present record: Record, isOld: Bool = false) {
    switch record.event {
    case .booked(let booking), .moved(let booking), .cancelled(let booking):
      if !isOld, ends[booking.id] == nil { newerIDs.insert(booking.id) }
      guard booking.booker.id.isEmpty || booking.participant.id.isEmpty else { return }
      if booking.booker.id.isEmpty { gone[booking.id, default: Gone()].booker = true }
      if booking.participant.id.isEmpty { gone[booking.id, default: Gone()].participant = true }
      presentEnds[booking.id] = booking.end
    case .blocked(let block), .unblocked(let block):
      if block.reason == nil { gone[block.id, default: Gone()].reason = true }
    case .forgotten(let forgetting):
      if let end = forgetting.before { before = max(before ?? end, end) }
    }
  }

  /// Learns from a line of the backup who it is that is gone. Who is gone from a booking that had ended is not gone
  /// from all.
  mutating func settle(backup record: Record) {
    guard let booking = record.event.booking, let gone = gone[booking.id], !isExpired(booking.id) else { return }
    if let before, let end = presentEnds[booking.id], end < before { return }
    for (person, isGone) in [(booking.booker, gone.booker), (booking.participant, gone.participant)] {
      if isGone, !person.id.isEmpty { people.insert(person.id) }
    }
  }

  /// The event without them; nil where there was nothing to remove.
  func applied(to event: Event) -> Event? {
    switch event {
    case .booked(let booking): applied(to: booking).map(Event.booked)
    case .moved(let booking): applied(to: booking).map(Event.moved)
    case .cancelled(let booking): applied(to: booking).map(Event.cancelled)
    case .blocked(let block): applied(to: block).map(Event.blocked)
    case .unblocked(let block): applied(to: block).map(Event.unblocked)
    case .forgotten: nil
    }
  }

  private func isExpired(_ id: String) -> Bool {
    guard let before, let end = ends[id] else { return false }
    return end < before
  }

  private func applied(to old: Booking) -> Booking? {
    var booking = old
    let gone = isExpired(old.id) ? Gone(booker: true, participant: true) : self.gone[old.id] ?? Gone()
    if gone.booker || people.contains(old.booker.id) { booking.booker = .nobody }
    if gone.participant || people.contains(old.participant.id) { booking.participant = .nobody }
    guard booking != old else { return nil }
    booking.request = 0
    return booking
  }

  private func applied(to old: Block) -> Block? {
    guard old.reason != nil, gone[old.id]?.reason == true else { return nil }
    var block = old
    block.reason = nil
    return block
  }
}
