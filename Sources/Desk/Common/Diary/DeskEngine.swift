// The one place where commands get their engine: what keeps the diaries.

internal import Diary
internal import DiaryFile
internal import Host
internal import System

#if PostgreSQL
  internal import DiaryDatabase

  /// Keeps the diaries of a deployment.
  typealias DeskEngine = ChosenEngine

  extension Settings {
    /// What keeps the diaries of this deployment.
    var deskEngine: DeskEngine { databaseEngine.map(DeskEngine.database) ?? .file(fileEngine) }

    /// The diaries in the database; nil where the deployment has none.
    var databaseEngine: DatabaseEngine<LinuxCalls>? {
      database.map { DatabaseEngine(address: $0, patience: .command, calls: LinuxCalls()) }
    }
  }

  extension ChosenFailure {
    /// What the command itself could not do, while the engine waited for it.
    static var stopped: DiaryError { .file(.stopped) }
    /// Whether the business with this id has bookings already.
    func isTaken(_ id: String) -> Bool { self == .file(.taken(id)) || self == .database(.taken(id)) }
  }
#else
  /// Keeps the diaries of a deployment.
  typealias DeskEngine = FileEngine<LinuxCalls>

  extension Settings {
    /// What keeps the diaries of this deployment.
    var deskEngine: DeskEngine { fileEngine }
  }

  extension FileError {
    /// Whether the business with this id has bookings already.
    func isTaken(_ id: String) -> Bool { self == .taken(id) }
  }
#endif

/// How something fails that is asked of a diary.
typealias DiaryError = DeskEngine.Store.Failure

extension Settings {
  /// The diaries in files.
  var fileEngine: FileEngine<LinuxCalls> { FileEngine(directory: data, calls: LinuxCalls()) }
}

extension FileError {
  /// What the command itself could not do, while the engine waited for it.
  static var stopped: FileError { .unavailable(.write, code: ErrorNumber.inputOutput) }
}

/// One moment of a diary.
typealias DiaryFileView = DeskEngine.Store.View
