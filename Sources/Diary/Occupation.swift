// What is taken: the time of an agent, or of all, and the resources that a live booking or a block holds. It says what was true when
// the event was written, whatever today's business file says.

package import CivilTime

/// The time and the things that one live booking, or one block, occupies.
///
/// Two occupations of the same agent, product and start are one session (contract, section 3, capacity).
package struct Occupation: Sendable, Hashable {
  /// The booking's id; for a block, the block's id.
  package var bookingID: String
  /// The short id of the agent who is occupied; nil, for some blocks, means all of them.
  package var agent: String?
  /// The short id of the product that is booked; nil for a block.
  package var product: String?
  /// When the appointment (or the block) starts.
  package var start: Instant
  /// When the appointment (or the block) ends.
  package var end: Instant
  /// `start` less the buffer before it; the first instant that is occupied.
  package var occupiedStart: Instant
  /// `end` plus the buffer after it; the first instant that is free again.
  package var occupiedEnd: Instant
  /// The short ids of the resources of which the session uses one each.
  package var resources: [String]

  /// An occupation with every member given.
  package init(
    bookingID: String, agent: String?, product: String?, start: Instant, end: Instant, occupiedStart: Instant,
    occupiedEnd: Instant, resources: [String]
  ) {
    self.bookingID = bookingID
    self.agent = agent
    self.product = product
    self.start = start
    self.end = end
    self.occupiedStart = occupiedStart
    self.occupiedEnd = occupiedEnd
    self.resources = resources
  }
}
