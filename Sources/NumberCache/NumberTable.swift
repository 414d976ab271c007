// Which business files name which numbers: from the cache, which counts as far as the files are what they were when it was
// made, or from the files. CacheFormat.swift describes the words; NumberReading.swift reads the files.

internal import Basics
package import Business
package import BusinessFile
package import System

/// The businesses that may be called on a number. What a candidate's file says decides: keys of different numbers may be
/// equal, and a country decides how a number is read.
package struct NumberCandidates: Sendable {
  /// Those whose file names exactly this text, by name.
  package var exact: [Identifier] = []
  /// Those whose file may name this phone number, by name; none where the text is no number.
  package var perhaps: [Identifier] = []
  /// Those whose file does not say its numbers, because it is broken or cannot be read.
  package var unreadable: [Identifier] = []
}

/// The numbers of all business files, in the order of the files' names.
package struct NumberTable<Calls: SystemCalls> {
  private let calls: Calls
  private let path: String
  private let words: [UInt64]
  /// The word behind the last file that has been seen to be what it was.
  private var proven = CacheFormat.headerWords

  /// What the cache in a data directory says; nil where there is none, or a business file has come, gone or been renamed
  /// since. It proves nothing yet.
  package init?(cachedIn data: String, of businesses: BusinessDirectory<Calls>, calls: Calls) {
    guard let words = CacheFile.words(in: data, calls) else { return nil }
    let state = FileIdentity(words, at: 2)
    guard state != .unknown, state == (try? calls.status(of: businesses.path))?.identity else { return nil }
    self.init(words, businesses.path, calls)
  }

  /// What the files say: all are looked at, and those read that are not as the cache has them. Keeps what it learns in the
  /// data directory where that is possible.
  package init(
    reading businesses: BusinessDirectory<Calls>, data: String, calls: Calls
  ) throws(BusinessDirectoryError) {
    let words = try NumberReading(businesses, calls).words(since: CacheFile.words(in: data, calls), data: data)
    self.init(words, businesses.path, calls)
    proven = words.count
  }

  private init(_ words: [UInt64], _ path: String, _ calls: Calls) {
    self.words = words
    self.path = path
    self.calls = calls
  }

  /// The businesses that may be called on a number.
  package func candidates(for number: String) -> NumberCandidates {
    let exact = NumberKeys.exact(number)
    let phones = NumberKeys.keys(callingPhone: number)
    var found = NumberCandidates()
    var next = CacheFormat.headerWords
    while let file = CachedFile(words, at: next) {
      next = file.keys.upperBound
      var isExact = false
      var isPhone = false
      for index in file.keys {
        let key = words[index]
        if key == exact { isExact = true }
        if key == phones?.long || key == phones?.short { isPhone = true }
      }
      guard isExact || isPhone || file.isUnreadable, let id = Identifier(file.text(words).dropLast(5)) else { continue }
      if isExact { found.exact.append(id) }
      if isPhone { found.perhaps.append(id) }
      if file.isUnreadable { found.unreadable.append(id) }
    }
    return found
  }

  /// Whether all files are what they were. That proves a miss.
  package mutating func isUnchanged() -> Bool {
    let end = CacheFormat.filesEnd(words)
    guard proven < end else { return true }
    guard let directory = try? calls.openDirectory(path) else { return false }
    defer { calls.close(directory) }
    while proven < end, let file = CachedFile(words, at: proven) {
      guard isUnchanged(file, in: directory) else { return false }
      proven = file.keys.upperBound
    }
    return proven >= end
  }

  /// The state of which nothing is known is none that a file has.
  private func isUnchanged(_ file: CachedFile, in directory: Int32) -> Bool {
    file.hasState(calls.state(ofName: words, at: file.name, in: directory), words) && !file.hasState(.unknown, words)
  }
}

extension SystemCalls {
  /// The state of the file whose name stands in a cache, links followed; `unknown` where nobody can tell.
  func state(ofName words: [UInt64], at word: Int, in directory: Int32) -> FileIdentity {
    do throws(SystemError) {
      return try retrying { () throws(SystemError) in
        try identity(ofName: words, at: word * 8, in: directory)
      } ?? .absent
    } catch {
      return error.meansMissing ? .absent : .unknown
    }
  }
}
