// The deployment's own variables (contract, section 7), read once into values. CGIRequest.swift reads what a web server
// says about a request; RootDirectory.swift finds the root where no variable names it.

package import CivilTime

/// A variable that cannot be obeyed. Every request is refused until it is set right: guessing what was meant could
/// open the door or falsify the clock.
package struct SettingsFault: Error, Equatable, Sendable {
  /// One sentence for the operator: which variable, what was expected. Never a token's text.
  package var sentence: String
}

/// Where faults are reported.
package enum LogTarget: Equatable, Sendable {
  /// The standard error stream.
  case standardError
  /// Nowhere.
  case off
  /// The end of a file.
  case file(String)

  /// What `VOICEBOT_LOG` says: `stderr` (also where it is unset or empty), `off` or a file.
  package init(_ variables: Variables) {
    switch variables.nonEmpty("VOICEBOT_LOG") {
    case nil, "stderr": self = .standardError
    case "off": self = .off
    case let path?: self = .file(path)
    }
  }
}

/// What the operator of a deployment has set.
package struct Settings: Sendable {
  /// The directory of the business files.
  package var businesses: String
  /// The directory of the bookings files.
  package var data: String
  /// `VOICEBOT_DATABASE`: the libpq connection string or URI of the database that has the bookings; nil where a file has
  /// them.
  package var database: String?
  /// `VOICEBOT_ENTITY`: the endpoint's own business, as written.
  package var entity: String?
  /// `VOICEBOT_TOKEN`: the token that opens every business.
  package var token: String?
  /// `VOICEBOT_TOKEN_IN_QUERY=1`: whether `?token=` is taken too.
  package var tokenInQuery: Bool
  /// `VOICEBOT_ERRORS=200`: whether failures below 500 go out with HTTP status 200 (contract, section 4, names those that
  /// do not).
  package var errorsAs200: Bool
  /// `VOICEBOT_NOW`: the instant that replaces the clock.
  package var now: Instant?

  /// The settings in these variables; `root` is asked only for a directory that no variable names. Variables that
  /// are set but empty count as unset, except for `VOICEBOT_TOKEN`: a token that got lost on its way into the
  /// environment must not leave the door open.
  package init(_ variables: Variables, root: () throws(SettingsFault) -> String) throws(SettingsFault) {
    let businesses = variables.nonEmpty("VOICEBOT_BUSINESSES")
    let data = variables.nonEmpty("VOICEBOT_DATA")
    var directory = variables.nonEmpty("VOICEBOT_ROOT") ?? ""
    if directory.isEmpty, businesses == nil || data == nil { directory = try root() }
    self.businesses = businesses ?? directory + "/Businesses"
    self.data = data ?? directory + "/Data"
    database = try Settings.database(variables.nonEmpty("VOICEBOT_DATABASE"))
    entity = variables.nonEmpty("VOICEBOT_ENTITY")
    token = try Settings.token(variables["VOICEBOT_TOKEN"])
    tokenInQuery = try Settings.flag(variables, "VOICEBOT_TOKEN_IN_QUERY", on: "1")
    errorsAs200 = try Settings.flag(variables, "VOICEBOT_ERRORS", on: "200")
    now = try Settings.now(variables.nonEmpty("VOICEBOT_NOW"))
  }

  /// Bookings are never kept elsewhere than the operator says.
  private static func database(_ address: String?) throws(SettingsFault) -> String? {
    #if !PostgreSQL
      guard address == nil else {
        throw SettingsFault(
          sentence: "VOICEBOT_DATABASE is set, and this program was built without PostgreSQL: deploy what "
            + "bin/build --postgresql makes, or unset it to keep the bookings in a file.")
      }
    #endif
    return address
  }

  /// A token is visible ASCII without spaces, as `Authorization` can carry it.
  private static func token(_ text: String?) throws(SettingsFault) -> String? {
    guard let text else { return nil }
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else {
      throw SettingsFault(
        sentence: "VOICEBOT_TOKEN is set but is empty or has characters other than visible ASCII: "
          + "set it to the token, or unset it to let everyone ask.")
    }
    return text
  }

  private static func flag(_ variables: Variables, _ name: String, on: String) throws(SettingsFault) -> Bool {
    guard let value = variables.nonEmpty(name) else { return false }
    guard value == on else { throw SettingsFault(sentence: "\(name) is “\(value)”: set it to \(on), or unset it.") }
    return true
  }

  /// The instant that an ISO 8601 text names; a date, and a time without an offset, are read in UTC.
  private static func now(_ text: String?) throws(SettingsFault) -> Instant? {
    guard let text else { return nil }
    do {
      switch try ISO8601.parse(text) {
      case .instant(let instant, _, _): return instant
      case .local(let reading): return Instant(milliseconds: reading.wallMilliseconds)
      case .date(let day): return Instant(milliseconds: LocalDateTime(date: day, minute: 0).wallMilliseconds)
      }
    } catch {
      throw SettingsFault(
        sentence: "VOICEBOT_NOW is “\(text)”: set it to a date and time such as 2026-09-14T08:00:00Z, or unset it.")
    }
  }
}
