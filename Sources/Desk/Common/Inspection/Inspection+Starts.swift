// Starts of products that never fit in working time. What is on offer is the slot engine's to say.

internal import Business
internal import CivilTime
internal import Scheduling

extension Inspection {
  /// Whether a product with starts of its own can be booked within some days, were nothing taken.
  func starts(of product: Product, in type: AppointmentType, fitWithin days: Int) -> Bool {
    !slots(of: product, in: type, within: days, limit: 1).isEmpty
  }

  /// The starts of a product of a type from today on, were nothing taken, whatever notice and horizon say.
  private func slots(of product: Product, in type: AppointmentType, within days: Int, limit: Int) -> [Slot] {
    var product = product
    product.terms.notice = 0
    product.terms.horizonDays = days
    let zone = business.zone
    let from = zone.startOfDay(today)
    let query = SlotQuery(
      type: type, product: product, from: from, until: zone.startOfDay(today.adding(days: days + 1)), now: from)
    return Timetable(business: business, occupations: []).slots(query, limit: limit)
  }

  /// Entries of a product's starts at which nobody who takes it works long enough.
  mutating func inspect(_ starts: WorkingHours, of product: Product) {
    let types = business.appointmentTypes.filter { $0.products.contains(product.id) }
    let ahead = (0...LongestWork.everDays).map { today.adding(days: $0) }
    for entry in entries(ofStarts: starts, at: ["products", product.id.text, "starts"]) {
      let days = ahead.filter(entry.isFor)
      guard !entry.windows.isEmpty, !days.isEmpty else { continue }
      var everyDay = product
      everyDay.starts = WorkingHours(weekly: Array(repeating: entry.windows, count: 7))
      // A start past midnight belongs to the day before.
      let meant = Set(days + days.map { $0.adding(days: 1) })
      let fits = types.contains { type in
        slots(of: everyDay, in: type, within: LongestWork.everDays, limit: .max).contains {
          meant.contains(business.zone.local($0.start).date)
        }
      }
      if fits { continue }
      warn(
        .startsOutside, at: entry.path(self),
        "Nobody who takes \(Words.quoted(product.id)) works at these starts for the "
          + "\(Words.duration(seconds: product.duration)) that it takes, so they are never offered: appointments lie within "
          + "the hours of the business and of their agent.")
    }
  }
}
