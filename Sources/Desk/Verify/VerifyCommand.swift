// `voicebot verify`: looks bookings files through.

internal import ArgumentParser
internal import Diary
internal import DiaryFile

struct VerifyCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Say whether the bookings files are whole.",
    discussion: """
      Every line is read and proved, and the index compared with the lines. Nothing is changed. The exit status is 1 \
      where something is wrong that `voicebot repair` can mend.
      """)

  @Argument(help: "The businesses; all where none is named.", completion: .businesses)
  var entities: [String] = []

  func run(at surroundings: Surroundings) throws {
    let premises = try Premises(surroundings)
    var isDamaged = false
    for entity in try premises.entities(entities) {
      let report: CareReport
      do throws(DeskFailure) {
        report = try premises.diary(of: entity) { store throws(DiaryError) in try store.verify() }
      } catch {
        // One file that cannot be read keeps nobody from hearing about the others.
        try surroundings.errors.write("voicebot: \(error.sentence)\n")
        isDamaged = true
        continue
      }
      try surroundings.output.writeData(report.text)
      if !report.isInOrder { isDamaged = true }
    }
    if isDamaged { throw DeskFailure("", status: 1) }
  }
}
