// `voicebot rename`: gives a business another id, with its bookings.

internal import ActionTable
internal import ArgumentParser
internal import Business
internal import BusinessFile
internal import Diary
internal import DiaryFile
internal import Host
internal import System

struct RenameCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Give a business another id, and its bookings with it.",
    discussion: """
      Businesses/OLD.yaml becomes Businesses/NEW.yaml (where you have renamed it already, only the bookings follow), and \
      every booking, block and person keeps the rest of its id: OLD.b7f3… is NEW.b7f3… from then on. Whoever calls the \
      old id is told that there is no such business: change the bot's address and VOICEBOT_ENTITY.

        voicebot rename praxis praxis-sonne

      It refuses where NEW has a business file beside OLD's, or bookings. While it works, requests for either wait, or \
      are refused. It may be interrupted at any time: the same command again finishes. The lock file of OLD stays.
      """)

  @Argument(help: "The id that the business has.", completion: .businesses)
  var old: String

  @Argument(help: "The id that it is to have.")
  var new: String

  func validate() throws {
    for name in [old, new] where Identifier(name) == nil {
      throw ValidationError("“\(TerminalText.harmless(name))” cannot be the id of a business.")
    }
    if ReservedNames.contain(new) {
      throw ValidationError("No business can be called “\(new)”: addresses keep that name for themselves.")
    }
    if old == new { throw ValidationError("That is its id.") }
  }

  func run(at surroundings: Surroundings) throws {
    guard let old = Identifier(old), let new = Identifier(new) else { return }
    let premises = try Premises(surroundings)
    let file = try BusinessFileMove(from: old, to: new, premises)
    var failure: DeskFailure?
    let report: CareReport
    do throws(DiaryError) {
      report = try premises.settings.deskEngine.rename(
        old, to: new, at: premises.now, isMoved: file.isMoved
      ) { () throws(DiaryError) in
        do throws(DeskFailure) {
          try file.move()
        } catch {
          failure = error
          throw .stopped
        }
      }
    } catch {
      throw failure ?? DeskFailure(error, of: error.isTaken(new.text) ? new : old)
    }
    do throws(SystemError) {
      try TokenMark.rename(old, to: new, in: premises.settings.data, calls: LinuxCalls())
    } catch {
      throw DeskFailure("The memory of \(old.text)'s tokens cannot be renamed: \(error.words). Give the command again.")
    }
    let done = file.isMoved ? "\(old.text) is \(new.text) already" : "\(old.text) is now \(new.text)"
    try surroundings.output.writeData("\(done).\n\(report.text)")
  }
}
