// A connection to one server. Nothing here waits longer than it is told to: libpq's own waiting calls have no deadline
// that holds.

#if PostgreSQL
  internal import CPostgres
  internal import System

  /// How a statement failed.
  enum StatementFault: Error {
    /// The server refused it.
    case refused(SQLState)
    /// The connection was lost; `isSent` tells whether the server may have got the statement.
    case lost
    /// The server did not answer until the deadline.
    case silent
  }

  /// An open connection.
  @safe final class Connection<Calls: SystemCalls> {
    private let handle: OpaquePointer
    private let warning: UnsafeMutablePointer<Int32>
    private let calls: Calls

    /// Connects, until a deadline by `uptime`.
    init(_ parameters: [(name: String, value: String)], _ calls: Calls, until due: Int64) throws(ConnectionFault) {
      postgres_prepare()
      self.calls = calls
      let names = CTexts(parameters.map { $0.name })
      let values = CTexts(parameters.map { $0.value })
      let started: OpaquePointer? = unsafe names.withPointers { names in
        unsafe values.withPointers { values in unsafe PQconnectStartParams(names, values, 0) }
      }
      unsafe warning = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
      unsafe warning.initialize(to: 0)
      guard let started = unsafe started else {
        unsafe warning.deallocate()
        throw .refused
      }
      unsafe handle = started
      unsafe PQsetErrorVerbosity(handle, PQERRORS_SQLSTATE)
      unsafe postgres_watch_warnings(handle, warning)
      try finish(until: due)
      unsafe PQsetnonblocking(handle, 1)
    }

    deinit {
      unsafe PQfinish(handle)
      unsafe warning.deallocate()
    }

    private func finish(until due: Int64) throws(ConnectionFault) {
      if unsafe PQstatus(handle) == CONNECTION_BAD { throw fault }
      var state = PGRES_POLLING_WRITING
      while state != PGRES_POLLING_OK {
        if state == PGRES_POLLING_FAILED { throw fault }
        guard waits(for: state == PGRES_POLLING_READING ? .reading : .writing, until: due) else { throw .silent }
        state = unsafe PQconnectPoll(handle)
      }
    }

    /// Whether the socket becomes ready until a deadline.
    private func waits(for readiness: Readiness, until due: Int64) -> Bool {
      let socket = unsafe PQsocket(handle)
      while true {
        let left = (due - calls.uptime()) / 1_000_000
        if left <= 0 { return false }
        // A call that a signal interrupted is repeated.
        if let isReady = try? calls.wait(for: socket, readiness, milliseconds: Int32(min(left + 1, 60_000))), isReady {
          return true
        }
      }
    }

    /// Why the connection failed, by the SQLSTATE or the few words of libpq that tell one fault from another. The words go
    /// no further.
    private var fault: ConnectionFault {
      guard let pointer = unsafe PQerrorMessage(handle) else { return .refused }
      let words = unsafe String(cString: pointer)
      if let state = words.state { return .state(state) }
      if words.holds("no password supplied") { return .password }
      if words.holds("session is read-only") || words.holds("hot standby") { return .readOnly }
      if words.holds("certificate verify failed") || words.holds("does not match host name") { return .certificate }
      if words.holds("SSL") || words.holds("certificate") { return .encryption }
      return .refused
    }

    /// Whether the server has warned since this was last asked.
    func takeWarning() -> Bool {
      let hasWarned = unsafe warning.pointee != 0
      unsafe warning.pointee = 0
      return hasWarned
    }

    /// What the connection is: the server's version, whether it is encrypted.
    var description: (version: Int, isEncrypted: Bool) {
      (Int(unsafe PQserverVersion(handle)), unsafe PQsslInUse(handle) != 0)
    }

    /// Sends one statement, or several without parameters, and answers with the rows of the last one that has any.
    func ask(_ statement: String, _ parameters: [String], until due: Int64) throws(StatementFault) -> Rows {
      let texts = CTexts(parameters)
      // 22021: the server would take a part of the text for the whole.
      if texts.isCut { throw .refused(SQLState("22021")) }
      let isSent: Bool
      if parameters.isEmpty {
        isSent = unsafe PQsendQuery(handle, statement) == 1
      } else {
        isSent = unsafe texts.withPointers { values in
          unsafe PQsendQueryParams(handle, statement, Int32(parameters.count), nil, values, nil, nil, 0) == 1
        }
      }
      guard isSent else { throw .lost }
      while true {
        let left = unsafe PQflush(handle)
        if left == 0 { break }
        guard left > 0 else { throw .lost }
        guard waits(for: .writing, until: due) else { throw .silent }
        guard unsafe PQconsumeInput(handle) == 1 else { throw .lost }
      }
      return try answer(until: due)
    }

    private func answer(until due: Int64) throws(StatementFault) -> Rows {
      var rows: Rows?
      var refusal: SQLState?
      while true {
        while unsafe PQisBusy(handle) == 1 {
          guard waits(for: .reading, until: due) else { throw .silent }
          guard unsafe PQconsumeInput(handle) == 1 else { throw .lost }
        }
        guard let result = unsafe PQgetResult(handle) else { break }
        let status = unsafe PQresultStatus(result)
        if status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK {
          let found = unsafe Rows(result)
          if rows == nil || status == PGRES_TUPLES_OK { rows = found }
          continue
        }
        let state = unsafe postgres_state(result).map { unsafe String(cString: $0) }
        unsafe PQclear(result)
        // libpq makes a result of its own where the connection ends.
        guard let state else { throw .lost }
        if refusal == nil { refusal = SQLState(state) }
        if unsafe PQstatus(handle) == CONNECTION_BAD { break }
      }
      if let refusal { throw .refused(refusal) }
      guard let rows else { throw .lost }
      return rows
    }
  }

  extension String {
    /// The SQLSTATE that libpq's words tell, as they are set up here: `FATAL:  28P01`.
    fileprivate var state: SQLState? {
      guard let end = position(behind: "FATAL:  ") ?? position(behind: "ERROR:  ") else { return nil }
      let characters = Array(utf8.dropFirst(end).prefix(5))
      guard characters.count == 5, characters.allSatisfy({ $0 &- 0x30 < 10 || $0 &- 0x41 < 26 }) else { return nil }
      return SQLState(String(decoding: characters, as: UTF8.self))
    }

    /// Whether some words stand in it.
    fileprivate func holds(_ words: String) -> Bool { position(behind: words) != nil }

    /// How many bytes lead to the end of some words in it.
    private func position(behind words: String) -> Int? {
      let (here, wanted) = (Array(utf8), Array(words.utf8))
      var start = 0
      while start + wanted.count <= here.count {
        if here[start..<start + wanted.count].elementsEqual(wanted) { return start + wanted.count }
        start += 1
      }
      return nil
    }
  }
#endif
