// `voicebot forget`: removes personal data for good, of one person or of everybody whose time is over.

internal import ArgumentParser
internal import Business

struct ForgetCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Remove personal data for good.",
    usage: """
      voicebot forget <entity> <user-id> [--force]
      voicebot forget <entity> <field=value> ...
      voicebot forget --expired [<entity> ...]
      """,
    discussion: """
      Times, agents and products of the bookings stay, so that they can still be counted; who booked and who came goes \
      from the bookings file and everything derived from it. With what is known of a person it only says who that is:

        voicebot forget gleichgewicht lastname=Muster firstname=Eva
        voicebot forget gleichgewicht gleichgewicht.u4k2x9qz1m0cw7f3m2x9

      With --expired it is done to all bookings that ended longer ago than the business file's `retention`: let cron \
      run it every night. Of twenty businesses or more only those are named where something was done or is to be done.

      Exit status: 0 when all is done, 1 where something could not be.
      """)

  @Flag(help: "Forget everybody whose bookings ended longer ago than the business file's retention.")
  var expired = false

  @Flag(help: "Forget a person although bookings are still to come; these keep their time.")
  var force = false

  @Argument(
    help: ArgumentHelp("The business, and the person's id or what is known of the person.", valueName: "entity"))
  var arguments: [String] = []

  func validate() throws {
    if !expired, arguments.count < 2 {
      throw ValidationError("Whom? Name the business and the person's id, or use --expired.")
    }
  }

  func run(at surroundings: Surroundings) throws {
    if expired {
      try Retention(premises: try Premises(surroundings)).run(arguments, at: surroundings)
      return
    }
    let counter = try Counter(arguments[0], surroundings)
    let wanted = Array(arguments.dropFirst())
    let person = ForgottenPerson(counter: counter)
    if wanted.count == 1, !wanted[0].contains("=") {
      try surroundings.output.write(try person.forget(wanted[0], force: force))
    } else {
      try surroundings.output.write(try person.find(wanted))
    }
  }
}
