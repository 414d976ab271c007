// What a diary in the engine that the deployment has chosen says.

#if PostgreSQL
  internal import CivilTime
  internal import Diary
  internal import DiaryDatabase
  internal import DiaryFile
  internal import People
  internal import System

  /// One moment of a diary in a file or in a database.
  enum ChosenView: DiaryView {
    case file(FileView<LinuxCalls>)
    case database(DatabaseView<LinuxCalls>)

    func booking(_ id: String) throws(ChosenFailure) -> Booking? {
      switch self {
      case .file(let view): try ChosenFailure.ofFile { () throws(FileError) in try view.booking(id) }
      case .database(let view): try ChosenFailure.ofDatabase { () throws(DatabaseError) in try view.booking(id) }
      }
    }

    func block(_ id: String) throws(ChosenFailure) -> (block: Block, isHeld: Bool)? {
      switch self {
      case .file(let view): try ChosenFailure.ofFile { () throws(FileError) in try view.block(id) }
      case .database(let view): try ChosenFailure.ofDatabase { () throws(DatabaseError) in try view.block(id) }
      }
    }

    func occupations(in range: Range<Instant>) throws(ChosenFailure) -> [Occupation] {
      switch self {
      case .file(let view): try ChosenFailure.ofFile { () throws(FileError) in try view.occupations(in: range) }
      case .database(let view):
        try ChosenFailure.ofDatabase { () throws(DatabaseError) in try view.occupations(in: range) }
      }
    }

    func bookings(withPerson id: String) throws(ChosenFailure) -> [Booking] {
      switch self {
      case .file(let view): try ChosenFailure.ofFile { () throws(FileError) in try view.bookings(withPerson: id) }
      case .database(let view):
        try ChosenFailure.ofDatabase { () throws(DatabaseError) in try view.bookings(withPerson: id) }
      }
    }

    func bookings(of product: String, at start: Instant, keys: [UInt64]) throws(ChosenFailure) -> [Booking] {
      switch self {
      case .file(let view):
        try ChosenFailure.ofFile { () throws(FileError) in try view.bookings(of: product, at: start, keys: keys) }
      case .database(let view):
        try ChosenFailure.ofDatabase { () throws(DatabaseError) in try view.bookings(of: product, at: start, keys: keys)
        }
      }
    }

    func people(_ keys: SearchKeys) throws(ChosenFailure) -> [RecordedPerson] {
      switch self {
      case .file(let view): try ChosenFailure.ofFile { () throws(FileError) in try view.people(keys) }
      case .database(let view): try ChosenFailure.ofDatabase { () throws(DatabaseError) in try view.people(keys) }
      }
    }

    func person(_ id: String) throws(ChosenFailure) -> RecordedPerson? {
      switch self {
      case .file(let view): try ChosenFailure.ofFile { () throws(FileError) in try view.person(id) }
      case .database(let view): try ChosenFailure.ofDatabase { () throws(DatabaseError) in try view.person(id) }
      }
    }

    func history(_ body: (HistoricEvent) throws(ChosenFailure) -> Void) throws(ChosenFailure) {
      let passage = Passage()
      switch self {
      case .file(let view):
        try passage.file { () throws(FileError) in
          try view.history { (event) throws(FileError) in
            try passage.pass(FileError.stopped) { () throws(ChosenFailure) in try body(event) }
          }
        }
      case .database(let view):
        try passage.database { () throws(DatabaseError) in
          try view.history { (event) throws(DatabaseError) in
            try passage.pass(DatabaseError.busy) { () throws(ChosenFailure) in try body(event) }
          }
        }
      }
    }

    func history(of id: String) throws(ChosenFailure) -> [HistoricEvent] {
      switch self {
      case .file(let view): try ChosenFailure.ofFile { () throws(FileError) in try view.history(of: id) }
      case .database(let view): try ChosenFailure.ofDatabase { () throws(DatabaseError) in try view.history(of: id) }
      }
    }

    func event(at place: UInt64) throws(ChosenFailure) -> HistoricEvent {
      switch self {
      case .file(let view): try ChosenFailure.ofFile { () throws(FileError) in try view.event(at: place) }
      case .database(let view): try ChosenFailure.ofDatabase { () throws(DatabaseError) in try view.event(at: place) }
      }
    }

    var upkeep: (@Sendable () -> Void)? {
      switch self {
      case .file(let view): view.upkeep
      case .database(let view): view.upkeep
      }
    }
  }
#endif
