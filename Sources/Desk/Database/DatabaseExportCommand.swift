// `voicebot database export`: from the database into bookings files.

internal import ArgumentParser
internal import Business
internal import Diary
internal import DiaryFile

#if PostgreSQL
  internal import DiaryDatabase
#endif

struct DatabaseExportCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Move bookings from the database back into their files.",
    discussion: """
      The diary in the database is closed first: nobody books into it or reads it any more. Then every line is proved and \
      written, and the file takes the place of the fence that `voicebot database import` left, or appears where there was \
      none. Interrupted, it may be given again. Run the heads without VOICEBOT_DATABASE from then on. What is in the \
      database stays there, closed, until the same business is imported again.

      To copy bookings while calls come in, use `voicebot backup`. Exit status: 0 when the bookings of all are in files.
      """)

  @Argument(
    help: "The businesses; all that have bookings in the database where none is named.", completion: .businesses)
  var entities: [String] = []

  func run(at surroundings: Surroundings) throws {
    #if PostgreSQL
      let premises = try Premises(surroundings)
      let engine = try premises.database()
      let named = entities.isEmpty ? engine.entities().sorted() : try premises.entities(entities)
      try surroundings.move(named, to: "file", orSay: "no bookings in the database") { entity throws(DeskFailure) in
        try FileMove(entity, premises.settings, engine).exporting()
      }
    #else
      throw DeskFailure.withoutPostgreSQL
    #endif
  }
}
