// `voicebot repair`: makes a damaged bookings file whole.

internal import ArgumentParser
internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile

struct RepairCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "Make a damaged bookings file whole again.",
    discussion: """
      Every line that proves itself is kept, wherever it stands; the file as it was is kept aside. It may be \
      interrupted at any time and run again. A file that is whole stays as it is.

      Of a line that is lost it says what can still be read, and a block holds its time, of all agents where none can be \
      read, until you have settled what was there: book it again, or give the time back with `voicebot unblock`.

      Exit status: 0 when nothing is lost, 1 when an event is, or when it cannot be done.
      """)

  @Argument(help: "The business.", completion: .businesses)
  var entity: String

  func run(at surroundings: Surroundings) throws {
    let premises = try Premises(surroundings)
    let entity = try premises.entities([entity])[0]
    let business = try? premises.business(entity.text)
    let aids = RepairAids(now: premises.now, actor: premises.actor, agents: Set(business?.agents.map(\.id.text) ?? []))
    {
      PublicID.random("k", in: entity, bytes: premises.random(PublicID.randomBytes))
    } words: { span in
      guard let zone = business?.zone else {
        return "\(ISO8601.writeUTC(span.lowerBound)) to \(ISO8601.writeUTC(span.upperBound))"
      }
      let (first, last) = (zone.local(span.lowerBound).date, zone.local(span.upperBound).date)
      return Wording.stretch(span.lowerBound, span.upperBound, zone.offsets(from: first, through: last))
    }
    let report = try premises.diary(of: entity) { store throws(DiaryError) in try store.repair(aids) }
    try surroundings.output.write(report.lines.map { TerminalText.harmless($0) + "\n" }.joined())
    if report.lost > 0 { throw DeskFailure("", status: 1) }
  }
}
