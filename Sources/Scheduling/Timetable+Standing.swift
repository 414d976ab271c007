// Whether today's business file still allows a booking that exists: for the counter, which then calls people. What else is
// booked, notice, horizon, limits and the steps of the grid do not matter: such an appointment can take place.

package import Business
import CivilTime
package import Diary

/// Why a booking can no longer take place as it was booked.
package enum Stranding: Hashable, Sendable {
  /// The file knows the appointment type no more.
  case typeGone
  /// The file knows the product no more, or the type does not offer it.
  case productGone
  /// The file knows the agent no more.
  case agentGone
  /// The agent does not take the product.
  case agentNotTaking
  /// The agent does not work all that time.
  case outsideHours
  /// The product does not start then.
  case notAStart
}

extension Timetable {
  /// Why today's file of a business would no longer allow a booking; nil where it would.
  package static func stranding(of booking: Booking, in business: Business) -> Stranding? {
    guard let type = business.appointmentTypes.first(where: { $0.id.text == booking.type.id }) else { return .typeGone }
    guard let product = business.products.first(where: { $0.id.text == booking.product.id }),
      type.products.contains(product.id)
    else { return .productGone }
    guard let agent = business.agents.first(where: { $0.id.text == booking.agent.id }) else { return .agentGone }
    guard type.isTaken(by: agent.id, for: product) else { return .agentNotTaking }
    let first = business.zone.local(booking.start).date
    // Windows of the day before may go on past midnight.
    let days = workingTime(
      of: agent, from: first.adding(days: -1), through: business.zone.local(booking.end).date, in: business)
    var work = booking.start
    for span in days.joined().sorted(by: { $0.lowerBound < $1.lowerBound }) where span.lowerBound <= work {
      work = max(work, span.upperBound)
    }
    if work < booking.end || work == booking.start { return .outsideHours }
    let starts = StartGrid(of: product).ownStarts(
      on: first, from: booking.start, until: booking.start.adding(milliseconds: 1),
      by: business.zone.offsets(from: first, through: first))
    return starts?.isEmpty ?? false ? .notAStart : nil
  }
}
