// The one place where commands get their engine: what keeps the diaries.

internal import System
internal import DiaryFile
internal import Diary
internal import Host

/// Keeps the diaries of a deployment.
typealias DeskEngine = FileEngine<LinuxCalls>

/// How something fails that is asked of a diary.
typealias DiaryError = DeskEngine.Store.Failure

extension Settings {
  /// What keeps the diaries of this deployment.
  var deskEngine: DeskEngine { DeskEngine(directory: data, calls: LinuxCalls()) }
}

/// One moment of a diary.
typealias DiaryFileView = DeskEngine.Store.View
