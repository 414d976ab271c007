// Bringing the table of numbers up to date: every business file is looked at, and those that changed are read. Where the
// cache cannot be kept, everything is read each time.

internal import Business
internal import BusinessFile
internal import CivilTime
internal import System

/// One look at all business files.
struct NumberReading<Calls: SystemCalls> {
  private let businesses: BusinessDirectory<Calls>
  private let calls: Calls
  /// The system's clock before anything was looked at.
  private let now: UInt64

  init(_ businesses: BusinessDirectory<Calls>, _ calls: Calls) {
    self.businesses = businesses
    self.calls = calls
    now = UInt64(bitPattern: calls.time())
  }

  /// The words of a new cache, which is put in the place of the old one where that is possible.
  func words(since old: [UInt64]?, data: String) throws(BusinessDirectoryError) -> [UInt64] {
    // Before the names are read: what comes later changes the state.
    let stamp = (try? calls.status(of: businesses.path))?.identity ?? .unknown
    let ids = try businesses.ids()
    let new = NewCacheFile(in: data, calls)
    let directory = try? calls.openDirectory(businesses.path)
    defer { if let directory { calls.close(directory) } }

    var words = [CacheFormat.magic, 0]
    words.reserveCapacity(CacheFormat.headerWords + 12 * ids.count)
    CacheFormat.append(.unknown, to: &words)
    words.append(UInt64(ids.count))
    var known = OldFiles(old ?? [])
    var isComplete = directory != nil
    for id in ids {
      let name = id.text + ".yaml"
      let start = words.count
      CacheFormat.append(name, .unknown, isUnreadable: false, keys: [], to: &words)
      let nameStart = start + CacheFormat.fileWords
      let state = directory.map { calls.state(ofName: words, at: nameStart, in: $0) } ?? .unknown
      let before = known.file(named: name, words, at: start)
      if state != .unknown, let before, before.hasState(state, known.words) {
        words.removeLast(words.count - start)
        words.append(contentsOf: known.words[before.start..<before.keys.upperBound])
        continue
      }
      let reading = read(id)
      if reading == .hidden { isComplete = false }
      words.removeLast(words.count - start)
      // Where a file does not say its numbers, they are what they were, as far as anybody can tell.
      CacheFormat.append(
        name, reading == .hidden ? .unknown : state.settled(at: now), isUnreadable: reading.keys == nil,
        keys: reading.keys ?? before.map { Array(known.words[$0.keys]) } ?? [], to: &words)
    }
    let settled = isComplete ? stamp.settled(at: now) : .unknown
    var header: [UInt64] = []
    CacheFormat.append(settled, to: &header)
    words.replaceSubrange(2..<7, with: header)
    CacheFormat.appendTable(to: &words)
    words[1] = CacheFormat.checksum(words)
    if let new { new.finish(isWhole: new.write(words)) }
    return words
  }

  /// What came of reading a file.
  private enum Reading: Equatable {
    /// The keys of its numbers.
    case keys([UInt64])
    /// It is broken.
    case broken
    /// Nobody can tell now: the next look tries again.
    case hidden

    var keys: [UInt64]? { if case .keys(let keys) = self { keys } else { nil } }
  }

  private func read(_ id: Identifier) -> Reading {
    let bytes: [UInt8]
    do throws(BusinessDirectoryError) {
      bytes = try businesses.read(id).bytes
    } catch {
      return error.hidesContent ? .hidden : .broken
    }
    guard let numbers = numbers(of: id, bytes) else { return .broken }
    var keys: [UInt64] = []
    for number in numbers.sipIds {
      keys.append(NumberKeys.exact(number))
      if let key = NumberKeys.key(ofPhone: number, country: numbers.country) { keys.append(key) }
    }
    return .keys(keys)
  }

  /// The numbers that a business file names, and its country; nil where it does not say.
  private func numbers(of id: Identifier, _ bytes: [UInt8]) -> CalledNumbers? {
    if let numbers = BusinessFileReader.calledNumbers(bytes) { return numbers }
    let business = try? BusinessFileReader.read(bytes, id: id) { name throws(ZoneError) in
      try SystemZones.zone(named: name, calls: calls)
    }
    return business.map { CalledNumbers(sipIds: $0.sipIds, country: $0.country) }
  }
}

/// The files of a cache, gone through once.
private struct OldFiles {
  let words: [UInt64]
  private var next = CacheFormat.headerWords

  init(_ words: [UInt64]) { self.words = words }

  /// What it has of a file whose entry also begins at a word of `others`; to be asked in the order of ids.
  mutating func file(named name: String, _ others: [UInt64], at start: Int) -> CachedFile? {
    while let file = CachedFile(words, at: next) {
      if isName(of: file, others, at: start) { return file }
      if file.text(words).dropLast(5) > name.dropLast(5) { return nil }
      next = file.keys.upperBound
    }
    return nil
  }

  private func isName(of file: CachedFile, _ others: [UInt64], at start: Int) -> Bool {
    let count = file.keys.lowerBound - file.name
    guard others.count - start - CacheFormat.fileWords == count else { return false }
    for place in 0..<count where words[file.name + place] != others[start + CacheFormat.fileWords + place] {
      return false
    }
    return true
  }
}
