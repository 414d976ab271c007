// Making the tables, and what the operator is told of the database.

#if PostgreSQL
  internal import CivilTime
  internal import System

  /// What was found of a database.
  package struct DatabaseStatus: Sendable {
    /// What the server calls itself, in a line.
    package var server = ""
    /// Whether the connection is encrypted by TLS.
    package var isEncrypted = false
    /// How long a question took, in microseconds: the fastest of five.
    package var roundTrip: Int64 = 0
    /// How many milliseconds the server's clock is ahead of this host's.
    package var clockSkew: Int64 = 0
    /// The encoding; UTF8 is needed.
    package var encoding = ""
    /// The collation; C is best.
    package var collation = ""
    /// What the server says of how commits are kept: setting and value. None of an engine that has no such settings.
    package var durability: [(name: String, value: String)] = []
    /// How many standbys the server waits for, as it lists them; nil where it may not be asked.
    package var synchronousStandbys: Int?
    /// How many businesses and events there are; nil where there are no tables of this version.
    package var businesses: Int?
    package var events: Int?

    /// Whether an acknowledged booking outlives the loss of the primary, as far as the server's settings tell.
    package var isReplicatedSynchronously: Bool { value("synchronous_standby_names") ?? "" != "" }

    /// The value of a setting.
    package func value(_ name: String) -> String? { durability.first { $0.name == name }?.value }
  }

  extension DatabaseEngine {
    /// Makes the tables where they are missing. May be given again.
    package func makeTables() throws(DatabaseError) {
      let session = try Session(address, patience, calls)
      for statement in Tables.creation { _ = try session.change(statement, []) }
    }

    /// Asks the server what it is.
    package func status() throws(DatabaseError) -> DatabaseStatus {
      let session = try Session(address, patience, calls)
      var status = DatabaseStatus()
      status.server = try session.read("select version()", []).text(0, 0) ?? ""
      status.isEncrypted = try session.description().isEncrypted
      status.roundTrip = .max
      for _ in 0..<5 {
        let began = calls.uptime()
        _ = try session.read("select 1", [])
        status.roundTrip = min(status.roundTrip, (calls.uptime() - began) / 1000)
      }
      let before = calls.time()
      let rows = try session.read("select (extract(epoch from clock_timestamp()) * 1000000)::bigint", [])
      let now = before / 2 + calls.time() / 2
      if let theirs = rows.integer(0, 0) { status.clockSkew = theirs / 1000 - now / 1_000_000 }
      if let rows = try? session.read(
        "select pg_encoding_to_char(encoding), datcollate from pg_database where datname = current_database()", []),
        rows.count > 0
      {
        status.encoding = rows.text(0, 0) ?? ""
        status.collation = rows.text(0, 1) ?? ""
      }
      for name in ["fsync", "full_page_writes", "synchronous_commit", "synchronous_standby_names"] {
        guard let value = try? session.read("select current_setting('\(name)')", []).text(0, 0) else { continue }
        status.durability.append((name, value))
      }
      if let rows = try? session.read(
        "select count(*) from pg_stat_replication where sync_state in ('sync', 'quorum')", [])
      {
        status.synchronousStandbys = rows.integer(0, 0).map { Int($0) }
      }
      if let rows = try? session.read("select count(*), coalesce(sum(number - 1), 0)::bigint from \(Tables.heads)", [])
      {
        status.businesses = rows.integer(0, 0).map { Int($0) }
        status.events = rows.integer(0, 1).map { Int($0) }
      }
      return status
    }
  }
#endif
