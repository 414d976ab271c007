// Bringing the cache of numbers up to date: the state of every business file is asked for, and those that changed are
// read. Where the cache cannot be kept, everything is read each time.

internal import Basics
package import Business
package import BusinessFile
internal import CivilTime
package import System

/// Which business files name which numbers, as it is now.
package struct NumberScan<Calls: SystemCalls> {
  private let calls: Calls
  /// The businesses, by name.
  private let ids: [Identifier]
  /// Those of them whose file does not say its numbers, because it is broken or cannot be read.
  package private(set) var unreadable: [Identifier] = []
  private var records: [NumberRecord] = []
  /// Whether every file could be read. What the others say may be kept where one could not, but proves nothing.
  private var isComplete = true

  /// Looks at all business files, and keeps what it learns in the data directory where that is possible.
  package init(
    _ businesses: BusinessDirectory<Calls>, data: String, calls: Calls
  ) throws(BusinessDirectoryError) {
    self.calls = calls
    let now = UInt64(bitPattern: calls.time())
    // Before the names are read: what comes later changes the state.
    let stamp = (try? calls.status(of: businesses.path))?.identity ?? .unknown
    ids = try businesses.ids()
    let new = NewCacheFile(in: data, calls)
    let isWritten = look(at: businesses, data: data, stamp.settled(at: now), writing: new, now: now)
    new?.finish(isWhole: isWritten)
  }

  /// The businesses whose file names exactly this text, by name.
  package func businesses(calledExactly number: String) -> [Identifier] { businesses(NumberKeys.exact(number)) }

  /// The businesses whose file may name this phone number, by name; none where the text is no number. Whether one does
  /// its country decides.
  package func businesses(perhapsCalled number: String) -> [Identifier] {
    NumberKeys.keys(callingPhone: number).flatMap(files).sorted().map { ids[$0] }
  }

  /// The businesses to which a key leads, by name.
  private func businesses(_ key: UInt64) -> [Identifier] { files(key).map { ids[$0] } }

  /// The files to which a key leads, each once, in order.
  private func files(_ key: UInt64) -> [Int] {
    var next = records.indices.firstByHalves { records[$0].key >= key }
    var found: [Int] = []
    while next < records.count, records[next].key == key {
      if found.last != records[next].file { found.append(records[next].file) }
      next += 1
    }
    return found
  }

  /// Fills in the records, and writes all pages; whether that worked.
  private mutating func look(
    at businesses: BusinessDirectory<Calls>, data: String, _ stamp: FileIdentity, writing new: NewCacheFile<Calls>?,
    now: UInt64
  ) -> Bool {
    var old = OldCache(in: data, calls)
    let directory = try? calls.openDirectory(businesses.path)
    defer { if let directory { calls.close(directory) } }
    var isWritten = true
    var page = CachePage.empty
    var number = 1
    records.reserveCapacity(2 * ids.count)
    for (index, id) in ids.enumerated() {
      let state = directory.flatMap { identity(of: id.text + ".yaml", in: $0) } ?? .unknown
      var file = CachedFile(name: id.text, stamp: state.settled(at: now), isUnreadable: false)
      let known = old.file(named: id.text)
      if let known, known.file.stamp != .unknown, known.file.stamp == state {
        file.isUnreadable = known.file.isUnreadable
        for key in known.keys { records.append(NumberRecord(key: key, file: index)) }
      } else if let numbers = numbers(of: id, in: businesses, &file) {
        for number in numbers.sipIds {
          records.append(NumberRecord(key: NumberKeys.exact(number), file: index))
          if let key = NumberKeys.key(ofPhone: number, country: numbers.country) {
            records.append(NumberRecord(key: key, file: index))
          }
        }
      } else {
        // Its numbers are what they were, as far as anybody can tell.
        file.isUnreadable = true
        for key in known?.keys ?? [] { records.append(NumberRecord(key: key, file: index)) }
      }
      if file.isUnreadable { unreadable.append(id) }
      file.write(to: &page, at: index % CachePage.files)
      if index % CachePage.files == CachePage.files - 1 || index == ids.count - 1 {
        isWritten = isWritten && new?.write(page, at: number) == true
        page = CachePage.empty
        number += 1
      }
    }
    records.sort()
    return isWritten && writeRecords(to: new, from: number) && writeHeader(isComplete ? stamp : .unknown, to: new)
  }

  /// The state of a file, links followed; nil where it is no regular file.
  private func identity(of name: String, in directory: Int32) -> FileIdentity? {
    guard let status = try? calls.status(of: name, in: directory), status.isRegular else { return nil }
    return status.identity
  }

  private func writeRecords(to new: NewCacheFile<Calls>?, from number: Int) -> Bool {
    var number = number
    var start = 0
    while start < records.count {
      var page = CachePage.empty
      let end = min(start + CachePage.records, records.count)
      for index in start..<end {
        page[2 * (index - start)] = records[index].key
        page[2 * (index - start) + 1] = UInt64(records[index].file)
      }
      guard new?.write(page, at: number) == true else { return false }
      number += 1
      start = end
    }
    return true
  }

  private func writeHeader(_ stamp: FileIdentity, to new: NewCacheFile<Calls>?) -> Bool {
    var page = CachePage.empty
    page[0] = CachePage.magic
    let words = stamp.words
    for word in words.indices { page[1 + word] = words[word] }
    page[6] = UInt64(ids.count)
    page[7] = UInt64(records.count)
    return new?.write(page, at: 0) == true
  }

  /// The numbers that a business file names, and its country; nil where it does not say. Where it cannot be read, the next scan tries again.
  private mutating func numbers(
    of id: Identifier, in businesses: BusinessDirectory<Calls>, _ file: inout CachedFile
  ) -> CalledNumbers? {
    let bytes: [UInt8]
    do throws(BusinessDirectoryError) {
      bytes = try businesses.read(id).bytes
    } catch {
      if error.hidesContent {
        file.stamp = .unknown
        isComplete = false
      }
      return nil
    }
    if let numbers = BusinessFileReader.calledNumbers(bytes) { return numbers }
    let business = try? BusinessFileReader.read(bytes, id: id) { name throws(ZoneError) in
      try SystemZones.zone(named: name, calls: calls)
    }
    return business.map { CalledNumbers(sipIds: $0.sipIds, country: $0.country) }
  }
}

/// What the cache knew, or nothing.
private struct OldCache<Calls: SystemCalls> {
  private var cursor: CachedFileCursor<Calls>?
  /// By file.
  private var records: [NumberRecord] = []
  private var next = 0

  init(in data: String, _ calls: Calls) {
    guard let cache = NumberCache(in: data, calls: calls), let records = cache.records() else { return }
    self.records = records
    self.records.sort { $0.file < $1.file }
    cursor = CachedFileCursor(cache)
  }

  /// What it knew of a file and the keys of its numbers; to be asked in the order of names.
  mutating func file(named name: String) -> (file: CachedFile, keys: [UInt64])? {
    guard let file = cursor?.file(named: name), let number = cursor?.number else { return nil }
    while next < records.count, records[next].file < number { next += 1 }
    var keys: [UInt64] = []
    while next < records.count, records[next].file == number {
      keys.append(records[next].key)
      next += 1
    }
    return (file, keys)
  }
}
