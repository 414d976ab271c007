// Why a diary could not be read or changed: the facts on which a reply depends, and the engine's own words for the operator.

package import Business

/// What kind of failure it is. Nothing was changed, except where a case says otherwise.
package enum DiaryFault: Hashable, Sendable {
  /// Another writer was in the way until the deadline.
  case busy
  /// There is no room left; what was written was taken back.
  case full
  /// The diary cannot be read or written; what was written was taken back.
  case unavailable
  /// The change could neither be made certain nor taken back: the same request once more settles it.
  case unknownOutcome
  /// The event with this number is damaged, and the question needs it; `voicebot repair` mends it.
  case damaged(number: Int)
  /// The event has a form that could not be read again, so it was not written.
  case unwritable
  /// The engine cannot be used as it is set up.
  case misconfigured
}

/// A failure of an engine.
package protocol DiaryFailure: Error, Sendable {
  /// What kind of failure it is.
  var fault: DiaryFault { get }

  /// One line for the operator's log: what failed, where, and what to do. Never personal data.
  func logLine(of entity: Identifier) -> String

  /// The same in sentences, for the person at the desk who gave a command.
  func sentence(of entity: Identifier) -> String
}
