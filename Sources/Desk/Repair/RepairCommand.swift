// `voicebot repair`: makes a damaged bookings file whole.

internal import ArgumentParser
internal import Bookings
internal import Business

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
    let file = entity.bookingsFile
    let report = try premises.bookings(of: entity) { store throws(StorageError) in try store.repair() }
    guard let report else { throw DeskFailure("There is no \(file).") }
    var lines = report.problems.map { $0.words(in: file) }
    if report.problems.isEmpty {
      lines.append("\(file): \(Wording.count(report.events, "event")), all whole; nothing was changed")
    } else {
      lines.append("\(file): whole again, with \(Wording.count(report.events, "event"))")
    }
    if let kept = report.keptIn { lines.append("\(file): what was there before is in Data/\(kept)") }
    try surroundings.output.write(lines.map { $0 + "\n" }.joined())
  }
}
