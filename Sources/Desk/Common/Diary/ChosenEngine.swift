// The engine that the deployment has chosen, for commands: each question goes to the file's or to the database's.

#if PostgreSQL
  internal import Business
  internal import CivilTime
  internal import Diary
  internal import DiaryDatabase
  internal import DiaryFile
  internal import People
  internal import System

  /// The diaries of a deployment, in files or in a database.
  enum ChosenEngine: CaringEngine {
    case file(FileEngine<LinuxCalls>)
    case database(DatabaseEngine<LinuxCalls>)

    func diary(of entity: Identifier) -> ChosenStore {
      switch self {
      case .file(let engine): .file(engine.diary(of: entity))
      case .database(let engine): .database(engine.diary(of: entity))
      }
    }

    func entities() -> [Identifier] {
      switch self {
      case .file(let engine): engine.entities()
      case .database(let engine): engine.entities()
      }
    }

    func rename(
      _ old: Identifier, to new: Identifier, at instant: Instant, isMoved: Bool,
      _ moveFile: () throws(ChosenFailure) -> Void
    ) throws(ChosenFailure) -> CareReport {
      let passage = Passage()
      switch self {
      case .file(let engine):
        return try passage.file { () throws(FileError) in
          try engine.rename(old, to: new, at: instant, isMoved: isMoved) { () throws(FileError) in
            try passage.pass(FileError.stopped) { () throws(ChosenFailure) in try moveFile() }
          }
        }
      case .database(let engine):
        return try passage.database { () throws(DatabaseError) in
          try engine.rename(old, to: new, at: instant, isMoved: isMoved) { () throws(DatabaseError) in
            try passage.pass(DatabaseError.busy) { () throws(ChosenFailure) in try moveFile() }
          }
        }
      }
    }
  }

  /// How something fails in either.
  enum ChosenFailure: DiaryFailure, Hashable {
    case file(FileError)
    case database(DatabaseError)

    var fault: DiaryFault {
      switch self {
      case .file(let failure): failure.fault
      case .database(let failure): failure.fault
      }
    }

    func logLine(of entity: Identifier) -> String {
      switch self {
      case .file(let failure): failure.logLine(of: entity)
      case .database(let failure): failure.logLine(of: entity)
      }
    }

    func sentence(of entity: Identifier) -> String {
      switch self {
      case .file(let failure): failure.sentence(of: entity)
      case .database(let failure): failure.sentence(of: entity)
      }
    }

    /// Does something of the file's.
    static func ofFile<Result>(_ body: () throws(FileError) -> Result) throws(ChosenFailure) -> Result {
      do throws(FileError) { return try body() } catch { throw .file(error) }
    }

    /// Does something of the database's.
    static func ofDatabase<Result>(_ body: () throws(DatabaseError) -> Result) throws(ChosenFailure) -> Result {
      do throws(DatabaseError) { return try body() } catch { throw .database(error) }
    }
  }

  /// Brings a failure through an engine that calls back: it goes through as one of the engine's own and comes out as what it
  /// was.
  final class Passage {
    private var failure: ChosenFailure?

    /// Does what an engine calls back for.
    func pass<Token: Error>(_ token: Token, _ work: () throws(ChosenFailure) -> Void) throws(Token) {
      do throws(ChosenFailure) {
        try work()
      } catch {
        failure = error
        throw token
      }
    }

    /// Does something of the file's that calls back.
    func file<Result>(_ body: () throws(FileError) -> Result) throws(ChosenFailure) -> Result {
      do throws(FileError) { return try body() } catch { throw failure ?? .file(error) }
    }

    /// Does something of the database's that calls back.
    func database<Result>(_ body: () throws(DatabaseError) -> Result) throws(ChosenFailure) -> Result {
      do throws(DatabaseError) { return try body() } catch { throw failure ?? .database(error) }
    }
  }
#endif
