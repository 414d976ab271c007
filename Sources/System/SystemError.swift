// A system call that failed, the few errnos on which anything is decided, and the one place that repeats a call.

internal import CLinux

/// A system call failed.
package struct SystemError: Error, Hashable, Sendable {
  /// The errno it left.
  package let code: Int32

  /// The failure with this errno.
  package init(_ code: Int32) { self.code = code }

  /// The failure of the call that has just returned.
  static var last: SystemError { SystemError(linux_errno()) }

  /// Whether there is no room: on the disk, within the quota, or within the greatest file size allowed.
  package var meansFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }

  /// Whether the user who runs the program may not do it.
  package var meansForbidden: Bool { code == EACCES || code == EPERM || code == EROFS }

  /// Whether a path leads to nothing.
  package var meansMissing: Bool {
    code == ENOENT || code == ENOTDIR || code == ELOOP || code == ENAMETOOLONG
  }

  /// What is wrong, as the end of a sentence, such as `there is no such file or directory`; of what seldom happens the number.
  /// Words of the program's own: the system's would make the program that answers requests larger.
  package var phrase: String {
    switch code {
    case EACCES: "permission is denied"
    case EPERM: "the system does not allow it"
    case ENOENT: "there is no such file or directory"
    case ENOTDIR: "a part of the path is no directory"
    case EISDIR: "it is a directory"
    case ELOOP: "it is a symbolic link, or links lead in a circle"
    case ENAMETOOLONG: "the name is too long"
    case ENOSPC: "no space is left on the disk"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "the file would be larger than is allowed"
    case EROFS: "the file system is read-only"
    case EIO: "the disk reports an error"
    case EMFILE, ENFILE: "too many files are open"
    case ENOMEM: "no memory is left"
    case ENOEXEC: "it is no program that this machine can run"
    default: "the system reports error \(code)"
    }
  }

  /// What the system says to it, such as `No such file or directory`.
  package var words: String { unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)" }
}

/// The errnos that mean something here.
package enum ErrorNumber {
  /// EEXIST.
  package static var exists: Int32 { EEXIST }
  /// EACCES.
  package static var forbidden: Int32 { EACCES }
  /// EINTR.
  package static var interrupted: Int32 { EINTR }
  /// EISDIR.
  package static var isDirectory: Int32 { EISDIR }
  /// EWOULDBLOCK, which is EAGAIN.
  package static var locked: Int32 { EWOULDBLOCK }
  /// ENXIO.
  package static var noDevice: Int32 { ENXIO }
  /// ENOTDIR.
  package static var notDirectory: Int32 { ENOTDIR }
  /// ENOENT.
  package static var notFound: Int32 { ENOENT }
  /// ELOOP.
  package static var tooManyLinks: Int32 { ELOOP }
  /// EIO.
  package static var inputOutput: Int32 { EIO }
}

/// Repeats a call that a signal interrupted. Not for ever: a system that answers nothing but EINTR is broken, and a
/// request may fail but not hang.
package func retrying<Result>(_ call: () throws(SystemError) -> Result) throws(SystemError) -> Result {
  var attempts = 1
  while true {
    do throws(SystemError) {
      return try call()
    } catch {
      guard error.code == ErrorNumber.interrupted, attempts < 100 else { throw error }
      attempts += 1
    }
  }
}
