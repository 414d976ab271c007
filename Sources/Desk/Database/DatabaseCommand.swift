// `voicebot database`: keeping the bookings in a database that speaks PostgreSQL's protocol.

internal import ArgumentParser

struct DatabaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "database", abstract: "Keep the bookings in a PostgreSQL database, for many heads.",
    discussion: """
      VOICEBOT_DATABASE, a connection string or URI as libpq reads it, says where the database is; it has to be set for \
      every head and for every command. The program has to be made by `bin/build --postgresql`.

        export VOICEBOT_DATABASE='host=/run/pgbouncer dbname=voicebot'
        voicebot database init
        voicebot database import

      The chapter “Many heads” of the manual says how to set the servers up.
      """,
    subcommands: [
      DatabaseInitCommand.self, DatabaseStatusCommand.self, DatabaseImportCommand.self, DatabaseExportCommand.self,
    ])
}
