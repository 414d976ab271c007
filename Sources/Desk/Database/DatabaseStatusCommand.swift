// `voicebot database status`: what the database promises.

internal import ArgumentParser
internal import Diary

#if PostgreSQL
  internal import DiaryDatabase
#endif

struct DatabaseStatusCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say what the database is, and what a failover would cost.",
    discussion: """
      It tells the server, TLS, the time of a round trip, how far the clocks are apart, encoding and collation, how much \
      there is, and whether an acknowledged booking outlives the loss of the server, as far as the server's settings tell: \
      a managed service that keeps several copies by other means has to be known to you.

      Exit status: 0 when bookings can be kept there; 1 when they cannot, and with --strict also where anything above \
      is doubtful.
      """)

  @Flag(help: "Count what is doubtful as an error.")
  var strict = false

  func run(at surroundings: Surroundings) throws {
    #if PostgreSQL
      let engine = try Premises(surroundings).database()
      let status = try DatabaseWording.tell { () throws(DatabaseError) in try engine.status() }
      try surroundings.output.write(DatabaseWording.report(status))
      if status.businesses == nil || (strict && !DatabaseWording.doubts(status).isEmpty) {
        throw DeskFailure("", status: 1)
      }
    #else
      throw DeskFailure.withoutPostgreSQL
    #endif
  }
}
