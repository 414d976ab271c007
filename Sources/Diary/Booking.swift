// A booking as the diary records it: complete in itself, so that it stays readable and keeps occupying what it occupied
// when today's business file no longer knows the agent or the product.

public import CivilTime
public import People

/// An id of the business file with the name it had at the time.
public struct Named: Hashable, Sendable {
  /// The short id, such as `massage-30`.
  public var id: String
  /// What it was called.
  public var name: String

  /// An id with its name.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// A booking in one of the states it has been in.
public struct Booking: Hashable, Sendable {
  /// Whether it still holds its time.
  public enum Status: Hashable, Sendable {
    /// It does.
    case booked
    /// It does not any more; a cancelled booking never comes back to life.
    case cancelled
  }

  /// The whole id as clients see it; unguessable, and never used for another booking or block.
  public var id: String
  /// The appointment type under which it was booked.
  public var type: Named
  /// What was booked.
  public var product: Named
  /// Who takes the appointment.
  public var agent: Named
  /// When the appointment starts.
  public var start: Instant
  /// Elapsed seconds from start to end.
  public var duration: Int
  /// Seconds before the start that are occupied too.
  public var bufferBefore: Int
  /// Seconds after the end that are occupied too.
  public var bufferAfter: Int
  /// The short ids of the resources of which the session uses one each.
  public var resources: [String]
  /// Who booked.
  public var booker: Person
  /// Who comes.
  public var participant: Person
  /// A fingerprint of the request exactly as it was sent, by which a retry is known; 0 where it was forgotten.
  public var request: UInt64
  /// When it was booked.
  public var created: Instant
  /// Whether it still holds its time.
  public var status: Status

  /// A booking with every member given.
  public init(
    id: String, type: Named, product: Named, agent: Named, start: Instant, duration: Int, bufferBefore: Int = 0,
    bufferAfter: Int = 0, resources: [String] = [], booker: Person, participant: Person, request: UInt64,
    created: Instant, status: Status = .booked
  ) {
    self.id = id
    self.type = type
    self.product = product
    self.agent = agent
    self.start = start
    self.duration = duration
    self.bufferBefore = bufferBefore
    self.bufferAfter = bufferAfter
    self.resources = resources
    self.booker = booker
    self.participant = participant
    self.request = request
    self.created = created
    self.status = status
  }

  /// When the appointment ends.
  public var end: Instant { start.adding(seconds: duration) }

  /// What the booking occupies while it is booked.
  public var occupation: Occupation {
    Occupation(
      bookingID: id, agent: agent.id, product: product.id, start: start, end: end,
      occupiedStart: start.adding(seconds: -bufferBefore), occupiedEnd: end.adding(seconds: bufferAfter),
      resources: resources)
  }

  /// Whom the booking makes known: its booker, and its participant, with the booker, if that is somebody else. Those who
  /// were forgotten are nobody.
  public var people: [KnownPerson] {
    var people: [KnownPerson] = []
    if !booker.id.isEmpty { people.append(KnownPerson(person: booker, booker: nil)) }
    if !participant.id.isEmpty, participant.id != booker.id {
      people.append(KnownPerson(person: participant, booker: booker))
    }
    return people
  }
}
