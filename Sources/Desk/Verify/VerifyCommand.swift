// `voicebot verify`: looks bookings files through.

internal import ArgumentParser
internal import Diary
internal import DiaryFile

struct VerifyCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Say whether the bookings files are whole.",
    discussion: """
      Every line is read and proved, and the index compared with the lines. Nothing is changed. Of twenty businesses or \
      more only those are named that need attention.

      Exit status: 0 when all are whole, 1 where something is wrong that `voicebot repair` can mend, or cannot be read.
      """)

  @Argument(help: "The businesses; all where none is named.", completion: .businesses)
  var entities: [String] = []

  func run(at surroundings: Surroundings) throws {
    let premises = try Premises(surroundings)
    let all = try premises.entities(entities)
    var roll = Roll("verifying", of: all.count, isNamed: !entities.isEmpty, surroundings)
    for entity in all {
      roll.begin(entity)
      let report: CareReport
      do throws(DeskFailure) {
        report = try premises.diary(of: entity) { store throws(DiaryError) in try store.verify() }
      } catch {
        // One file that cannot be read keeps nobody from hearing about the others.
        try roll.tellFailure(error.sentence)
        continue
      }
      if report.isInOrder { try roll.tell(report.text) } else { try roll.tellRemarkable(report.text) }
    }
    try roll.end("are whole")
    if roll.remarkable > 0 { throw DeskFailure("", status: 1) }
  }
}
