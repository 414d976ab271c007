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
  /// Seconds from `start` to a pause in which the agent is free.
  package var pauseAfter: Int
  /// Seconds that the pause lasts; 0 where there is none.
  package var pauseLength: Int
  /// What the session uses of resources, all the time that is occupied, the pause included.
  package var resources: [HeldResource]

  /// An occupation with every member given.
  package init(
    bookingID: String, agent: String?, product: String?, start: Instant, end: Instant, occupiedStart: Instant,
    occupiedEnd: Instant, pauseAfter: Int = 0, pauseLength: Int = 0, resources: [HeldResource]
  ) {
    self.bookingID = bookingID
    self.agent = agent
    self.product = product
    self.start = start
    self.end = end
    self.occupiedStart = occupiedStart
    self.occupiedEnd = occupiedEnd
    self.pauseAfter = pauseAfter
    self.pauseLength = pauseLength
    self.resources = resources
  }
}

extension [Occupation] {
  /// By the start of the occupied time, then by id, as `DiaryView.occupations` tells them.
  package var inOrder: [Occupation] {
    // Places are put in order rather than what stands there, which is dear to move.
    let order = indices.sorted { left, right in
      self[left].occupiedStart == self[right].occupiedStart
        ? self[left].bookingID < self[right].bookingID : self[left].occupiedStart < self[right].occupiedStart
    }
    return order.map { self[$0] }
  }
}

/// Units of one resource that a session uses.
package struct HeldResource: Hashable, Sendable {
  /// The short id of the resource.
  package var id: String
  /// How many units; at least 1.
  package var units: Int

  /// So many units of a resource.
  package init(_ id: String, units: Int = 1) {
    self.id = id
    self.units = units
  }
}
