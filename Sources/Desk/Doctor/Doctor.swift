// The examination of a deployment: in which order things are looked at, and how it is told. What depends on something that is
// broken is not looked at: that is mended first.

internal import Business
internal import CivilTime
import Glibc
internal import Host
internal import JSON
internal import System

struct Doctor {
  let surroundings: Surroundings
  /// The directory of the programs; nil where nobody can tell.
  let programs: String?
  /// As whom it looks.
  let user: SystemUser
  /// What was found.
  private(set) var ailments: [Ailment] = []
  /// The deployment; nil where its variables cannot be obeyed.
  private(set) var premises: Premises?
  /// The directory of the business files.
  private(set) var businessFiles = ""
  /// The directory of the bookings.
  private(set) var data = ""
  /// The businesses whose files are in order, and that were examined.
  var businesses: [Business] = []
  /// Every id that has a business file.
  var served: [String] = []

  init(_ surroundings: Surroundings, programs: String?, as user: SystemUser) {
    self.surroundings = surroundings
    self.programs = programs
    self.user = user
  }

  /// Looks at everything.
  mutating func examine() {
    if user.id == 0 {
      find(
        "looks-as-root", "Root may read and write everything, a web server's user may not: look as that user.",
        "\(desk) doctor --user www-data")
    }
    do {
      let premises = try Premises(surroundings)
      (businessFiles, data) = (premises.settings.businesses, premises.settings.data)
      self.premises = premises
    } catch {
      let name = String(error.sentence.prefix { $0.isUppercase || $0 == "_" })
      find(
        "variable", "\(error.sentence) Until then every request is answered with 500.",
        name.hasPrefix("VOICEBOT_") ? "unset \(name)" : "export VOICEBOT_ROOT=/srv/voicebot")
      return
    }
    examineVariables()
    examinePrograms()
    guard isReached(businessFiles) else { return }
    examineBusinesses()
    if isReached(data) { examineData() }
  }

  /// Notes something that needs mending.
  mutating func find(_ code: String, of business: String? = nil, _ message: String, _ command: String) {
    if ailments.contains(where: { $0.code == code && $0.command == command }) { return }
    ailments.append(Ailment(code: code, business: business, message: message, command: command))
  }

  /// The desk as commands name it.
  var desk: String { Shell.word(programs.map { $0 + "/voicebot" } ?? "voicebot") }

  /// Whether the user can get to what is at a path; if not, the uppermost directory that is in the way is found.
  mutating func isReached(_ path: String) -> Bool {
    var above = ""
    let absolute = path.hasPrefix("/") ? path : (Files.resolved(".") ?? "") + "/" + path
    for segment in absolute.split(separator: "/").dropLast() {
      above += "/" + segment
      guard Look.at(above).exists else { break }
      guard unsafe access(above, X_OK) == 0 else {
        find(
          "out-of-reach", "\(user.name) cannot get past \(above), so \(path) is out of reach.",
          "chmod a+x \(Shell.path(above))")
        return false
      }
    }
    return true
  }

  /// What was found, for people.
  var text: String {
    var lines: [String] = []
    for ailment in ailments {
      let subject = ailment.business.map { $0 + ": " } ?? ""
      lines += ["\(subject)\(ailment.message)", "  \(ailment.command)", ""]
    }
    let root = premises.map { _ in surroundings.shown(businessFiles) } ?? "The deployment"
    let seen = served.isEmpty ? "" : " (\(served.joined(separator: ", ")))"
    lines.append(
      ailments.isEmpty
        ? "\(root)\(seen), seen by \(user.name): nothing needs mending."
        : "\(root)\(seen), seen by \(user.name): \(Wording.count(ailments.count, "thing")) to mend, by the "
          + "\(ailments.count == 1 ? "command" : "commands") above.")
    return lines.map { TerminalText.harmless($0) + "\n" }.joined()
  }

  /// The same as an object.
  var json: JSONValue {
    .members([
      ("user", .string(user.name)), ("version", .string(ProgramVersion.text)),
      ("businesses", .array(served.map(JSONValue.string))), ("findings", .array(ailments.map(\.json))),
    ])
  }
}

/// What is at a path itself, not where a link leads.
struct Look {
  var exists = false
  var isLink = false
  var isDirectory = false
  var isFile = false
  var mode: UInt32 = 0
  var owner: UInt32 = 0

  /// What is there now.
  static func at(_ path: String) -> Look {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return Look() }
    let kind = status.st_mode & S_IFMT
    return Look(
      exists: true, isLink: kind == S_IFLNK, isDirectory: kind == S_IFDIR, isFile: kind == S_IFREG,
      mode: UInt32(status.st_mode & 0o7777), owner: status.st_uid)
  }
}
