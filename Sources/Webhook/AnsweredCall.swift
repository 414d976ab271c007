// What the log of requests is told of a call (contract, section 8): nothing that callers say.

package import Business

/// A call that has been answered.
package struct AnsweredCall: Sendable {
  /// What was asked.
  package struct Subject: Sendable {
    let action: Action
    /// The business that was asked.
    package let business: Identifier
    /// The action's name.
    package var actionName: String { action.rawValue }
  }

  /// What was asked; nil where the call was refused before that was known.
  package var subject: Subject?
  /// The problem's stable code; empty where there is none.
  package var code: String
  /// The HTTP status that the call alone would have had.
  package var status: Int
  /// How long it took, in nanoseconds.
  package var duration: Int64

  /// The call that had this answer.
  package init(_ answer: Answer) {
    subject = answer.subject
    code = answer.reply.code
    status = answer.reply.status
    duration = answer.duration
  }
}
