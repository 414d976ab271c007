// How many bookings to come a participant may have (`maxOpen`).

internal import Business
internal import CivilTime
internal import Diary
internal import People

extension RequestContext {
  /// Refuses a booking for a participant who has as many live ones, with a start from now on, as may be: of the product
  /// where it has a limit of its own, else of all products where the business has one. Without a limit the diary is not
  /// asked.
  /// - Parameters:
  ///   - participantID: the whole id of a person on record; empty or new, somebody without bookings.
  ///   - product: what is booked.
  /// - Throws: `tooMany`, or why the diary cannot be read.
  func checkOpen<View: DiaryView>(
    _ participantID: String, product: Product, in diary: View, now: Instant, beside others: Int
  ) throws(Problem) {
    guard let limit = product.terms.maxOpen ?? business.terms.maxOpen else { return }
    let counted = product.terms.maxOpen == nil ? nil : product.id.text
    let bookings = try stored { () throws(View.Failure) in try diary.bookings(withPerson: participantID) }
    let open = bookings.count { booking in
      booking.status == .booked && booking.start >= now && booking.participant.id == participantID
        && (counted == nil || booking.product.id == counted)
    }
    if open + others >= limit { throw .tooMany }
  }
}
