// `booking` and the same keys at a product: on what terms slots are offered and bookings changed.

import Business

extension Reading {
  private static let day = 1440

  /// Puts the terms that a map sets in the place of those in `terms`. `first` is the index at which the keys of
  /// `booking` begin in the map's key set.
  mutating func readTerms(_ keyed: Keyed, from first: Int, into terms: inout BookingTerms) {
    let year = 366 * Reading.day
    let week = 7 * Reading.day
    if let minutes = termMinutes(keyed[first + TermKey.slotInterval.rawValue], 1...Reading.day) {
      terms.slotInterval = minutes * 60
    }
    if let minutes = termMinutes(keyed[first + TermKey.notice.rawValue], 0...year) { terms.notice = minutes * 60 }
    if let entry = keyed[first + TermKey.horizon.rawValue], let days = days(entry, 0...3660) {
      terms.horizonDays = days
    }
    if let minutes = termMinutes(keyed[first + TermKey.changeUntil.rawValue], 0...year) {
      terms.changeUntil = minutes * 60
    }
    if let minutes = termMinutes(keyed[first + TermKey.bufferBefore.rawValue], 0...week) {
      terms.bufferBefore = minutes * 60
    }
    if let minutes = termMinutes(keyed[first + TermKey.bufferAfter.rawValue], 0...week) {
      terms.bufferAfter = minutes * 60
    }
    if let entry = keyed[first + TermKey.dailyLimit.rawValue], let limit = wholeNumber(entry, 1...10_000) {
      terms.dailyLimit = limit
    }
    if let entry = keyed[first + TermKey.maxOpen.rawValue], let limit = wholeNumber(entry, 1...10_000) {
      terms.maxOpen = limit
    }
    // A start is at most the end of the horizon's last day away, and at least the notice.
    let notice = keyed[first + TermKey.notice.rawValue]
    let horizon = keyed[first + TermKey.horizon.rawValue]
    if let cause = notice ?? horizon, terms.notice / 86_400 > terms.horizonDays {
      report(
        cause.value,
        "With a notice of \(Duration.text(terms.notice / 60)) and a horizon of \(terms.horizonDays)d nothing could ever "
          + "be booked; the notice must be the shorter one."
      )
    }
  }

  private mutating func termMinutes(_ entry: Entry?, _ range: ClosedRange<Int>) -> Int? {
    guard let entry else { return nil }
    return minutes(entry, range)
  }
}
