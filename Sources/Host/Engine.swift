// The one place where requests get their engine: what keeps the diaries.

internal import Diary
internal import DiaryFile

extension Settings {
  /// What keeps the diaries of this deployment, for a program that was started at a door.
  func engine(at door: Door) -> some DiaryEngine { FileEngine(directory: data, isOnInstance: door == .lambda) }
}
