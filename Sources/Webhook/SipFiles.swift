// The system calls of the cache of numbers, and nothing else: the states of business files, and the cache's own file.
// Whatever fails here is a cache that is not there, or not written; no request fails for it.

import Glibc

/// The states of a directory and of the files in it.
final class SipDirectory {
  private let descriptor: Int32

  /// The directory at this path; nil where it cannot be opened.
  init?(_ path: String) {
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// The state of the directory: another one as soon as a file in it comes, goes or is renamed.
  static func stamp(_ path: String) -> SipStamp? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? SipStamp(status) : nil
  }

  /// The state of a file in it, links followed; nil where it is no regular file.
  func stamp(of name: String) -> SipStamp? {
    var status = stat()
    guard unsafe fstatat(descriptor, name, &status, 0) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return SipStamp(status)
  }

  /// Nanoseconds since 1970 by the clock that file times are taken from.
  static func now() -> UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return SipStamp.nanoseconds(time)
  }
}

extension SipStamp {
  fileprivate init(_ status: stat) {
    words = [
      UInt64(status.st_dev), UInt64(status.st_ino), UInt64(bitPattern: Int64(status.st_size)),
      SipStamp.nanoseconds(status.st_mtim), SipStamp.nanoseconds(status.st_ctim),
    ]
  }

  fileprivate static func nanoseconds(_ time: timespec) -> UInt64 {
    UInt64(bitPattern: Int64(time.tv_sec)) &* 1_000_000_000 &+ UInt64(bitPattern: Int64(time.tv_nsec))
  }
}

/// The cache's file, to be read.
final class SipCacheFile {
  fileprivate static let name = ".sip-numbers"
  private let descriptor: Int32

  /// The cache in a data directory; nil where there is none that may be read.
  init?(in data: String) {
    descriptor = unsafe open(data + "/" + SipCacheFile.name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// A page that is whole; nil where there is none.
  func page(_ number: Int) -> [UInt64]? {
    let size = SipPage.words * 8
    let page = unsafe [UInt64](unsafeUninitializedCapacity: SipPage.words) { buffer, count in
      count = unsafe pread(descriptor, buffer.baseAddress, size, off_t(number * size)) == size ? SipPage.words : 0
    }
    return SipPage.isWhole(page, at: number) ? page : nil
  }
}

/// A new cache, written beside the old one and put in its place.
final class NewSipCacheFile {
  private static let name = ".sip-numbers.new"
  private let directory: Int32
  private let descriptor: Int32

  /// A new cache in a data directory; nil where none can be written, or another process is writing one.
  init?(in data: String) {
    directory = unsafe open(data, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    descriptor = unsafe openat(
      directory, NewSipCacheFile.name, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard directory >= 0, descriptor >= 0, NewSipCacheFile.isOurs(descriptor, in: directory) else { return nil }
  }

  deinit {
    close(descriptor)
    close(directory)
  }

  /// Whether the file is this process's to write: nobody else is at it, and it has not got the other name meanwhile.
  private static func isOurs(_ descriptor: Int32, in directory: Int32) -> Bool {
    // Race: whoever held the lock before may have renamed the file; then it is the cache, and not to be touched.
    var own = stat()
    var named = stat()
    var home = stat()
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, unsafe fstat(descriptor, &own) == 0,
      unsafe fstatat(directory, name, &named, AT_SYMLINK_NOFOLLOW) == 0, own.st_ino == named.st_ino,
      own.st_mode & S_IFMT == S_IFREG, own.st_nlink == 1, unsafe fstat(directory, &home) == 0
    else { return false }
    // What root makes belongs to whom the directory belongs to.
    if geteuid() == 0, fchown(descriptor, home.st_uid, home.st_gid) != 0 { return false }
    return fchmod(descriptor, 0o600) == 0 && ftruncate(descriptor, 0) == 0
  }

  /// Writes a page, with its checksum; whether all of it was written.
  func write(_ page: [UInt64], at number: Int) -> Bool {
    var page = page
    SipPage.seal(&page, at: number)
    return unsafe page.withUnsafeBytes { bytes in
      unsafe pwrite(descriptor, bytes.baseAddress, bytes.count, off_t(number * bytes.count)) == bytes.count
    }
  }

  /// Puts it in place of the old one, or throws it away.
  func finish(isWhole: Bool) {
    if isWhole {
      _ = unsafe renameat(directory, NewSipCacheFile.name, directory, SipCacheFile.name)
    } else {
      _ = unsafe unlinkat(directory, NewSipCacheFile.name, 0)
    }
  }
}
