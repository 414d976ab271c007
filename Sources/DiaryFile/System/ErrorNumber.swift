// The few errnos on which anything is decided, and what the rest become.

internal import Glibc

/// The errnos that mean something here.
enum ErrorNumber {
  static var exists: Int32 { EEXIST }
  static var forbidden: Int32 { EACCES }
  static var interrupted: Int32 { EINTR }
  static var isDirectory: Int32 { EISDIR }
  static var locked: Int32 { EWOULDBLOCK }
  static var noDevice: Int32 { ENXIO }
  static var notDirectory: Int32 { ENOTDIR }
  static var notFound: Int32 { ENOENT }
  static var tooManyLinks: Int32 { ELOOP }
  static var wrongEnd: Int32 { EIO }

  /// Whether there is no room: on the disk, within the quota, or within the greatest file size allowed.
  static func meansFull(_ code: Int32) -> Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }
}

extension FileError {
  /// A system call for this purpose failed.
  init(_ operation: Operation, _ error: SystemError) {
    self =
      ErrorNumber.meansFull(error.code)
      ? .full(operation, code: error.code)
      : .unavailable(operation, code: error.code)
  }

  /// The same failure of a change that could not be taken back.
  var asUnknownOutcome: FileError {
    switch self {
    case .full(let operation, let code), .unavailable(let operation, let code):
      .unknownOutcome(operation, code: code)
    default: self
    }
  }
}

/// Repeats a call that a signal interrupted. Not for ever: a system that answers nothing but EINTR is broken, and a
/// request may fail but not hang.
func retrying<Result>(
  _ operation: Operation, _ call: () throws(SystemError) -> Result
) throws(FileError) -> Result {
  var attempts = 1
  while true {
    do throws(SystemError) {
      return try call()
    } catch {
      guard error.code == ErrorNumber.interrupted, attempts < 100 else { throw FileError(operation, error) }
      attempts += 1
    }
  }
}
