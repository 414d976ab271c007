// `voicebot database import`: from the bookings files into the database.

internal import ArgumentParser
internal import Business
internal import Diary
internal import DiaryFile

struct DatabaseImportCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Move bookings from their files into the database.",
    discussion: """
      Every line is proved, copied in one transaction, read back and compared. Nobody can book at that business meanwhile. \
      Then the file becomes a fence: a single line that no program reads, so that a head which still runs without \
      VOICEBOT_DATABASE refuses to book instead of booking into a second truth. A business that has bookings in the \
      database already is refused. Make a backup first; `voicebot database export` is the way back, byte for byte.

      Exit status: 0 when the bookings of all are in the database.
      """)

  @Argument(help: "The businesses; all that have a bookings file where none is named.", completion: .businesses)
  var entities: [String] = []

  func run(at surroundings: Surroundings) throws {
    #if PostgreSQL
      let premises = try Premises(surroundings)
      let engine = try premises.database()
      let named = entities.isEmpty ? premises.settings.fileEngine.entities().sorted() : try premises.entities(entities)
      try surroundings.move(named, to: "database", orSay: "no bookings file") { entity throws(DeskFailure) in
        try FileMove(entity, premises.settings, engine).importing()
      }
    #else
      throw DeskFailure.withoutPostgreSQL
    #endif
  }
}
