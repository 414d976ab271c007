// A booking as the diary records it: complete in itself, so that it stays readable and keeps occupying what it occupied
// when today's business file no longer knows the agent or the product.

package import CivilTime
package import People

/// An id of the business file with the name it had at the time.
package struct Named: Hashable, Sendable {
  /// The short id, such as `massage-30`.
  package var id: String
  /// What it was called.
  package var name: String

  /// An id with its name.
  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// A booking in one of the states it has been in.
package struct Booking: Hashable, Sendable {
  /// Whether it still holds its time.
  package enum Status: Hashable, Sendable {
    /// It does.
    case booked
    /// It does not any more; a cancelled booking never comes back to life.
    case cancelled
  }

  /// The whole id as clients see it; unguessable, and never used for another booking or block.
  package var id: String
  /// The appointment type under which it was booked.
  package var type: Named
  /// What was booked.
  package var product: Named
  /// Who takes the appointment.
  package var agent: Named
  /// When the appointment starts.
  package var start: Instant
  /// Elapsed seconds from start to end.
  package var duration: Int
  /// Seconds before the start that are occupied too.
  package var bufferBefore: Int
  /// Seconds after the end that are occupied too.
  package var bufferAfter: Int
  /// Seconds from the start to a pause in which the agent is free.
  package var pauseAfter: Int
  /// Seconds that the pause lasts; 0 where there is none.
  package var pauseLength: Int
  /// What the session uses of resources.
  package var resources: [HeldResource]
  /// Who booked.
  package var booker: Person
  /// Who comes.
  package var participant: Person
  /// A fingerprint of the request exactly as it was sent, by which a retry is known; 0 where it was forgotten.
  package var request: UInt64
  /// When it was booked.
  package var created: Instant
  /// Whether it still holds its time.
  package var status: Status

  /// A booking with every member given.
  package init(
    id: String, type: Named, product: Named, agent: Named, start: Instant, duration: Int, bufferBefore: Int = 0,
    bufferAfter: Int = 0, pauseAfter: Int = 0, pauseLength: Int = 0, resources: [HeldResource] = [], booker: Person,
    participant: Person, request: UInt64, created: Instant, status: Status = .booked
  ) {
    self.id = id
    self.type = type
    self.product = product
    self.agent = agent
    self.start = start
    self.duration = duration
    self.bufferBefore = bufferBefore
    self.bufferAfter = bufferAfter
    self.pauseAfter = pauseAfter
    self.pauseLength = pauseLength
    self.resources = resources
    self.booker = booker
    self.participant = participant
    self.request = request
    self.created = created
    self.status = status
  }

  /// When the appointment ends.
  package var end: Instant { start.adding(seconds: duration) }

  /// What the booking occupies while it is booked.
  package var occupation: Occupation {
    Occupation(
      bookingID: id, agent: agent.id, product: product.id, start: start, end: end,
      occupiedStart: start.adding(seconds: -bufferBefore), occupiedEnd: end.adding(seconds: bufferAfter),
      pauseAfter: pauseAfter, pauseLength: pauseLength, resources: resources)
  }

  /// The keys by which another request for the same time is found that may repeat the one which made this: those of the
  /// participant's name and id, and the fingerprint of the request. None of somebody who was forgotten.
  package var repeatKeys: [UInt64] {
    var keys: [UInt64] = []
    if !participant.id.isEmpty { keys = SearchKeys.keys(naming: participant) + [SearchKeys.key(id: participant.id)] }
    return request == 0 ? keys : keys + [request]
  }

  /// What the booking says of people: of its booker, and of its participant, together with the booker if that is another
  /// person. Forgotten people are left out.
  package var people: [KnownPerson] {
    var people: [KnownPerson] = []
    if !booker.id.isEmpty { people.append(KnownPerson(person: booker, booker: nil)) }
    if !participant.id.isEmpty, participant != booker {
      people.append(KnownPerson(person: participant, booker: participant.id == booker.id ? nil : booker))
    }
    return people
  }
}
