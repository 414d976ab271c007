// What `check` has to say about a file, as facts and a sentence. FindingText.swift and
// FindingJSON.swift show it; CheckedFile.swift, Inspection.swift and the files beside them find it.

internal import BusinessFile

/// A place in a file: line and column from 1, columns counted in Unicode scalars.
struct FilePlace {
  var line: Int
  var column: Int

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  init(_ position: SourceMap.Position) { self.init(line: position.line, column: position.column) }
}

/// One error or warning.
struct Finding {
  /// Where the file has it; nil where it is about the file as a whole.
  var place: FilePlace?
  var code: FindingCode
  /// Full sentences: what is wrong, why it matters, what to do.
  var message: String
  /// Other places that the message speaks of.
  var related: [Related] = []

  /// A place in some file.
  struct Related {
    /// The file as it is named to the user.
    var file: String
    var place: FilePlace?
    /// `file:line:column`, as far as they are known.
    var text: String { Finding.text(file: file, place) }
  }

  static func text(file: String, _ place: FilePlace?) -> String {
    place.map { "\(file):\($0.line):\($0.column)" } ?? file
  }
}

/// What kind of finding it is; the raw value is stable, for scripts.
package enum FindingCode: String, CaseIterable, Sendable {
  /// The reader refuses the file (see BusinessFileReader).
  case invalid
  /// The file's name is not that of a business.
  case name
  /// The file cannot be read.
  case unreadable
  /// Two businesses are called on one number.
  case sharedSipID = "shared-sip-id"

  /// A text in `sipIds` looks like a phone number and is none.
  case noNumber = "no-number"
  /// A number stands twice, spelt differently.
  case sameNumber = "same-number"
  /// No appointment type has the agent.
  case agentUnused = "agent-unused"
  /// The agent's hours leave no room for anything.
  case agentUnavailable = "agent-unavailable"
  /// No appointment type has the product.
  case productUnused = "product-unused"
  /// The product is longer than any working time.
  case productTooLong = "product-too-long"
  /// Nobody works at starts of the product.
  case startsOutside = "starts-outside"
  /// The appointment type has no bookable hour soon.
  case typeUnavailable = "type-unavailable"
  /// No product needs the resource.
  case resourceUnused = "resource-unused"
  /// Nobody is asked for the field.
  case fieldUnused = "field-unused"
  /// The pattern of a field takes too long to match some values.
  case patternTooSlow = "pattern-too-slow"
  /// Nobody is asked for a phone number or an e-mail address.
  case noContact = "no-contact"
  /// Nobody is asked for a name.
  case noName = "no-name"
  /// Nobody could prove who they are by what is asked for.
  case noProof = "no-proof"
  /// A field looks like a number of a person and does not say whether it identifies.
  case mayIdentify = "may-identify"
  /// The business had tokens, and its file names none.
  case tokensGone = "tokens-gone"
  /// National phone numbers cannot be read.
  case noCountry = "no-country"
  /// Two that callers choose between have one name.
  case sameName = "same-name"
  /// Windows of one day overlap.
  case windowsOverlap = "windows-overlap"
  /// A window lasts almost a day, past midnight.
  case windowTooLong = "window-too-long"
  /// Hours of an agent at which the business is closed.
  case hoursOutside = "hours-outside"
  /// A date that is over.
  case datePast = "date-past"
  /// A date for which a later entry says something else.
  case dateOverridden = "date-overridden"

  /// A range of dates opens days that are closed otherwise.
  case dateOpens = "date-opens"
  /// A yearly range leaves out February 29th.
  case leapDay = "leap-day"
  /// `dailyLimit` at a product, where `maxPerDay` was probably meant.
  case dailyLimit = "daily-limit"
  /// Nothing that is booked could be changed.
  case changeUntil = "change-until"
  /// A rota has no hours on the weekday on which it begins.
  case rotaFrom = "rota-from"
  /// A zone without summer time that is no place.
  case fixedZone = "fixed-zone"
  /// A `#` in a text that was probably to begin a remark.
  case noRemark = "no-remark"
  /// A booking to come that the file would no longer allow.
  case stranded
  /// The bookings cannot be looked at.
  case bookingsUnread = "bookings-unread"

  /// Whether the program refuses such a file, or would do the wrong thing with it.
  var isError: Bool {
    switch self {
    case .invalid, .name, .unreadable, .sharedSipID: true
    default: false
    }
  }

  /// `error` or `warning`.
  var severity: String { isError ? "error" : "warning" }
}
