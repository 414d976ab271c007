// The connection of one request or command: opened when it is needed, to the first server of the list that can be used,
// and opened again where it is lost.

#if PostgreSQL
  internal import System

  /// How long something may take, in nanoseconds.
  package struct Patience: Sendable {
    /// For connecting and for a whole change or view.
    package var whole: Int64
    /// For each further question of a view; nil where the whole is for all of them.
    package var question: Int64?

    /// A request's: callers give up after four seconds or five (contract, section 7).
    package static var request: Patience { Patience(whole: 3_000_000_000, question: nil) }
    /// A command's, which may ask for everything there is.
    package static var command: Patience { Patience(whole: 3_000_000_000, question: 120_000_000_000) }
  }

  /// A way to the database.
  final class Session<Calls: SystemCalls> {
    let calls: Calls
    private let patience: Patience
    private let servers: Servers
    /// The server that is tried first: the last one that was good.
    private var next = 0
    private var connection: Connection<Calls>?
    private var isInTransaction = false
    /// Why the last attempt failed. Where time runs out in the next one, this is what is wrong.
    private var reason: DatabaseError?
    /// When this has to be over, by `uptime`.
    private let due: Int64

    /// How long one server is waited for.
    private static var patienceWithServer: Int64 { 1_000_000_000 }

    /// Opens nothing yet.
    init(_ address: String, _ patience: Patience, _ calls: Calls) throws(DatabaseError) {
      guard let servers = Servers(address) else { throw .unreadableAddress }
      self.servers = servers
      self.calls = calls
      self.patience = patience
      due = calls.uptime() + patience.whole
    }

    /// How many nanoseconds are left.
    var left: Int64 { due - calls.uptime() }

    /// Notes why an attempt has failed that is made again.
    func note(_ failure: DatabaseError) { reason = failure }

    /// A statement that changes nothing: it is asked again on another connection where one is lost, while there is time.
    func read(_ statement: String, _ parameters: [String]) throws(DatabaseError) -> Rows {
      while true {
        let wasInTransaction = isInTransaction
        let (connection, deadline) = (try self.open(), deadline)
        do throws(StatementFault) {
          return try connection.ask(statement, parameters, until: deadline)
        } catch {
          let failure = fail(error)
          // What was asked before in a transaction would be of another moment.
          guard !wasInTransaction, failure.mayPass, left > 0 else {
            if failure == .silent, let reason { throw reason }
            throw failure
          }
          note(failure)
          pause()
        }
      }
    }

    /// A statement that changes something, sent once.
    func change(_ statement: String, _ parameters: [String]) throws(DatabaseError) -> Rows {
      let connection = try self.open()
      _ = connection.takeWarning()
      let rows: Rows
      do throws(StatementFault) {
        rows = try connection.ask(statement, parameters, until: deadline)
      } catch {
        throw failInChange(error)
      }
      guard !connection.takeWarning() else { throw .unknownOutcome(.warned) }
      return rows
    }

    /// Statements that begin a transaction; it is over with `end`, or with the connection.
    func begin(_ statements: String) throws(DatabaseError) -> Rows {
      do throws(DatabaseError) {
        let rows = try read(statements, [])
        isInTransaction = true
        return rows
      } catch {
        // The transaction may have begun and failed then.
        close()
        throw error
      }
    }

    /// Ends a transaction that has changed nothing, or makes its changes good.
    func end(committing: Bool) throws(DatabaseError) {
      guard isInTransaction else { return }
      isInTransaction = false
      _ = try committing ? change("commit", []) : read("rollback", [])
    }

    /// Gives the connection up, and what its transaction did.
    func close() {
      connection = nil
      isInTransaction = false
    }

    /// Gives the connection up where a transaction is open on it.
    func leaveTransaction() {
      if isInTransaction { close() }
    }

    /// Waits for a moment that is another for everybody, and not beyond the deadline.
    func pause() {
      let chance = (try? calls.random(1).first) ?? 0
      calls.pause(milliseconds: Int32(min(Int64(5 + chance % 32), max(left / 1_000_000, 1))))
    }

    /// What the open connection is.
    func description() throws(DatabaseError) -> (version: Int, isEncrypted: Bool) { try open().description }

    private var deadline: Int64 { patience.question.map { calls.uptime() + $0 } ?? due }

    /// The connection; a new one, tried server by server, where there is none.
    private func open() throws(DatabaseError) -> Connection<Calls> {
      if let connection { return connection }
      // A command asks on when a request would have given up.
      let due = patience.question == nil ? due : max(due, calls.uptime() + patience.whole)
      var tried = 0
      while true {
        let server = next % servers.count
        let until = min(due, calls.uptime() + Self.patienceWithServer)
        do throws(ConnectionFault) {
          let opened = try Connection(servers.parameters[server], calls, until: until)
          connection = opened
          if reason?.isOfConnecting == true { reason = nil }
          return opened
        } catch {
          var failure = DatabaseError(error, server: server + 1, of: servers.count)
          // It did not get its time.
          if case .silent = error, until == due, let reason { failure = reason }
          tried += 1
          next = (server + 1) % servers.count
          guard calls.uptime() < due, failure.mayPass || reason == failure else { throw failure }
          reason = failure
          if tried % servers.count == 0 { pause() }
        }
      }
    }

    /// Drops the connection where it is of no use any more.
    private func fail(_ fault: StatementFault) -> DatabaseError {
      switch fault {
      case .refused(let state):
        switch state.meaning {
        case .stopping: close()
        case .readOnly:
          close()
          next += 1
        default:
          // A failed statement has ended its transaction.
          if isInTransaction { close() }
        }
        return .refused(state)
      case .lost:
        close()
        return .unreachable(server: next % servers.count + 1, of: servers.count, .refused)
      case .silent:
        close()
        return .silent
      }
    }

    private func failInChange(_ fault: StatementFault) -> DatabaseError {
      let failure = fail(fault)
      switch fault {
      case .refused(let state): return state.meaning == .stopping ? .unknownOutcome(.lost) : failure
      case .lost: return .unknownOutcome(.lost)
      case .silent: return .unknownOutcome(.silent)
      }
    }
  }

  extension DatabaseError {
    fileprivate init(_ fault: ConnectionFault, server: Int, of count: Int) {
      if case .state(let state) = fault, state.meaning == .crowded {
        self = .crowded
      } else {
        self = .unreachable(server: server, of: count, fault)
      }
    }

    /// Whether no connection came about.
    fileprivate var isOfConnecting: Bool {
      switch self {
      case .unreachable, .crowded: true
      default: false
      }
    }

    /// Whether it may be over in a moment, or on another server.
    var mayPass: Bool {
      switch self {
      case .crowded: true
      case .unreachable(_, _, let fault):
        switch fault {
        case .refused, .silent, .readOnly: true
        case .password, .certificate, .encryption: false
        case .state(let state): state.meaning == .stopping
        }
      case .refused(let state): state.meaning == .stopping || state.meaning == .readOnly || state.meaning == .crowded
      default: false
      }
    }
  }
#endif
