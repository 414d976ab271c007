// A diary in the engine that the deployment has chosen.

#if PostgreSQL
  internal import Business
  internal import CivilTime
  internal import Diary
  internal import DiaryDatabase
  internal import DiaryFile
  internal import People
  internal import System

  /// The diary of one business, in a file or in a database.
  enum ChosenStore: DiaryCare {
    case file(FileStore<LinuxCalls>)
    case database(DatabaseStore<LinuxCalls>)

    func read(foreseeing foresee: (inout ForeseenQuestions) -> Void) throws(ChosenFailure) -> ChosenView {
      switch self {
      case .file(let store):
        .file(try ChosenFailure.ofFile { () throws(FileError) in try store.read(foreseeing: foresee) })
      case .database(let store):
        .database(try ChosenFailure.ofDatabase { () throws(DatabaseError) in try store.read(foreseeing: foresee) })
      }
    }

    func write<Answer>(
      foreseeing foresee: (inout ForeseenQuestions) -> Void,
      _ decide: (inout ChosenWriter) throws(ChosenFailure) -> Answer
    ) throws(ChosenFailure) -> Written<Answer> {
      let passage = Passage()
      switch self {
      case .file(let store):
        var answer: Answer?
        let written = try passage.file { () throws(FileError) in
          try store.write(foreseeing: foresee) { (writer) throws(FileError) in
            var chosen = ChosenWriter.file(writer)
            defer { if case .file(let changed) = chosen { writer = changed } }
            try passage.pass(FileError.stopped) { () throws(ChosenFailure) in answer = try decide(&chosen) }
          }
        }
        guard let answer else { throw .file(.stopped) }
        return Written(answer: answer, upkeep: written.upkeep, notice: written.notice)
      case .database(let store):
        var answer: Answer?
        let written = try passage.database { () throws(DatabaseError) in
          try store.write(foreseeing: foresee) { (writer) throws(DatabaseError) in
            var chosen = ChosenWriter.database(writer)
            defer { if case .database(let changed) = chosen { writer = changed } }
            try passage.pass(DatabaseError.busy) { () throws(ChosenFailure) in answer = try decide(&chosen) }
          }
        }
        guard let answer else { throw .database(.busy) }
        return Written(answer: answer, upkeep: written.upkeep, notice: written.notice)
      }
    }

    func verify() throws(ChosenFailure) -> CareReport {
      switch self {
      case .file(let store): try ChosenFailure.ofFile { () throws(FileError) in try store.verify() }
      case .database(let store): try ChosenFailure.ofDatabase { () throws(DatabaseError) in try store.verify() }
      }
    }

    func repair(_ aids: RepairAids) throws(ChosenFailure) -> CareReport {
      switch self {
      case .file(let store): try ChosenFailure.ofFile { () throws(FileError) in try store.repair(aids) }
      case .database(let store): try ChosenFailure.ofDatabase { () throws(DatabaseError) in try store.repair(aids) }
      }
    }

    func forget(person id: String, at instant: Instant, by actor: String?) throws(ChosenFailure) -> ForgettingReport {
      switch self {
      case .file(let store):
        try ChosenFailure.ofFile { () throws(FileError) in try store.forget(person: id, at: instant, by: actor) }
      case .database(let store):
        try ChosenFailure.ofDatabase { () throws(DatabaseError) in try store.forget(person: id, at: instant, by: actor)
        }
      }
    }

    func expire(before end: Instant, at instant: Instant, by actor: String?) throws(ChosenFailure) -> ForgettingReport {
      switch self {
      case .file(let store):
        try ChosenFailure.ofFile { () throws(FileError) in try store.expire(before: end, at: instant, by: actor) }
      case .database(let store):
        try ChosenFailure.ofDatabase { () throws(DatabaseError) in try store.expire(before: end, at: instant, by: actor)
        }
      }
    }

    func backup(_ body: ([UInt8]) throws(ChosenFailure) -> Void) throws(ChosenFailure) -> Int? {
      let passage = Passage()
      switch self {
      case .file(let store):
        return try passage.file { () throws(FileError) in
          try store.backup { (bytes) throws(FileError) in
            try passage.pass(FileError.stopped) { () throws(ChosenFailure) in try body(bytes) }
          }
        }
      case .database(let store):
        return try passage.database { () throws(DatabaseError) in
          try store.backup { (bytes) throws(DatabaseError) in
            try passage.pass(DatabaseError.busy) { () throws(ChosenFailure) in try body(bytes) }
          }
        }
      }
    }

    func restore(_ path: String, at instant: Instant, by actor: String?) throws(ChosenFailure) -> CareReport {
      switch self {
      case .file(let store):
        try ChosenFailure.ofFile { () throws(FileError) in try store.restore(path, at: instant, by: actor) }
      case .database(let store):
        try ChosenFailure.ofDatabase { () throws(DatabaseError) in try store.restore(path, at: instant, by: actor) }
      }
    }

    func copies() throws(ChosenFailure) -> [String] {
      switch self {
      case .file(let store): try ChosenFailure.ofFile { () throws(FileError) in try store.copies() }
      case .database(let store): try ChosenFailure.ofDatabase { () throws(DatabaseError) in try store.copies() }
      }
    }
  }

  /// A decision under way in either.
  enum ChosenWriter: DiaryWriter {
    case file(FileWriter<LinuxCalls>)
    case database(DatabaseWriter<LinuxCalls>)

    var diary: ChosenView {
      switch self {
      case .file(let writer): .file(writer.diary)
      case .database(let writer): .database(writer.diary)
      }
    }

    mutating func append(_ event: Event, at instant: Instant, by actor: String?) throws(ChosenFailure) {
      switch self {
      case .file(var writer):
        defer { self = .file(writer) }
        do throws(FileError) { try writer.append(event, at: instant, by: actor) } catch { throw .file(error) }
      case .database(var writer):
        defer { self = .database(writer) }
        do throws(DatabaseError) { try writer.append(event, at: instant, by: actor) } catch { throw .database(error) }
      }
    }

    mutating func append(together events: [Event], at instant: Instant, by actor: String?) throws(ChosenFailure) {
      switch self {
      case .file(var writer):
        defer { self = .file(writer) }
        do throws(FileError) { try writer.append(together: events, at: instant, by: actor) } catch {
          throw .file(error)
        }
      case .database(var writer):
        defer { self = .database(writer) }
        do throws(DatabaseError) { try writer.append(together: events, at: instant, by: actor) } catch {
          throw .database(error)
        }
      }
    }
  }
#endif
