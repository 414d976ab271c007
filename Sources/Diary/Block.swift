// Time that the counter took from an agent, or from all, as the diary records it.

package import CivilTime

/// Time that the counter took from an agent, or from all.
package struct Block: Hashable, Sendable {
  /// The block's id; never used for another block or booking.
  package var id: String
  /// The short id of the agent; nil means all of them, later ones too.
  package var agent: String?
  /// The first instant that is taken.
  package var start: Instant
  /// The first instant that is free again; after `start`.
  package var end: Instant
  /// Why, in the counter's own words.
  package var reason: String?

  /// A block with every member given.
  package init(id: String, agent: String?, start: Instant, end: Instant, reason: String? = nil) {
    self.id = id
    self.agent = agent
    self.start = start
    self.end = end
    self.reason = reason
  }

  /// What the block occupies: the agent or all of them, and nothing else.
  package var occupation: Occupation {
    Occupation(
      bookingID: id, agent: agent, product: nil, start: start, end: end, occupiedStart: start, occupiedEnd: end,
      resources: [])
  }
}
