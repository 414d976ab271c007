// The words for what can go wrong with a diary in a database. They name servers by their place in the list: nothing of an
// address, and nothing that libpq or a server says, is in them.

#if PostgreSQL
  package import Business
  package import Diary

  extension DatabaseError: DiaryFailure {
    /// What kind of failure it is, whatever the engine.
    package var fault: DiaryFault {
      switch self {
      case .unreadableAddress: .misconfigured
      case .crowded, .busy: .busy
      case .unreachable, .silent, .closed, .missing, .taken, .notHere: .unavailable
      case .refused(let state):
        switch state.meaning {
        case .full: .full
        case .lostRace, .busy, .crowded: .busy
        case .unwritable: .unwritable
        case .readOnly, .stopping, .noTables, .forbidden, .login, .other: .unavailable
        }
      case .unknownOutcome: .unknownOutcome
      case .damaged(let number): .damaged(number: number)
      case .unwritable: .unwritable
      }
    }

    /// One line for the log.
    package func logLine(of entity: Identifier) -> String { "\(entity.text): \(words(of: entity))" }

    /// Sentences for the person at the desk.
    package func sentence(of entity: Identifier) -> String {
      "The bookings of \(entity.text) in the database: \(words(of: entity))."
    }

    /// What went wrong, where no business in particular was asked for.
    package var words: String { words(of: nil) }

    private func words(of entity: Identifier?) -> String {
      let name = entity.map { " " + $0.text } ?? ""
      switch self {
      case .unreadableAddress: return "VOICEBOT_DATABASE cannot be read; write it as libpq reads it"
      case .unreachable(let server, let count, let fault):
        return "server \(server) of \(count) in VOICEBOT_DATABASE \(fault.words); nothing was changed"
      case .crowded:
        return "no connection to the database was free for 3 s; use a pooler, or let it have more connections"
      case .busy: return "other writers were faster for 3 s; look for one that is stopped"
      case .silent:
        return "the database did not answer in time; nothing was changed; look at the server behind the pooler"
      case .refused(let state): return "the database refused (SQLSTATE \(state.text)); \(state.advice)"
      case .unknownOutcome(let why):
        return "whether the change was made is not known: \(why.words); the same request once more finds out"
      case .damaged(let number):
        return "event \(number) does not prove itself or is gone; run `voicebot repair\(name)`"
      case .unwritable: return "an event could not be written so as to be read again"
      case .closed:
        return "they were closed by `voicebot database export`; run the program without VOICEBOT_DATABASE, or give "
          + "`voicebot database import\(name)`"
      case .missing: return "there are none"
      case .taken(let other): return "\(other) has bookings already; nothing was changed"
      case .notHere(let advice): return advice
      }
    }
  }

  extension ConnectionFault {
    fileprivate var words: String {
      switch self {
      case .refused: "cannot be reached"
      case .silent: "does not answer"
      case .state(let state): "refuses the connection (SQLSTATE \(state.text)): \(state.advice)"
      case .password: "asks for a password, and VOICEBOT_DATABASE has none"
      case .certificate: "shows a certificate that sslrootcert does not vouch for, or that is another server's"
      case .encryption:
        "does not speak TLS as sslmode demands, or sslrootcert or sslcert names no file that can be read"
      case .readOnly: "only reads: it is a standby, or is becoming the primary"
      }
    }
  }

  extension UnknownOutcome {
    fileprivate var words: String {
      switch self {
      case .lost: "the connection was lost"
      case .silent: "the database did not answer in time"
      case .warned: "the database warned, as it does where the wait for a synchronous standby was cancelled"
      }
    }
  }

  extension SQLState {
    /// What is to be done about it.
    fileprivate var advice: String {
      switch meaning {
      case .lostRace, .busy: "other writers were faster"
      case .full: "free disk space on the server"
      case .crowded: "use a pooler, or let the server have more connections"
      case .readOnly:
        "this server only reads: add target_session_attrs=read-write and the other servers to VOICEBOT_DATABASE"
      case .stopping: "the server or the pooler is starting, stopping or changing over; look at its log"
      case .noTables:
        "there are no tables of this version: run `voicebot database init`, or deploy the program that made them"
      case .forbidden: "grant select, insert, update and delete on the tables voicebot_1_… to the role"
      case .login: "role, password or database in VOICEBOT_DATABASE are not right"
      case .unwritable: "a text has characters that the database cannot hold; make it with the encoding UTF8"
      case .other: "look at the server's log"
      }
    }
  }
#endif
