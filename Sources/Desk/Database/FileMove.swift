// Moving the bookings of one business between its file and the database.

#if PostgreSQL
  internal import Business
  internal import Diary
  internal import DiaryDatabase
  internal import DiaryFile
  internal import Host
  internal import System

  /// A business whose bookings move.
  struct FileMove {
    private let entity: Identifier
    private let file: FileStore<LinuxCalls>
    private let database: DatabaseStore<LinuxCalls>

    init(_ entity: Identifier, _ settings: Settings, _ engine: DatabaseEngine<LinuxCalls>) {
      self.entity = entity
      file = settings.fileEngine.diary(of: entity)
      database = engine.diary(of: entity)
    }

    /// From the file into the database; how many events, nil where there is no file.
    func importing() throws(DeskFailure) -> Int? {
      let passage = Passage()
      var arrival: Arrival<LinuxCalls>?
      return try told { () throws(ChosenFailure) in
        try passage.file { () throws(FileError) in
          try file.handOver(
            begin: { generation throws(FileError) in
              try passage.pass(FileError.stopped) { () throws(ChosenFailure) in
                arrival = try ChosenFailure.ofDatabase { () throws(DatabaseError) in
                  try database.arrival(generation: generation)
                }
              }
            },
            take: { line throws(FileError) in
              try passage.pass(FileError.stopped) { () throws(ChosenFailure) in
                try ChosenFailure.ofDatabase { () throws(DatabaseError) in try arrival?.take(line) }
              }
            },
            confirm: { () throws(FileError) in
              try passage.pass(FileError.stopped) { () throws(ChosenFailure) in
                try ChosenFailure.ofDatabase { () throws(DatabaseError) in try arrival?.finish() }
              }
            })
        }
      }
    }

    /// From the database into the file; how many events, nil where the database has none.
    func exporting() throws(DeskFailure) -> Int? {
      var lines: [[UInt8]] = []
      var generation: UInt64?
      let count = try told { () throws(ChosenFailure) in
        try ChosenFailure.ofDatabase { () throws(DatabaseError) in
          try database.depart(begin: { generation = $0 }) { line in lines.append(line) }
        }
      }
      guard let count, let generation else { return nil }
      let written = try told { () throws(ChosenFailure) in
        try ChosenFailure.ofFile { () throws(FileError) in
          try file.takeOver(generation: generation) { (give) throws(FileError) in
            for line in lines { try give(line) }
          }
        }
      }
      guard written == count else { throw DeskFailure("Data/\(entity.text).jsonl has not all events.") }
      return count
    }

    private func told<Result>(_ body: () throws(ChosenFailure) -> Result) throws(DeskFailure) -> Result {
      do throws(ChosenFailure) { return try body() } catch { throw DeskFailure(error, of: entity) }
    }
  }
#endif
