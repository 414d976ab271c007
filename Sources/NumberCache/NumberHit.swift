// The one file to which a cache leads for a number, found by a few small reads. Nothing of the cache is believed here: the
// file's identity proves that it is what it was when the cache was made (contract, section 2), and the file itself says
// whether it answers.

package import Business
package import BusinessFile
package import System

/// A business file that is what it was when it named a number, as far as keys tell.
package struct NumberHit {
  /// The business.
  package let id: Identifier
  /// Whether the file may name exactly the text that was called; else it may name the same phone number.
  package let isExact: Bool

  /// Looks a number up in the cache in a data directory; nil where that leads nowhere, or to a file that has changed.
  package init?<Calls: SystemCalls>(
    _ number: String, cachedIn data: String, of businesses: BusinessDirectory<Calls>, calls: Calls
  ) {
    // Of a cache that was made while a file could not be read, or had just changed, nobody knows who comes first.
    guard let cache = OpenCache(in: data, calls), let state = cache.words(5, at: 2),
      FileIdentity(state, at: 0) != .unknown
    else { return nil }
    let exact = cache.first(NumberKeys.exact(number))
    var start = exact
    if start == nil, let phones = NumberKeys.keys(callingPhone: number) {
      start = [phones.long, phones.short].compactMap { cache.first($0) }.min()
    }
    isExact = exact != nil
    guard let start, let words = cache.words(16, at: start), FileIdentity(words, at: 0) != .unknown else { return nil }
    let name = CachedFile.text(words, CacheFormat.fileWords..<words.count)
    guard let id = Identifier(name.dropLast(5)), let directory = try? calls.openDirectory(businesses.path) else {
      return nil
    }
    defer { calls.close(directory) }
    let present = try? retrying { () throws(SystemError) in try calls.status(of: name, in: directory) }
    guard let present, present.identity == FileIdentity(words, at: 0) else { return nil }
    self.id = id
  }
}

/// A cache of which a few words are read.
private final class OpenCache<Calls: SystemCalls> {
  private let calls: Calls
  private let descriptor: Int32
  /// Where the sorted keys begin, in words, and how many there are.
  private var (table, count) = (0, 0)

  init?(in data: String, _ calls: Calls) {
    guard let directory = try? calls.openDirectory(data) else { return nil }
    defer { calls.close(directory) }
    guard let descriptor = try? calls.open(CacheName.present, in: directory, .read, as: nil) else { return nil }
    self.calls = calls
    self.descriptor = descriptor
    guard let status = try? calls.status(descriptor), status.isRegular, status.size <= CacheFormat.wordLimit * 8 else {
      return nil
    }
    let size = Int(status.size / 8)
    guard size > CacheFormat.headerWords, words(1, at: 0)?.first == CacheFormat.magic,
      let last = words(1, at: size - 1)?.first, last < UInt64(size) / 2
    else { return nil }
    count = Int(last)
    table = size - 1 - 2 * count
  }

  deinit { calls.close(descriptor) }

  /// The word at which the first file by name begins that has a key; nil where none has.
  func first(_ key: UInt64) -> Int? {
    var range = 0..<count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      guard let found = words(1, at: table + 2 * middle)?.first else { return nil }
      range = found < key ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    guard range.lowerBound < count, let pair = words(2, at: table + 2 * range.lowerBound), pair[0] == key,
      pair[1] < UInt64(table)
    else { return nil }
    return Int(pair[1])
  }

  /// So many words; nil where they are not there.
  func words(_ count: Int, at start: Int) -> [UInt64]? {
    var words = [UInt64](repeating: 0, count: count)
    let read = try? retrying { () throws(SystemError) in
      try calls.read(descriptor, into: &words, from: 0, count: count * 8, at: Int64(start) * 8)
    }
    return read == count * 8 ? words : nil
  }
}
