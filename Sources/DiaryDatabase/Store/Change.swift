// One change, however often it has to be tried.

#if PostgreSQL
  internal import DiaryFormat
  internal import System

  /// A change to a business's diary.
  struct Change<Calls: SystemCalls, Answer> {
    private let session: Session<Calls>
    private let business: String
    /// Whether the row of the head is held while deciding.
    private var isQueueing = false
    /// What was sent and not confirmed: the first new event, and what the decision had answered.
    private var unsettled: [(record: Record, answer: Answer)] = []

    init(_ session: Session<Calls>, of business: String) {
      self.session = session
      self.business = business
    }

    /// Decides on the diary as it is and appends what was decided.
    mutating func attempt(
      _ wanted: Fetching, _ decide: (inout DatabaseWriter<Calls>) throws(DatabaseError) -> Answer
    ) throws(DatabaseError) -> Answer {
      if isQueueing { try queue() }
      let source = DatabaseSource(session, of: business, isDeciding: true)
      var wanted = wanted
      wanted.numbers = unsettled.map { $0.record.number }
      try source.fetch(wanted)
      // Ids are drawn anew for every attempt: an event that is there word for word is this change's own.
      for sent in unsettled where source.fetched(sent.record.number) == sent.record {
        try session.end(committing: false)
        return sent.answer
      }
      var writer = DatabaseWriter(source)
      let answer = try decide(&writer)
      // A decision that did not get an answer may have taken that for something else.
      if let failure = source.failure { throw failure }
      guard !writer.rows.lines.isEmpty else {
        try session.end(committing: false)
        return answer
      }
      try append(writer.rows, behind: source, answer)
      return answer
    }

    private mutating func append(
      _ rows: EventRows, behind source: DatabaseSource<Calls>, _ answer: Answer
    ) throws(DatabaseError) {
      let generation = source.hasHead ? nil : try Self.generation(session.calls)
      let statement = rows.append(to: business, behind: source.number ?? 1, generation: generation)
      do throws(DatabaseError) {
        guard try session.change(statement.text, statement.parameters).count == 1 else {
          try? session.end(committing: false)
          throw .busy
        }
        try session.end(committing: true)
      } catch {
        if case .unknownOutcome = error, let first = source.pending.first { unsettled.append((first, answer)) }
        throw error
      }
    }

    /// Waits until this is the only writer of the business. The server lets a process that stops meanwhile hold it no longer
    /// than a few seconds.
    private func queue() throws(DatabaseError) {
      let left = max(session.left / 1_000_000, 1)
      // An id has letters, digits, `_` and `-` only.
      _ = try session.begin(
        "begin isolation level read committed; set local lock_timeout = \(left); "
          + "set local idle_in_transaction_session_timeout = 5000; "
          + "select number from \(Tables.heads) where business = '\(business)' for update")
    }

    /// What is to be said of a change that is given up.
    func verdict(_ failure: DatabaseError) -> DatabaseError {
      if case .unknownOutcome = failure { return failure }
      return unsettled.isEmpty ? failure : .unknownOutcome(.lost)
    }

    /// Whether the change is to be tried again.
    mutating func mayGoOn(after failure: DatabaseError) -> Bool {
      session.leaveTransaction()
      guard session.left > 0 else { return false }
      switch failure {
      case .busy: isQueueing = true
      case .refused(let state) where state.meaning == .lostRace: isQueueing = true
      case .unknownOutcome(.lost): break
      default:
        guard failure.mayPass else { return false }
      }
      session.note(failure)
      session.pause()
      // What is sent at the last moment would only leave its outcome unknown.
      return session.left > 100_000_000
    }

    static func generation(_ calls: Calls) throws(DatabaseError) -> Int64 {
      guard let bytes = try? calls.random(8) else { throw .notHere("this host gives no random numbers") }
      var number: UInt64 = 0
      for byte in bytes { number = number << 8 | UInt64(byte) }
      return Int64(number >> 1)
    }
  }
#endif
