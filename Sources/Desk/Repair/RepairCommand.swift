// `voicebot repair`: makes a damaged bookings file whole.

internal import ArgumentParser
internal import Diary
internal import DiaryFile

struct RepairCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "Make a damaged bookings file whole again.",
    discussion: """
      Every line that proves itself is kept, wherever it stands; the file as it was is kept aside. It may be \
      interrupted at any time and run again. A file that is whole stays as it is.
      """)

  @Argument(help: "The business.", completion: .businesses)
  var entity: String

  func run(at surroundings: Surroundings) throws {
    let premises = try Premises(surroundings)
    let entity = try premises.entities([entity])[0]
    let report = try premises.diary(of: entity) { store throws(DiaryError) in try store.repair() }
    try surroundings.output.write(report.text)
  }
}
