// What `--force` lifts for the receptionist (Deployment.liftsTerms): terms that keep callers from booking and changing
// too late or too early, and from having too many appointments. Working time, the grid, daily limits and whatever is taken
// stay as they are.

internal import Business

extension Business {
  /// Takes notice, horizon, deadline and `maxOpen` out of every product's terms: the past day can be booked, any day of the
  /// next ten years too, whatever was booked can be changed for as long as that, and nobody has too many bookings.
  mutating func liftTerms() {
    terms.lift()
    for index in products.indices { products[index].terms.lift() }
  }
}

extension BookingTerms {
  fileprivate mutating func lift() {
    notice = -86_400
    horizonDays = 3650
    changeUntil = -3650 * 86_400
    maxOpen = nil
  }
}
