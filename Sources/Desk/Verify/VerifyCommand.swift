// `voicebot verify`: looks bookings files through.

internal import ArgumentParser
internal import Bookings
internal import Business

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
      let found: Verification?
      do throws(DeskFailure) {
        found = try premises.bookings(of: entity) { store throws(StorageError) in try store.verify() }
      } catch {
        // One file that cannot be read keeps nobody from hearing about the others.
        try surroundings.errors.write("voicebot: \(error.sentence)\n")
        isDamaged = true
        continue
      }
      try surroundings.output.write(report(found, of: entity))
      if let found, found.problems.contains(where: \.isSerious) { isDamaged = true }
    }
    if isDamaged { throw DeskFailure("", status: 1) }
  }

  private func report(_ found: Verification?, of entity: Identifier) -> String {
    let file = entity.bookingsFile
    guard let found else { return "\(file): no bookings yet\n" }
    var lines = found.problems.map { $0.words(in: file) }
    if found.problems.isEmpty {
      lines.append("\(file): \(Wording.count(found.lines, "line")), all whole")
    } else if found.problems.contains(where: \.isSerious) {
      lines.append("\(file): run `voicebot repair \(entity.text)`")
    } else {
      lines.append("\(file): otherwise whole; the next booking puts this right by itself")
    }
    if !found.keptAside.isEmpty {
      lines.append("\(file): kept aside: \(found.keptAside.joined(separator: ", "))")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
