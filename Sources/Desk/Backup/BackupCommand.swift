// `voicebot backup`: copies what cannot be made anew.

internal import ArgumentParser
internal import Business
internal import Diary
internal import DiaryFile
internal import Host
internal import System

struct BackupCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the bookings and the business files, while calls come in.",
    discussion: """
      DIRECTORY, which is made where it is not there, gets for each business its bookings (<entity>.jsonl) and its business \
      file (<entity>.yaml). Every line is proved as it is copied. A copy takes the place of the one before only when it \
      is whole and on the disk. Nobody on the phone waits for it. Let cron run it every night, into a directory of the day:

        voicebot backup /backup/voicebot/$(date +%F)

      The copies hold personal data. `voicebot forget` does not reach them: keep them no longer than you need them.
      Exit status: 0 when everything is copied, 1 when something is damaged or cannot be read or written.
      """)

  @Argument(help: "Where the copies go.", completion: .directory)
  var directory: String

  @Argument(help: "The businesses; all where none is named.", completion: .businesses)
  var entities: [String] = []

  func run(at surroundings: Surroundings) throws {
    let premises = try Premises(surroundings)
    let path = surroundings.path(directory)
    let target = try BackupDirectory(path, shown: surroundings.shown(path), apartFrom: premises.settings)
    let all = try premises.entities(entities)
    var roll = Roll("copying", of: all.count, isNamed: !entities.isEmpty, surroundings)
    for entity in all {
      roll.begin(entity)
      let line: String
      do throws(DeskFailure) {
        line = try copy(entity, to: target, premises)
      } catch {
        // One business that cannot be copied keeps none of the others from it.
        try roll.tellFailure(error.sentence)
        continue
      }
      try? roll.tell(line + "\n")
    }
    try? roll.end("are copied to \(TerminalText.harmless(target.shown))")
    if roll.remarkable > 0 { throw DeskFailure("", status: 1) }
  }

  private func copy(
    _ entity: Identifier, to target: BackupDirectory, _ premises: Premises
  ) throws(DeskFailure) -> String {
    let events = try copyBookings(entity, to: target, premises)
    let hasFile = try target.copy(premises.settings.businesses + "/\(entity.text).yaml", to: "\(entity.text).yaml")
    let bookings = events.map { "\(entity.text).jsonl (\(Wording.count($0, "event")))" } ?? "no bookings yet"
    return "\(entity.text): \(bookings)\(hasFile ? ", \(entity.text).yaml" : "; it has no business file")"
  }

  private func copyBookings(
    _ entity: Identifier, to target: BackupDirectory, _ premises: Premises
  ) throws(DeskFailure) -> Int? {
    let name = "\(entity.text).jsonl"
    var copy = try target.copy(named: name)
    var failure: DeskFailure?
    defer { copy.discard() }
    let events: Int?
    do throws(DiaryError) {
      events = try premises.settings.deskEngine.diary(of: entity).backup { bytes throws(DiaryError) in
        do throws(DeskFailure) {
          try target.written(name) { () throws(SystemError) in try copy.write(bytes) }
        } catch {
          failure = error
          throw .stopped
        }
      }
    } catch {
      throw failure ?? DeskFailure(error, of: entity)
    }
    if events != nil { try target.written(name) { () throws(SystemError) in try copy.finish() } }
    return events
  }
}
