// What an appointment occupies. Listing and booking both ask here; a booking records the answer.

package import Business
package import CivilTime

extension Product {
  /// The time that an appointment with this start occupies: from the buffer before it to the buffer after it.
  package func occupiedTime(startingAt start: Instant) -> Range<Instant> {
    let end = start.adding(seconds: max(0, duration)).adding(seconds: max(0, terms.bufferAfter))
    return start.adding(seconds: -max(0, terms.bufferBefore))..<end
  }
}
