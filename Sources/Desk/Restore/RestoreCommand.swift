// `voicebot restore`: puts a backup in the place of the bookings.

internal import ArgumentParser
internal import Business
internal import Diary
internal import DiaryFile

struct RestoreCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a backup in the place of a business's bookings.",
    discussion: """
      FILE is a bookings file of this business, as `voicebot backup` copies it. Every line is proved before anything is \
      changed. What is there now is kept aside and named: bookings made since the backup are only there. Whom the present \
      file has forgotten is forgotten again.

        voicebot restore gleichgewicht /backup/voicebot/2026-09-14/gleichgewicht.jsonl

      Calls may come in meanwhile. It may be interrupted at any time and given again. The business file is yours to copy \
      back. Exit status: 0 when the bookings are those of the backup, 1 when nothing was changed.
      """)

  @Argument(help: "The business.", completion: .businesses)
  var entity: String

  @Argument(help: "The backup of its bookings.", completion: .file(extensions: ["jsonl"]))
  var file: String

  func run(at surroundings: Surroundings) throws {
    guard let entity = Identifier(entity) else {
      throw DeskFailure("“\(TerminalText.harmless(entity))” cannot be the id of a business.")
    }
    let premises = try Premises(surroundings)
    let path = surroundings.path(file)
    do throws(Files.Failure) {
      _ = try Files.read(path, limit: 0)
    } catch {
      throw DeskFailure("\(TerminalText.harmless(surroundings.shown(path))) cannot be read: \(error.words).")
    }
    let report = try premises.diary(of: entity) { store throws(DiaryError) in
      try store.restore(path, at: premises.clock, by: premises.actor)
    }
    let text = report.text
    if report.isInOrder { try surroundings.output.write(text) } else { try surroundings.errors.write(text) }
    if !report.isInOrder { throw DeskFailure("", status: 1) }
  }
}
