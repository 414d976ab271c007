// The way in to diaries in a database that speaks PostgreSQL's protocol.
//
// One algorithm, whatever the server and its isolation level: everything that a decision needs is read at number n in one
// statement, so at one moment; the decision is made here; and its events are appended as n + 1 and so on in one statement,
// which does nothing unless the number is still n. Who lost decides again: from the second time on in a transaction that
// holds the row of the business's head, so that writers queue.

#if PostgreSQL
  package import Business
  package import Diary
  package import System

  /// The diaries of a deployment, in a database.
  package struct DatabaseEngine<Calls: SystemCalls>: DiaryEngine {
    let address: String
    let patience: Patience
    let calls: Calls

    /// The diaries in the database at a libpq connection string or URI. Nothing is opened before it is needed.
    package init(address: String, patience: Patience = .request, calls: Calls) {
      self.address = address
      self.patience = patience
      self.calls = calls
    }

    /// The diary of a business.
    package func diary(of entity: Identifier) -> DatabaseStore<Calls> { DatabaseStore(entity: entity, engine: self) }
  }

  /// The diary of one business in a database.
  package struct DatabaseStore<Calls: SystemCalls>: DiaryStore {
    let entity: Identifier
    let engine: DatabaseEngine<Calls>

    var session: Session<Calls> {
      get throws(DatabaseError) { try Session(engine.address, engine.patience, engine.calls) }
    }

    /// The diary as it is now: a single statement fetches what is foreseen. A command, whose questions nobody foresees, reads
    /// in a transaction that sees one moment.
    package func read(foreseeing foresee: (inout ForeseenQuestions) -> Void) throws(DatabaseError) -> DatabaseView<
      Calls
    > {
      let session = try session
      if engine.patience.question != nil { _ = try session.begin("begin isolation level repeatable read read only") }
      let source = DatabaseSource(session, of: entity.text, isDeciding: false)
      try source.fetch(Fetching(foresee))
      return DatabaseView(source: source)
    }

    /// Decides, and appends what was decided if nobody wrote meanwhile; else decides again, until the deadline.
    package func write<Answer>(
      foreseeing foresee: (inout ForeseenQuestions) -> Void,
      _ decide: (inout DatabaseWriter<Calls>) throws(DatabaseError) -> Answer
    ) throws(DatabaseError) -> Written<Answer> {
      let wanted = Fetching(foresee)
      var change = Change<Calls, Answer>(try session, of: entity.text)
      while true {
        do throws(DatabaseError) {
          return Written(answer: try change.attempt(wanted, decide))
        } catch {
          guard change.mayGoOn(after: error) else { throw change.verdict(error) }
        }
      }
    }
  }
#endif
