// How an action changes a diary: on the business file as it is then, with the clock as it is then.

internal import Business
internal import CivilTime
internal import Diary
internal import JSON

extension RequestContext {
  /// Decides and records, and answers with the booking that results.
  ///
  /// The decision gets a context whose business is what its file says now (contract, section 6: the file is checked again
  /// under the lock), and the time now. It may run more than once (`DiaryStore.write`). `foresee` tells what it asks.
  func write<Store: DiaryStore>(
    to store: Store, foreseeing foresee: (inout ForeseenQuestions) -> Void,
    _ decide: (RequestContext<Calls>, inout Store.Writer, Instant) throws(Problem) -> Told
  ) throws(Problem) -> Answer {
    let written = try stored { () throws(Store.Failure) in
      try store.write(foreseeing: foresee) { writer throws(Store.Failure) in
        do throws(Problem) {
          let context = try reloaded()
          return Outcome.done(try decide(context, &writer, deployment.clock()), context.business)
        } catch {
          return Outcome.refused(error)
        }
      }
    }
    switch written.answer {
    case .refused(let problem):
      var answer = refusal(problem)
      answer.notice = written.notice
      return answer
    case .done(let told, let business):
      var json = JSONWriter()
      json.booking(told, in: business, times: TimeText(zone: business.zone))
      return Answer(reply: Reply(ok: json.bytes), finish: written.upkeep, notice: written.notice)
    }
  }

  /// This context with the business as its file says now.
  func reloaded() throws(Problem) -> RequestContext<Calls> {
    let businesses = LoadedBusinesses(deployment)
    if businesses.hasIdentity(business.id, loaded.identity) { return self }
    let now = try businesses.load(business.id)
    guard deployment.access.mayUse(now.tokenHashes) else { throw .unauthorized }
    return RequestContext(action: action, request: request, loaded: now, deployment: deployment)
  }
}

/// What came of a decision.
private enum Outcome {
  case done(Told, Business)
  case refused(Problem)
}
