// The words for what can go wrong with a bookings file: a line for the operator's log, and sentences for the person who
// gave a command.

package import Business
package import Diary
internal import DiaryFormat
internal import System

extension FileError: DiaryFailure {
  /// What kind of failure it is, whatever the engine.
  package var fault: DiaryFault {
    switch self {
    case .busy, .unindexed: .busy
    case .full: .full
    case .unavailable, .refused, .vanishing, .missing, .taken: .unavailable
    case .unknownOutcome: .unknownOutcome
    case .damaged(let line, _): .damaged(number: line)
    case .unwritable: .unwritable
    }
  }

  /// One line for the log, beginning with the file that it is about.
  package func logLine(of entity: Identifier) -> String {
    let file = "\(entity.text).jsonl"
    switch self {
    case .busy: return "\(entity.text).lock: held by another process for over 3 s; look for one that is stopped"
    case .unindexed:
      return
        "\(file): its index is gone, and making it takes over 3 s; the next requests go on with it, unless a program that is "
        + "at it is stopped: look for one"
    case .full(let operation, let code):
      return "\(file): \(operation.rawValue) failed: \(SystemError(code).phrase); free disk space or raise the quota"
    case .unavailable(let operation, let code):
      let advice =
        SystemError(code).meansForbidden
        ? "let the user that the program runs as own Data, and write to it" : "look at the disk"
      return "\(file): \(operation.rawValue) failed: \(SystemError(code).phrase); \(advice)"
    case .refused(let role, let fault): return "\(file): the \(role.rawValue) file was refused: \(fault.logWords)"
    case .vanishing:
      return "\(file): the data directory lies on this instance's own disk, which vanishes with it: mount an EFS file "
        + "system and set VOICEBOT_DATA to a directory on it"
    case .missing: return "\(file): there is no such file"
    case .taken(let other): return "\(other).jsonl: there are bookings already"
    case .damaged(let line, let damage):
      return "\(file):\(line): \(damage.logWords); \(damage.advice(in: entity))"
    case .unknownOutcome(let operation, let code):
      return
        "\(file): \(operation.rawValue) failed: \(SystemError(code).phrase) and could not be taken back; look at the disk"
    case .unwritable: return "an event of \(entity.text) could not be written so as to be read again"
    }
  }

  /// Sentences for the person at the desk.
  package func sentence(of entity: Identifier) -> String {
    let file = FileWords.name(of: entity)
    switch self {
    case .busy:
      return "Somebody else has held \(file) for over 3 seconds. Try again, or look for a program that is stopped."
    case .unindexed:
      return
        "The index of \(file) is gone, and making it takes over 3 seconds. Try again: it goes on, unless a program that "
        + "is at it is stopped."
    case .full(let operation, let code):
      return
        "\(operation.failure(of: entity)): \(SystemError(code).phrase). Nothing was changed. Free disk space, then try "
        + "again."
    case .unavailable(let operation, let code):
      let advice =
        code == ErrorNumber.forbidden
        ? " Run the command as the user who owns Data, such as with sudo -u www-data." : ""
      return "\(operation.failure(of: entity)): \(SystemError(code).phrase). Nothing was changed.\(advice)"
    case .refused(let role, let fault):
      return "\(role.name(of: entity)) is refused: \(fault.deskWords)."
    case .vanishing: return "\(file) would vanish with this instance: set VOICEBOT_DATA to a directory that stays."
    case .missing: return "There is no \(file)."
    case .taken(let other):
      return "\(other) has bookings of its own, or a note of some. Nothing was changed."
    case .damaged(let line, let damage):
      return "\(file):\(line): \(damage.deskWords). \(damage.advice(in: entity, asSentence: true))."
    case .unknownOutcome(let operation, let code):
      return
        "\(operation.failure(of: entity)): \(SystemError(code).phrase). Whether it was done is not known: repeat the "
        + "command to find out."
    case .unwritable: return "This cannot be recorded: it is too long, or names something twice."
    }
  }
}

/// Words that several sentences share.
enum FileWords {
  /// How the bookings file of a business is called on the screen.
  static func name(of entity: Identifier) -> String { "Data/\(entity.text).jsonl" }

  /// `1 line`, `2 lines`.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

extension Operation {
  /// What cannot be done, with the path: the beginning of a sentence.
  fileprivate func failure(of entity: Identifier) -> String {
    let file = FileWords.name(of: entity)
    return switch self {
    case .directory: "The directory Data cannot be opened or made"
    case .open: "\(file) or its lock cannot be opened"
    case .status: "Nobody can tell what \(file) is"
    case .read: "\(file) cannot be read"
    case .write: "\(file) cannot be written"
    case .sync: "\(file) cannot be brought onto the disk for certain"
    case .truncate: "\(file) cannot be cut to its length"
    case .lock: "Data/\(entity.text).lock cannot be locked"
    case .rename: "A file of \(entity.text) in Data cannot be given its name, or removed"
    case .random: "The system gives no random numbers"
    }
  }
}

extension FileRole {
  /// The file with its path.
  fileprivate func name(of entity: Identifier) -> String {
    switch self {
    case .directory: "The directory Data"
    case .bookings: FileWords.name(of: entity)
    case .lock: "Data/\(entity.text).lock"
    case .other: "A file of \(entity.text) in Data"
    }
  }
}

extension FileFault {
  fileprivate var logWords: String {
    switch self {
    case .link: "it is a symbolic link; put a real one in its place"
    case .kind: "it is of the wrong kind; move it away"
    case .permissions(let mode): "its mode \(String(mode, radix: 8)) lets others in; run chmod go= on it"
    case .owner(let owner): "it belongs to user \(owner); give it the owner of the data directory"
    }
  }

  fileprivate var deskWords: String {
    switch self {
    case .link: "it is a symbolic link, which is never followed; put a real file in its place"
    case .kind: "it is neither file nor directory as it should be; move it away"
    case .permissions, .owner: logWords
    }
  }
}

extension Damage {
  fileprivate var logWords: String {
    switch self {
    case .checksum: "its checksum is wrong or missing"
    case .sequence(let found): "number \(found) stands in the place of another line"
    case .content: "it proves itself but says nothing known"
    case .header: "the file does not begin as a bookings file does"
    case .version(Line.fencedVersion): "the bookings were moved into a database"
    case .version(let version): "the file is of version \(version), which this program does not know"
    case .lost: "the line was on the disk and is damaged, cut off or gone"
    case .gone: "the file is gone, although its note knows it"
    case .stranger(let entity): "the file is that of \(entity)"
    }
  }

  /// What is to be done about it.
  func advice(in entity: Identifier, asSentence: Bool = false) -> String {
    let repair = "\(asSentence ? "Run" : "run") `voicebot repair \(entity.text)`"
    switch self {
    case .stranger(let other):
      return "\(asSentence ? "Move" : "move") it to \(other).jsonl, or run `voicebot rename \(other) "
        + "\(entity.text)` if that business is called \(entity.text) now"
    case .gone:
      return "\(asSentence ? "Put" : "put") it back, or give `voicebot rename` again if that was interrupted, or "
        + "run `voicebot repair \(entity.text)`"
    case .version(Line.fencedVersion):
      return
        "\(asSentence ? "Set" : "set") VOICEBOT_DATABASE, or run `voicebot database export \(entity.text)` to have "
        + "them in the file again"
    case .checksum, .sequence, .content, .header, .version, .lost: return repair
    }
  }

  /// What is wrong with the line.
  var deskWords: String {
    switch self {
    case .checksum: "the line is damaged: its checksum is wrong or missing"
    case .sequence(let found): "line number \(found) stands in the place of another"
    case .content: "the line is whole but says nothing known"
    case .header, .version, .lost, .gone, .stranger: logWords
    }
  }
}
