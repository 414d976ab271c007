// What can go wrong between a request and the database: the facts. The words are in DatabaseError+Words.swift.

#if PostgreSQL
  /// Why a diary in a database could not be read or changed. Nothing was changed, except where a case says otherwise.
  package enum DatabaseError: Error, Hashable, Sendable {
    /// The address of the database cannot be read.
    case unreadableAddress
    /// No server of the list could be used until the deadline; the last one tried, counted from 1, and why.
    case unreachable(server: Int, of: Int, ConnectionFault)
    /// The servers, or their pooler, had no connection left until the deadline.
    case crowded
    /// Other writers were faster until the deadline, or held the business's row.
    case busy
    /// The server did not answer a question until the deadline.
    case silent
    /// The server refused a statement, with this SQLSTATE.
    case refused(SQLState)
    /// The change was sent, and what became of it could not be learnt: the same request once more finds out.
    case unknownOutcome(UnknownOutcome)
    /// The line of the event with this number does not prove itself, or is not there.
    case damaged(number: Int)
    /// The event has a form that could not be read again, so it was not written.
    case unwritable
    /// The diary was closed by `voicebot database export`.
    case closed
    /// There is no diary to be looked after.
    case missing
    /// The business with this id has a diary already.
    case taken(String)
    /// Not done to a diary in a database.
    case notHere(String)
  }

  /// Why a server could not be used.
  package enum ConnectionFault: Error, Hashable, Sendable {
    /// Nobody listens there, the name is unknown, or the connection was closed.
    case refused
    /// It did not answer in time.
    case silent
    /// It refused, with this SQLSTATE.
    case state(SQLState)
    /// It asks for a password and none is known.
    case password
    /// Its certificate is not one to be trusted, or not its own.
    case certificate
    /// It does not speak TLS as the address demands, or the files for TLS are not there.
    case encryption
    /// It only reads.
    case readOnly
  }

  /// Why the outcome of a change is not known.
  package enum UnknownOutcome: Hashable, Sendable {
    /// The connection was lost.
    case lost
    /// The server did not answer until the deadline.
    case silent
    /// The server warned: the wait for the standby was cancelled.
    case warned
  }

  /// The five characters by which a server says what is wrong.
  package struct SQLState: Hashable, Sendable {
    /// The characters: digits and capital letters.
    package let text: String

    /// A state as a server sent it.
    package init(_ text: String) { self.text = text }

    /// What follows from it.
    var meaning: Meaning {
      switch text {
      case "23505", "40001", "40P01": .lostRace
      case "55P03": .busy
      case "53100": .full
      case "53300": .crowded
      case "25006": .readOnly
      case "57P01", "57P02", "57P03": .stopping
      case "42P01", "3F000": .noTables
      case "42501": .forbidden
      case "28P01", "28000", "3D000": .login
      case "22021", "22P05": .unwritable
      default: text.utf8.starts(with: "08".utf8) ? .stopping : .other
      }
    }

    /// What a state means here.
    enum Meaning {
      /// Another writer was faster.
      case lostRace
      /// The business's row was locked too long.
      case busy
      /// There is no room.
      case full
      /// There is no connection left.
      case crowded
      /// The server only reads: it is a standby.
      case readOnly
      /// The server is starting, stopping or going over to another.
      case stopping
      /// The tables are not there.
      case noTables
      /// The role may not use them.
      case forbidden
      /// Role, password or database are not right.
      case login
      /// The server cannot take a text.
      case unwritable
      case other
    }
  }
#endif
