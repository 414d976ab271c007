// A system call that failed, the few errnos on which anything is decided, and the one place that repeats a call.

internal import CLinux

/// A system call failed.
public struct SystemError: Error, Hashable, Sendable {
  /// The errno it left.
  public let code: Int32

  /// The failure with this errno.
  public init(_ code: Int32) { self.code = code }

  /// The failure of the call that has just returned.
  static var last: SystemError { SystemError(linux_errno()) }

  /// Whether there is no room: on the disk, within the quota, or within the greatest file size allowed.
  public var meansFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }

  /// Whether the user who runs the program may not do it.
  public var meansForbidden: Bool { code == EACCES || code == EPERM || code == EROFS }

  /// Whether a path leads to nothing.
  public var meansMissing: Bool {
    code == ENOENT || code == ENOTDIR || code == ELOOP || code == ENAMETOOLONG
  }

  /// What the system says to it, such as `No such file or directory`.
  public var words: String { unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)" }
}

/// The errnos that mean something here.
public enum ErrorNumber {
  /// EEXIST.
  public static var exists: Int32 { EEXIST }
  /// EACCES.
  public static var forbidden: Int32 { EACCES }
  /// EINTR.
  public static var interrupted: Int32 { EINTR }
  /// EISDIR.
  public static var isDirectory: Int32 { EISDIR }
  /// EWOULDBLOCK, which is EAGAIN.
  public static var locked: Int32 { EWOULDBLOCK }
  /// ENXIO.
  public static var noDevice: Int32 { ENXIO }
  /// ENOTDIR.
  public static var notDirectory: Int32 { ENOTDIR }
  /// ENOENT.
  public static var notFound: Int32 { ENOENT }
  /// ELOOP.
  public static var tooManyLinks: Int32 { ELOOP }
  /// EIO.
  public static var wrongEnd: Int32 { EIO }
}

/// Repeats a call that a signal interrupted. Not for ever: a system that answers nothing but EINTR is broken, and a
/// request may fail but not hang.
public func retrying<Result>(_ call: () throws(SystemError) -> Result) throws(SystemError) -> Result {
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
