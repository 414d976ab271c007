// Time that the counter took from an agent, as the diary records it.

public import CivilTime

/// Time that the counter took from an agent.
public struct Block: Hashable, Sendable {
  /// The block's id; never used for another block or booking.
  public var id: String
  /// The short id of the agent.
  public var agent: String
  /// The first instant that is taken.
  public var start: Instant
  /// The first instant that is free again; after `start`.
  public var end: Instant
  /// Why, in the counter's own words.
  public var reason: String?

  /// A block with every member given.
  public init(id: String, agent: String, start: Instant, end: Instant, reason: String? = nil) {
    self.id = id
    self.agent = agent
    self.start = start
    self.end = end
    self.reason = reason
  }

  /// What the block occupies: the agent, and nothing else.
  public var occupation: Occupation {
    Occupation(
      bookingID: id, agent: agent, product: nil, start: start, end: end, occupiedStart: start, occupiedEnd: end,
      resources: [])
  }
}
