// A business's diary as an engine keeps it, and the diaries of a deployment. What follows from the answers is for others
// to decide: Webhook for callers, Desk for the counter.

package import Business
package import CivilTime

/// The diaries of a deployment.
package protocol DiaryEngine: Sendable {
  /// A diary as this engine keeps it.
  associatedtype Store: DiaryStore

  /// The diary of a business, which need not have one yet. Nothing is opened before it is needed.
  func diary(of entity: Identifier) -> Store
}

/// The diary of one business.
package protocol DiaryStore: Sendable {
  /// How reading and writing fail.
  associatedtype Failure: DiaryFailure
  /// What can be asked.
  associatedtype View: DiaryView where View.Failure == Failure
  /// What can be asked and done while a decision is made.
  associatedtype Writer: DiaryWriter where Writer.Failure == Failure

  /// The diary as it is now. Readers wait for nobody and write nothing. Where there is no diary yet there are no bookings;
  /// one that cannot be read is an error, never an empty view.
  ///
  /// An engine to which every question costs a round trip calls `foresee` to learn what is going to be asked; others do
  /// not.
  func read(foreseeing foresee: (inout ForeseenQuestions) -> Void) throws(Failure) -> View

  /// Decides, and records what was decided.
  ///
  /// No other writer's event comes between what `decide` learns from the writer's view and what it appends. Everything
  /// that `decide` appended is durable when `write` returns: acknowledge nothing before that.
  ///
  /// `decide` may run more than once: an engine that lost a race to another writer throws away what `decide` appended and
  /// runs it again on the diary as it is then. So `decide` reads the view and the clock, draws ids, appends, and does
  /// nothing else; only the last run counts. It answers with a value and refuses with a value: what it throws comes from
  /// the diary's own calls and is passed on.
  ///
  /// Fails with `DiaryFault.busy` where the engine could not let the writer in, in time; then nothing was decided. `foresee`
  /// tells what `decide` is going to ask, as for `read`.
  func write<Answer>(
    foreseeing foresee: (inout ForeseenQuestions) -> Void, _ decide: (inout Writer) throws(Failure) -> Answer
  ) throws(Failure) -> Written<Answer>
}

extension DiaryStore {
  /// The diary as it is now, for questions that are not known yet.
  package func read() throws(Failure) -> View { try read { _ in } }

  /// Decides by questions that are not known yet, and records what was decided.
  package func write<Answer>(_ decide: (inout Writer) throws(Failure) -> Answer) throws(Failure) -> Written<Answer> {
    try write(foreseeing: { _ in }, decide)
  }
}

/// A decision under way: the diary as it is, and events that are to become part of it.
package protocol DiaryWriter {
  /// How appending fails.
  associatedtype Failure: DiaryFailure
  /// What can be asked.
  associatedtype View: DiaryView where View.Failure == Failure

  /// The diary as it is, with what was appended.
  var diary: View { get }

  /// Records that something happened at an instant, now or when the decision is over, all or nothing, and who did it; nil where the bot did.
  ///
  /// A new booking or block has to have an id that was never used. The event of a move, a cancellation or an unblocking
  /// carries the whole booking or block as it is afterwards; where it was held before, the engine looks up.
  ///
  /// Fails with `full` or `unavailable` (the event is not in the diary and never will be), `unknownOutcome` (it may be; the
  /// same request once more finds out) or `unwritable` (the event has a form that could not be read again: a name twice,
  /// an id that is empty or over 255 bytes, an instant outside the years 1 to 9999, an actor of no
  /// or over 255 bytes, over 1 MiB). After an error every further call fails with the same one.
  mutating func append(_ event: Event, at instant: Instant, by actor: String?) throws(Failure)

  /// Records that several things happened at one instant: all of them or none. Killed at any time, no later writer finds a
  /// part of them. New bookings and blocks only. Fails as `append(_:at:by:)` does; then none of them is in the diary, or
  /// with `unknownOutcome` all may be.
  mutating func append(together events: [Event], at instant: Instant, by actor: String?) throws(Failure)
}

/// What came of a write.
package struct Written<Answer> {
  /// What the decision answered.
  package var answer: Answer
  /// What the engine would like to do once the reply is out, to make the next requests faster. It may be left out or
  /// killed at any point without harm. Nil where there is nothing.
  package var upkeep: (@Sendable () -> Void)?
  /// One line for the operator's log about something that the engine put right; never personal data. Else nil.
  package var notice: String?

  /// An outcome with every member given.
  package init(answer: Answer, upkeep: (@Sendable () -> Void)? = nil, notice: String? = nil) {
    self.answer = answer
    self.upkeep = upkeep
    self.notice = notice
  }
}
