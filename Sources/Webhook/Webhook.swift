// The thirteen webhooks of the VoiceBot Integration API (contract, section 3). One request goes: Request (members by
// type) → Routing (which business) → RequestContext (one action) → Reply. Nothing here frames HTTP; see Host.

internal import Business
package import Diary
internal import JSON
package import System

/// The webhook API.
package enum Webhook {
  /// Answers one request body.
  ///
  /// Never throws: whatever goes wrong is a reply with one of the codes of contract section 4. The answer is complete and
  /// everything that it acknowledges is durable; `Answer.finish` has work that can wait until the reply is out.
  package static func answer(
    _ body: [UInt8], _ deployment: Deployment<some SystemCalls>, diaries: some DiaryEngine
  ) -> Answer {
    do {
      let context = try Routing(deployment).context(for: body)
      var answer = try context.answer(in: diaries.diary(of: context.business.id))
      answer.notice = answer.notice ?? context.loaded.warning
      return answer
    } catch {
      if case .concealed(let words) = error { return Answer(reply: error.reply, notice: words) }
      return Answer(reply: error.reply)
    }
  }
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

  /// An answer with this reply.
  package init(reply: Reply, finish: (@Sendable () -> Void)? = nil, notice: String? = nil) {
    self.reply = reply
    self.finish = finish
    self.notice = notice
  }
}
