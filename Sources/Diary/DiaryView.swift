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

  /// The bookings that a request with this fingerprint made, in their present states, oldest first. Nothing for 0.
  func bookings(request: UInt64) throws(Failure) -> [Booking]

  /// The people who have at least one of these keys (`SearchKeys`), first seen first: bookers by themselves, participants
  /// together with their booker. A person about whom bookings say different things is there once for each, in a
  /// row.
  ///
  /// It finds everybody whose record has one of the keys. Keys are hashes: whether a person matches is for the caller to
  /// decide.
  func people(keys: [UInt64]) throws(Failure) -> [KnownPerson]

  /// What bookings say of the person with this id, first seen first, as `people(keys:)` has it; empty where no booking
  /// names the id.
  func people(id: String) throws(Failure) -> [KnownPerson]

  /// Gives every event to `body`, oldest first, one at a time. It costs a reading of the whole diary, so no request asks
  /// for it. Fails at the first event that is damaged.
  func history(_ body: (HistoricEvent) throws(Failure) -> Void) throws(Failure)
}

extension DiaryView {
  /// The first record of the person with this id, and who booked then; nil where no booking names the id.
  package func person(_ id: String) throws(Failure) -> KnownPerson? { try people(id: id).first }
}
