// The cache's file: reading its pages, and writing a new one in place of the old. Whatever fails here is a cache that is
// not there, or that is not written; no request fails for it.

internal import System

/// The cache's file, to be read; closed with its last user.
final class CacheFile<Calls: SystemCalls>: Sendable {
  private let calls: Calls
  private let descriptor: Int32

  /// The cache in a data directory; nil where there is none that may be read.
  init?(in data: String, _ calls: Calls) {
    guard let directory = try? calls.openDirectory(data) else { return nil }
    defer { calls.close(directory) }
    guard let descriptor = try? calls.open(CacheName.present, in: directory, .read, as: nil) else { return nil }
    self.calls = calls
    self.descriptor = descriptor
  }

  deinit { calls.close(descriptor) }

  /// A page that is whole; nil where there is none.
  func page(_ number: Int) -> [UInt64]? {
    var page = CachePage.empty
    let size = CachePage.words * 8
    let count = try? retrying { () throws(SystemError) in
      try calls.read(descriptor, into: &page, from: 0, count: size, at: Int64(number * size))
    }
    return count == size && CachePage.isWhole(page, at: number) ? page : nil
  }
}

/// A new cache, written beside the old one and put in its place.
final class NewCacheFile<Calls: SystemCalls> {
  private let calls: Calls
  private let directory: Int32
  private let descriptor: Int32

  /// A new cache in a data directory; nil where none can be written, or another process is writing one.
  init?(in data: String, _ calls: Calls) {
    guard let directory = try? calls.openDirectory(data) else { return nil }
    guard let home = try? calls.status(directory),
      // What root makes belongs to the owner of the directory.
      let descriptor = try? calls.open(
        CacheName.unfinished, in: directory, .create,
        as: calls.effectiveUser() == home.owner.user ? nil : home.owner)
    else {
      calls.close(directory)
      return nil
    }
    self.calls = calls
    self.directory = directory
    self.descriptor = descriptor
    guard isOurs(home) else { return nil }
  }

  deinit {
    calls.close(descriptor)
    calls.close(directory)
  }

  /// Whether the file is this process's to write: nobody else is at it, and it has not got the other name meanwhile.
  private func isOurs(_ home: FileStatus) -> Bool {
    // Race: the process that held the lock before may have renamed the file; then it is the cache, and not to be touched.
    guard (try? calls.lock(descriptor, patience: 0)) != nil, let own = try? calls.status(descriptor),
      let named = try? calls.status(of: CacheName.unfinished, in: directory), own.isRegular,
      own.identity.inode == named.identity.inode, own.links == 1, own.owner.user == home.owner.user,
      own.mode & 0o077 == 0
    else { return false }
    return (try? calls.truncate(descriptor, to: 0)) != nil
  }

  /// Writes a page, with its checksum; whether all of it was written.
  func write(_ page: [UInt64], at number: Int) -> Bool {
    var page = page
    CachePage.seal(&page, at: number)
    let size = page.count * 8
    let count = try? retrying { () throws(SystemError) in
      try calls.write(descriptor, page, from: 0, at: Int64(number * size))
    }
    return count == size
  }

  /// Puts it in place of the old one, or throws it away.
  func finish(isWhole: Bool) {
    if isWhole {
      try? calls.rename(CacheName.unfinished, to: CacheName.present, in: directory)
    } else {
      try? calls.remove(CacheName.unfinished, in: directory)
    }
  }
}

/// The names of the cache in the data directory.
private enum CacheName {
  static let present = ".sip-numbers"
  static let unfinished = ".sip-numbers.new"
}
