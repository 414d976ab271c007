// What `--force` lifts for the receptionist (Deployment.liftsTerms), who writes down what is so. Terms go at once, when the
// business is loaded. What the file says of times and agents goes only for a start that it does not allow: so a free agent
// who works then is proposed before one who does not. Whatever is taken stays taken.

internal import Business
internal import CivilTime

extension Business {
  /// Takes notice, horizon, deadline and `maxOpen` out of every product's terms: any day of ten years before and after can
  /// be booked, whatever was booked can be changed for as long, and nobody has too many bookings.
  mutating func liftTerms() {
    terms.lift()
    for index in products.indices { products[index].terms.lift() }
  }

  /// The same business, open at every minute of every day with all its agents.
  var alwaysOpen: Business {
    var business = self
    business.hours = .always
    for index in business.agents.indices { business.agents[index].hours = nil }
    return business
  }
}

extension Product {
  /// The product with a start at every minute, as often a day as anybody likes, and with whichever agent is named.
  func anytime(with agent: Identifier?) -> Product {
    var product = self
    product.starts = nil
    product.terms.slotInterval = 60
    product.terms.dailyLimit = nil
    product.maxPerDay = nil
    if agent != nil { product.agents = nil }
    return product
  }
}

extension AppointmentType {
  /// The type with this agent beside its own.
  func taken(by agent: Identifier?) -> AppointmentType {
    guard let agent, !agents.contains(agent) else { return self }
    var type = self
    type.agents.append(agent)
    return type
  }
}

extension BookingTerms {
  fileprivate mutating func lift() {
    notice = -3650 * 86_400
    horizonDays = 3650
    changeUntil = -3650 * 86_400
    maxOpen = nil
  }
}
