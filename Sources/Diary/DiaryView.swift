// What can be asked of a business's diary: seven questions, and its history. Engines answer them; nobody else knows how a
// diary is kept.

package import CivilTime
package import People

/// One moment of a business's diary.
///
/// All answers of a view agree with each other: they say what the diary was at one moment. An engine reads what a question
/// needs when it is asked, so every question may fail. A question that needs something damaged fails with
/// `DiaryFault.damaged`; no engine guesses, and none answers an error as an empty list. Keep a view for one request and in
/// one thread.
package protocol DiaryView {
  /// How a question fails.
  associatedtype Failure: DiaryFailure

  /// The booking with this id in its present state, cancelled or not; nil where there never was one.
  func booking(_ id: String) throws(Failure) -> Booking?

  /// The block with this id, and whether it still holds; nil where there never was one.
  func block(_ id: String) throws(Failure) -> (block: Block, isHeld: Bool)?

  /// What live bookings and blocks occupy, of all agents, whose occupied time meets the range; sorted by its start, then
  /// by id. Nothing for an empty range.
  func occupations(in range: Range<Instant>) throws(Failure) -> [Occupation]

  /// The bookings whose booker or participant is the person with this id, in their present states, oldest first. Nothing
  /// for an empty id, which forgotten people have.
  func bookings(withPerson id: String) throws(Failure) -> [Booking]

  /// The bookings of a product at a start that have one of these keys (`Booking.repeatKeys`), in their present states,
  /// oldest first; perhaps some that have been moved elsewhere. By them a request is found to repeat another.
  func bookings(of product: String, at start: Instant, keys: [UInt64]) throws(Failure) -> [Booking]

  /// The people of whom a booking says something that has one of these keys, first seen first, each with all that bookings
  /// say of them.
  ///
  /// It finds everybody whom a booking posts under one of the keys; where that is nobody, under a rare one that leads to few
  /// bookings; and perhaps others. Keys are hashes: whether a person matches is for the caller to decide.
  func people(_ keys: SearchKeys) throws(Failure) -> [RecordedPerson]

  /// All that bookings say of the person with this id; nil where no booking names the id.
  func person(_ id: String) throws(Failure) -> RecordedPerson?

  /// Gives every event to `body`, oldest first, one at a time. It costs a reading of the whole diary, so no request asks
  /// for it. Fails at the first event that is damaged.
  func history(_ body: (HistoricEvent) throws(Failure) -> Void) throws(Failure)

  /// Every event of the booking or block with this id, oldest first; none where there never was one. Asked for many ids, it
  /// needs what `upkeep` makes.
  func history(of id: String) throws(Failure) -> [HistoricEvent]

  /// The event at a place that this view has told.
  func event(at place: UInt64) throws(Failure) -> HistoricEvent

  /// What the engine would like to do once the reply is out, to make the next requests faster. It may be left out or
  /// killed at any point without harm. Nil where there is nothing, as far as the questions asked so far have shown.
  var upkeep: (@Sendable () -> Void)? { get }
}
