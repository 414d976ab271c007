// The one place where requests get their engine: what keeps the diaries. Each engine answers by code of its own, so that
// nothing is decided again at every question.

internal import Diary
#if PostgreSQL
  internal import DiaryDatabase
#endif
internal import DiaryFile
internal import System
internal import Webhook

extension Settings {
  /// The answer to a request that came in at a door. One of several calls that wait no longer together than one does is told
  /// how many nanoseconds are over.
  func answer<Calls: SystemCalls>(
    _ sent: SentRequest, _ deployment: Deployment<Calls>, at door: Door, after spent: Int64 = 0
  ) -> Answer {
    let calls = deployment.calls
    #if PostgreSQL
      if let database {
        var patience = Patience.request
        patience.whole = max(0, patience.whole - spent)
        return Webhook.answer(
          sent, deployment, diaries: DatabaseEngine(address: database, patience: patience, calls: calls))
      }
    #endif
    let left = max(0, FileStore<Calls>.usualPatience - spent)
    return Webhook.answer(
      sent, deployment,
      diaries: FileEngine(directory: data, isOnInstance: door == .lambda, patience: left, calls: calls))
  }
}
