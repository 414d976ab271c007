// What somebody is going to ask a diary, as far as it is known beforehand: an engine with round trips fetches it all at once.

package import CivilTime
package import People

/// Questions that are likely to be asked of a view (`DiaryView`, by the same names). Foreseeing too little costs a round
/// trip, foreseeing too much the reading of what nobody asks for; neither changes an answer.
package struct ForeseenQuestions {
  /// Ids for `booking` and `block`.
  package private(set) var subjects: [String] = []
  /// Stretches of time for `occupations`.
  package private(set) var ranges: [Range<Instant>] = []
  /// Ids for `person` and `bookings(withPerson:)`.
  package private(set) var persons: [String] = []
  /// Keys for `people`.
  package private(set) var searches: [SearchKeys] = []
  /// Where and by what keys `bookings(of:at:keys:)` looks.
  package private(set) var repetitions: [(product: String, start: Instant, keys: [UInt64])] = []

  /// No questions.
  package init() {}

  /// The booking or block with this id is asked for.
  package mutating func subject(_ id: String) { subjects.append(id) }

  /// What is occupied in a range is asked for.
  package mutating func occupations(in range: Range<Instant>) { ranges.append(range) }

  /// The person with this id, or that person's bookings, are asked for.
  package mutating func person(_ id: String) { persons.append(id) }

  /// The people with one of these keys are asked for.
  package mutating func people(_ keys: SearchKeys) { searches.append(keys) }

  /// The bookings of a product at a start that have one of these keys are asked for.
  package mutating func bookings(of product: String, at start: Instant, keys: [UInt64]) {
    repetitions.append((product, start, keys))
  }
}
