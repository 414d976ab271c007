// What commands say of the database.

internal import Host

#if PostgreSQL
  internal import Business
  internal import Diary
  internal import DiaryDatabase
  internal import System

  /// Words for the database's status.
  enum DatabaseWording {
    /// The status in sentences, one a line.
    static func report(_ status: DatabaseStatus) -> String {
      var lines = [
        "Server: \(TerminalText.harmless(status.server))",
        "Connection: \(status.isEncrypted ? "encrypted (TLS)" : "not encrypted; fine on a socket of this host only")",
        "Round trip: \(milliseconds(status.roundTrip))",
        "Clocks: \(abs(status.clockSkew)) ms apart",
        "Encoding and collation: \(TerminalText.harmless(status.encoding)), \(TerminalText.harmless(status.collation))",
      ]
      if let businesses = status.businesses, let events = status.events {
        let owners = businesses == 1 ? "1 business" : "\(businesses) businesses"
        lines.append("Tables: there, with \(Wording.count(events, "event")) of \(owners)")
      } else {
        lines.append("Tables: none of this version, or not to be read: run `voicebot database init`")
      }
      lines.append("Durability: \(durability(status))")
      lines += doubts(status).map { "Doubtful: \($0)" }
      return lines.joined(separator: "\n") + "\n"
    }

    /// What keeps bookings from being as safe, or as repeatable, as in a file.
    static func doubts(_ status: DatabaseStatus) -> [String] {
      var doubts: [String] = []
      if !status.durability.isEmpty, !status.isReplicatedSynchronously {
        doubts.append("a failover may lose acknowledged bookings: no standby is waited for (synchronous_standby_names)")
      } else if status.isReplicatedSynchronously, status.synchronousStandbys == 0 {
        doubts.append("a standby is to be waited for and none is there: bookings stop until one is")
      }
      for name in ["fsync", "full_page_writes"] where status.value(name) == "off" {
        doubts.append("\(name) is off: a power cut may lose everything")
      }
      if let commit = status.value("synchronous_commit"), commit == "off" || commit == "local" {
        doubts.append("synchronous_commit is \(commit): a commit is acknowledged before it is safe")
      }
      if abs(status.clockSkew) > 5000 { doubts.append("the clocks are over 5 s apart: let a time server set both") }
      if !status.encoding.isEmpty, status.encoding != "UTF8" { doubts.append("the encoding is not UTF8") }
      if !["", "C", "POSIX", "C.UTF-8", "C.utf8"].contains(status.collation) {
        doubts.append("the collation is not C: an upgrade of the host's C library may damage the keys of the tables")
      }
      return doubts
    }

    private static func durability(_ status: DatabaseStatus) -> String {
      if status.durability.isEmpty { return "the server tells nothing of it" }
      if status.isReplicatedSynchronously {
        return "an acknowledged booking is on the server and on a standby that it waits for"
      }
      return "an acknowledged booking is on the server's disk and nowhere else for certain"
    }

    private static func milliseconds(_ microseconds: Int64) -> String {
      "\(microseconds / 1000).\(String(microseconds % 1000 / 100)) ms"
    }

    /// Asks the database for all businesses at once.
    static func tell<Result>(_ body: () throws(DatabaseError) -> Result) throws(DeskFailure) -> Result {
      do throws(DatabaseError) { return try body() } catch { throw DeskFailure("The database: \(error.words).") }
    }
  }

  extension Premises {
    /// The database of the deployment.
    func database() throws(DeskFailure) -> DatabaseEngine<LinuxCalls> {
      guard let engine = settings.databaseEngine else {
        throw DeskFailure("VOICEBOT_DATABASE is not set: set it to the database's connection string.", status: 64)
      }
      return engine
    }
  }
#endif

extension DeskFailure {
  /// The program is the one without the engine.
  static var withoutPostgreSQL: DeskFailure {
    DeskFailure("This program was built without PostgreSQL: deploy what `bin/build --postgresql` makes.", status: 69)
  }
}
