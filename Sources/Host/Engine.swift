// The one place where requests get their engine: what keeps the diaries.

internal import Diary
internal import DiaryFile
internal import System

extension Settings {
  /// What keeps the diaries of this deployment, for a program that was started at a door.
  func engine<Calls: SystemCalls>(at door: Door, _ calls: Calls) -> FileEngine<Calls> {
    FileEngine(directory: data, isOnInstance: door == .lambda, calls: calls)
  }

  /// The same for one of several calls that wait no longer together than one does: this many nanoseconds are over.
  func engine<Calls: SystemCalls>(at door: Door, after spent: Int64, _ calls: Calls) -> FileEngine<Calls> {
    let left = max(0, FileStore<Calls>.usualPatience - spent)
    return FileEngine(directory: data, isOnInstance: door == .lambda, patience: left, calls: calls)
  }
}
