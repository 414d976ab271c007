// What the storage's facts mean to whoever asked.

internal import Bookings
internal import Business
import Glibc

extension Problem {
  /// The problem that a failure of the bookings file is.
  init(_ error: StorageError, of business: Identifier) {
    switch error {
    case .busy: self = .busy(business)
    case .full(let operation, let code):
      self = .storageFull(business, summary: "\(operation.rawValue) failed (error \(code))")
    case .unavailable(let operation, let code):
      let isForbidden = code == EACCES || code == EPERM || code == EROFS
      let advice = isForbidden ? "let the user that the program runs as own Data, and write to it" : "look at the disk"
      self = .storageUnavailable(business, summary: "\(operation.rawValue) failed (error \(code)); \(advice)")
    case .refused(let role, let fault):
      self = .storageUnavailable(business, summary: "the \(role.rawValue) file was refused: \(fault.sentence)")
    case .damaged(let line, let damage): self = .damagedBookings(business, line: line, summary: damage.sentence)
    case .unknownOutcome(let operation, let code):
      self = .storageUnavailable(
        business, summary: "\(operation.rawValue) failed (error \(code)) and could not be taken back; look at the disk")
    case .unwritable: self = .internalFault("an event of \(business.text) could not be written so as to be read again")
    }
  }
}

extension FileFault {
  /// The fault as half a sentence, with what to do.
  var sentence: String {
    switch self {
    case .link: "it is a symbolic link; put a real one in its place"
    case .kind: "it is of the wrong kind; move it away"
    case .permissions(let mode): "its mode \(String(mode, radix: 8)) lets others in; run chmod go= on it"
    case .owner(let owner): "it belongs to user \(owner); give it the owner of the data directory"
    }
  }
}

extension Damage {
  /// The damage as half a sentence.
  var sentence: String {
    switch self {
    case .checksum: "its checksum is wrong or missing"
    case .sequence(let found): "number \(found) stands in the place of another line"
    case .content: "it proves itself but says nothing known"
    case .header: "the file does not begin as a bookings file does"
    case .version(let version): "the file is of version \(version), which this program does not know"
    }
  }
}
