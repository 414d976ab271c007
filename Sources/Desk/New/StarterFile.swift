// The business file that `voicebot new` writes: everything a business needs and most of what it may have, each line with a
// remark. It is in order by itself, whatever name, zone, country and numbers it is given.

internal import JSON

struct StarterFile {
  /// The file beside the business files that tells editors what may stand in them.
  static let schema = "business.schema.json"

  let name: String
  let timezone: String
  let country: String
  let sipIds: [String]
  /// The SHA-256 hash of the token that requests have to show, as 64 hexadecimal digits; nil where they need none.
  let tokenHash: String?
  /// Whether the schema lies beside it.
  let hasSchema: Bool

  /// The content of the file.
  var text: String {
    let numbers =
      sipIds.isEmpty
      ? "# sipIds: [\"+49 351 1234567\"]" : "sipIds: [\(sipIds.map(StarterFile.quoted).joined(separator: ", "))]"
    return (hasSchema ? "# yaml-language-server: $schema=\(StarterFile.schema)\n" : "") + """
      # Who takes appointments, what can be booked, and when. `voicebot check` says whether this file is in order.
      # Every value is the text that stands here; what follows a " #" is a remark.

      \(StarterFile.line("name: \(StarterFile.scalar(name))", "spoken to the caller"))
      \(StarterFile.line("timezone: \(StarterFile.scalar(timezone))", "in which the times below are meant"))
      \(StarterFile.line("country: \(StarterFile.scalar(country))", "how telephone numbers without a calling code are read"))
      \(StarterFile.line(numbers, "the numbers on which callers reach this business"))
      \(tokens)
      # language: en # in which callers are spoken to: de, en-GB …

      hours: # weekly working windows; days that are not named are closed
        mon-thu: 09:00-12:00, 13:00-18:00
        fri: 09:00-14:00
      dates: # what holds on certain days instead; later entries win
        12-24..12-26: closed # every year
        01-01: closed
        # easter+1: closed # every year on another date: Easter Monday
        # 2027-08-02..2027-08-13: closed # one year only
        # 07-01..08-31: {mon-fri: 08:00-13:00} # a season with a week of its own

      agents: # who takes appointments
        anna: # an id of your own choice; callers never hear it
          name: Anna Schmidt # they hear this
        ben:
          name: Ben Meyer
          hours: {mon-wed: 09:00-15:00} # within the hours above
          # dates: {2027-08-02..2027-08-13: off}
          # rota: {from: 2027-01-04, weeks: [{mon-wed: 09:00-15:00}, {thu-fri: 09:00-14:00}]} # instead of hours: turns

      appointmentTypes: # what callers ask for
        consultation:
          name: Consultation
          # description: For new and for old patients
          products: [first-visit, follow-up]
          # agents: [anna, ben] # without this line: everyone
        course:
          name: Course
          products: [back-course]
          agents: [anna]

      products: # what is booked: so long, so many at once, on these terms
        first-visit:
          name: First visit
          duration: 45m
          bufferAfter: 15m # to get ready for the next one
          requiredInfo: {participant: [firstname, lastname, dateOfBirth]}
          # maxPerDay: 4 # of all agents together
        follow-up:
          name: Follow-up visit
          duration: 20m
          # price: 35 euros
        back-course:
          name: Back course
          duration: 1h
          capacity: 8 # places in the group
          notice: 1d # instead of the one below
          needs: [room]
          # starts: {wed: "17:00", thu: "16:00, 17:00"} # then only; without this line at any time

      resources: # what appointments share: how many there are of each
        room: 1
      requiredInfo: # what is asked for, unless a product says otherwise
        booker: [firstname, lastname, phone]
        participant: [firstname, lastname]
      # optionalInfo: {booker: [email]} # what may be said, and need not be
      # fields: {insuranceNumber: {type: text, pattern: "[A-Z][0-9]{9}", label: Insurance number, identifies: true}}
      booking: # the terms, unless a product has its own
        slotInterval: 15m # offers 09:00, 09:15, 09:30 …
        notice: 2h # how long before its start an appointment must be booked
        horizon: 60d # how far ahead it can be
        changeUntil: 24h # until when before its start it can be moved or cancelled
        # maxOpen: 4 # so many appointments to come, of one person, are enough

      """
  }

  /// The line with the token's hash.
  private var tokens: String {
    guard let tokenHash else {
      return StarterFile.line(
        "# tokens: []", "SHA-256 of the tokens that requests have to show; without: anyone may book")
    }
    return "tokens: # SHA-256 of the token that requests have to show\n  - \(tokenHash)"
  }

  private static func line(_ text: String, _ remark: String) -> String { "\(text) # \(remark)" }

  /// A text as a YAML value: as it is where it cannot be taken for anything else, else in quotation marks.
  private static func scalar(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true && text.last != " "
      && text.allSatisfy { $0.isLetter || $0.isNumber || " -_./'&+()".contains($0) }
    let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
    return isPlain && !words.contains(text.lowercased()) ? text : quoted(text)
  }

  /// A text in double quotation marks; YAML reads JSON's strings.
  private static func quoted(_ text: String) -> String { JSONValue.string(text).text }
}
