// What the storage's facts mean to whoever sits at the machine. What callers are told is in Problem+Storage.swift.

internal import Bookings
internal import Business
import Glibc

extension DeskFailure {
  /// The failure of a command that a failure of a business's bookings file is.
  init(_ error: StorageError, of entity: Identifier) {
    let file = entity.bookingsFile
    switch error {
    case .busy:
      self.init(
        "Somebody else has held \(file) for over 5 seconds. Try again, or look for a program that is stopped.",
        status: EX_TEMPFAIL)
    case .full(let operation, let code):
      self.init(
        "\(file): \(operation.rawValue): \(SystemError.words(code)). Nothing was changed. Free disk space, then try again."
      )
    case .unavailable(let operation, let code):
      let advice = code == EACCES ? " Run the command as the user who owns Data, such as with sudo -u www-data." : ""
      self.init("\(file): \(operation.rawValue): \(SystemError.words(code)). Nothing was changed.\(advice)")
    case .refused(let role, let fault):
      self.init("The \(role.rawValue) file of \(entity.text) was refused: \(fault.advice).")
    case .damaged(let line, let damage):
      self.init("\(file):\(line): \(damage.words). Run `voicebot repair \(entity.text)`.")
    case .unknownOutcome(let operation, let code):
      self.init(
        "\(file): \(operation.rawValue): \(SystemError.words(code)). "
          + "Whether it was done is not known: repeat the command to find out."
      )
    case .unwritable: self.init("This cannot be recorded: it is too long, or names something twice.")
    }
  }
}

extension Identifier {
  /// How the bookings file of the business with this id is called on the screen.
  var bookingsFile: String { "Data/\(text).jsonl" }
}

extension FileFault {
  /// The fault and what to do.
  var advice: String {
    switch self {
    case .link: "it is a symbolic link, which is never followed; put a real file in its place"
    case .kind: "it is neither file nor directory as it should be; move it away"
    case .permissions(let mode): "its mode \(String(mode, radix: 8)) lets others in; run chmod go= on it"
    case .owner(let owner): "it belongs to user \(owner); give it the owner of the data directory"
    }
  }
}

extension Damage {
  /// What is wrong with the line.
  var words: String {
    switch self {
    case .checksum: "the line is damaged: its checksum is wrong or missing"
    case .sequence(let found): "line number \(found) stands in the place of another"
    case .content: "the line is whole but says nothing known"
    case .header: "the file does not begin as a bookings file does"
    case .version(let version): "the file is of version \(version), which this program does not know"
    }
  }
}
