// `voicebot database init`: makes the tables.

internal import ArgumentParser
internal import Diary

#if PostgreSQL
  internal import DiaryDatabase
#endif

struct DatabaseInitCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make the tables where they are missing.",
    discussion: """
      What is there stays as it is; the command may be given again. Then it says what `voicebot database status` says. The \
      role needs the right to create tables for it; afterwards select, insert, update and delete on the tables \
      voicebot_1_… are enough. Exit status: 0 when the tables are there.
      """)

  func run(at surroundings: Surroundings) throws {
    #if PostgreSQL
      let engine = try Premises(surroundings).database()
      try DatabaseWording.tell { () throws(DatabaseError) in try engine.makeTables() }
      let status = try DatabaseWording.tell { () throws(DatabaseError) in try engine.status() }
      try surroundings.output.write(DatabaseWording.report(status))
    #else
      throw DeskFailure.withoutPostgreSQL
    #endif
  }
}
