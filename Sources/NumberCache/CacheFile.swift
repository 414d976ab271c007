// The cache's file: reading it, and writing a new one in place of the old. Whatever fails here is a cache that is
// not there, or that is not written; no request fails for it.

internal import System

/// The cache in a data directory.
enum CacheFile {
  /// The words of the cache; nil where there is none that is whole.
  static func words(in data: String, _ calls: some SystemCalls) -> [UInt64]? {
    guard let directory = try? calls.openDirectory(data) else { return nil }
    defer { calls.close(directory) }
    guard let descriptor = try? calls.open(CacheName.present, in: directory, .read, as: nil) else { return nil }
    defer { calls.close(descriptor) }
    guard let status = try? calls.status(descriptor), status.isRegular, status.size % 8 == 0,
      status.size <= CacheFormat.wordLimit * 8
    else { return nil }
    var words = [UInt64](repeating: 0, count: Int(status.size) / 8)
    var done = 0
    while done < words.count * 8 {
      let wanted = words.count * 8 - done
      let more = try? retrying { () throws(SystemError) in
        try calls.read(descriptor, into: &words, from: done, count: wanted, at: Int64(done))
      }
      guard let more, more > 0 else { return nil }
      done += more
    }
    return CacheFormat.isWhole(words) ? words : nil
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
      let descriptor = Self.claim(.create, directory, home, calls) ?? Self.replace(directory, home, calls)
    else {
      calls.close(directory)
      return nil
    }
    self.calls = calls
    self.directory = directory
    self.descriptor = descriptor
  }

  deinit {
    calls.close(descriptor)
    calls.close(directory)
  }

  /// The file under the unfinished name, empty and this process's to write; nil where it is not.
  private static func claim(
    _ opening: Opening, _ directory: Int32, _ home: FileStatus, _ calls: Calls
  ) -> Int32? {
    // What root makes belongs to the owner of the directory.
    let owner = calls.effectiveUser() == 0 && home.owner.user != 0 ? home.owner : nil
    guard let descriptor = try? calls.open(CacheName.unfinished, in: directory, opening, as: owner) else { return nil }
    // Race: the process that held the lock before may have renamed the file; then it is the cache, and not to be touched.
    guard (try? calls.lock(descriptor, patience: 0)) != nil, let own = try? calls.status(descriptor),
      let named = try? calls.status(of: CacheName.unfinished, in: directory), own.isRegular,
      own.identity.device == named.identity.device, own.identity.inode == named.identity.inode, own.links == 1,
      own.owner.user == home.owner.user, own.mode & 0o077 == 0, (try? calls.truncate(descriptor, to: 0)) != nil
    else {
      calls.close(descriptor)
      return nil
    }
    return descriptor
  }

  /// A new file in the place of one that no process of this program would leave so: of another owner or kind, or open to
  /// others. One that another process writes now stays.
  private static func replace(_ directory: Int32, _ home: FileStatus, _ calls: Calls) -> Int32? {
    if let descriptor = try? calls.open(CacheName.unfinished, in: directory, .read, as: nil) {
      defer { calls.close(descriptor) }
      guard (try? calls.lock(descriptor, patience: 0)) != nil else { return nil }
    }
    guard (try? calls.remove(CacheName.unfinished, in: directory)) != nil else { return nil }
    return claim(.createNew, directory, home, calls)
  }

  /// Writes all words; whether that worked.
  func write(_ words: [UInt64]) -> Bool {
    var done = 0
    while done < words.count * 8 {
      let more = try? retrying { () throws(SystemError) in
        try calls.write(descriptor, words, from: done, at: Int64(done))
      }
      guard let more, more > 0 else { return false }
      done += more
    }
    return true
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
enum CacheName {
  static let present = ".sip-numbers"
  static let unfinished = ".sip-numbers.new"
}
