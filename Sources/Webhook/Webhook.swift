// The thirteen webhooks of the VoiceBot Integration API (contract, section 3). One request goes: Request (members by
// type) → Routing (which business) → RequestContext (one action) → Reply. Nothing here frames HTTP; see Host.

package import Business
package import Diary
internal import JSON
package import System

/// The webhook API.
package enum Webhook {
  /// Answers one request.
  ///
  /// Never throws: whatever goes wrong is a reply with one of the codes of contract section 4. The answer is complete and
  /// everything that it acknowledges is durable; `Answer.finish` has work that can wait until the reply is out.
  package static func answer(
    _ sent: SentRequest, _ deployment: Deployment<some SystemCalls>, diaries: some DiaryEngine
  ) -> Answer {
    do {
      let context = try Routing(deployment).context(for: sent)
      var answer: Answer
      do throws(Problem) {
        answer = try context.answer(in: diaries.diary(of: context.business.id))
        answer.notice = answer.notice ?? context.loaded.warning
      } catch {
        answer = context.refusal(error)
      }
      answer.subject = AnsweredCall.Subject(action: context.action, business: context.business.id)
      return answer
    } catch {
      return Answer(refusing: error)
    }
  }

  /// The business of a door, for what is asked there before an action; who has no token that opens it is refused.
  package static func entrance(_ deployment: Deployment<some SystemCalls>) throws(Problem) -> Business {
    try Routing(deployment).entrance()
  }

  /// Whether an action has this name.
  package static func hasAction(_ name: String) -> Bool { Action(rawValue: name) != nil }
}

/// A reply, and what is still to do once it is out.
package struct Answer: Sendable {
  /// What to send.
  package var reply: Reply
  /// Upkeep that the next request would otherwise do, such as what the engine asks for. It may be left out or killed at any
  /// point without harm. Nil where there is none.
  package var finish: (@Sendable () -> Void)?

  /// One line for the operator's log about something that was put right, or that the asker may not know; never a caller's
  /// personal data. Else nil.
  package var notice: String?

  /// A sentence for a language model behind a listing that is empty, or a refusal of a day. Else nil.
  package var remark: String?

  /// What the operator's log is told of the calls that are wrapped into the reply: each with its status.
  package var faults: [(status: Int, sentence: String)] = []

  /// What was asked, of which business; nil where the request was refused before that was known.
  package var subject: AnsweredCall.Subject?

  /// How long the answer took, in nanoseconds, where it is one of several in a reply; else 0.
  package var duration: Int64 = 0

  /// The calls that are wrapped into the reply; empty where the reply is itself the answer to one.
  package var calls: [AnsweredCall] = []

  /// The answer that refuses a request for a problem.
  package init(refusing problem: Problem) {
    self.init(reply: problem.reply)
    if case .concealed(let words) = problem { notice = words }
  }

  /// An answer with this reply.
  package init(reply: Reply, finish: (@Sendable () -> Void)? = nil, notice: String? = nil) {
    self.reply = reply
    self.finish = finish
    self.notice = notice
  }
}
