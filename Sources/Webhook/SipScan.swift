// Bringing the cache of numbers up to date: the state of every business file is asked for, and those that changed are
// read. Where the cache cannot be kept, everything is read each time.

internal import Business
internal import BusinessFile
internal import CivilTime

/// Which business files name which numbers, as it is now.
struct SipScan {
  /// The businesses, by name.
  let ids: [Identifier]
  /// Those of them whose file does not say its numbers, because it is broken.
  private(set) var unreadable: [Identifier] = []
  private var records: [SipRecord] = []

  /// Looks at all business files, and keeps what it learns in the data directory where that is possible.
  init(_ businesses: BusinessDirectory, data: String) throws(BusinessDirectoryError) {
    let now = SipDirectory.now()
    // Before the names are read: what comes later changes the state.
    let stamp = SipDirectory.stamp(businesses.path) ?? .unknown
    ids = try businesses.ids()
    let new = NewSipCacheFile(in: data)
    let isWritten = look(at: businesses, data: data, stamp.settled(at: now), writing: new, now: now)
    new?.finish(isWhole: isWritten)
  }

  /// The businesses to which a key leads, by name.
  func businesses(_ key: UInt64) -> [Identifier] {
    var low = 0
    var high = records.count
    while low < high {
      let middle = (low + high) / 2
      if records[middle].key < key { low = middle + 1 } else { high = middle }
    }
    var found: [Identifier] = []
    while low < records.count, records[low].key == key {
      found.append(ids[records[low].file])
      low += 1
    }
    return found
  }

  /// Fills in the records, and writes all pages; whether that worked.
  private mutating func look(
    at businesses: BusinessDirectory, data: String, _ stamp: SipStamp, writing new: NewSipCacheFile?,
    now: UInt64
  ) -> Bool {
    var old = OldSipCache(in: data)
    let directory = SipDirectory(businesses.path)
    var isWritten = true
    var page = SipPage.empty
    var number = 1
    records.reserveCapacity(2 * ids.count)
    for (index, id) in ids.enumerated() {
      let state = directory?.stamp(of: id.text + ".yaml") ?? .unknown
      var file = SipFile(name: id.text, stamp: state.settled(at: now), isUnreadable: false)
      let known = old.file(named: id.text)
      if let known, known.file.stamp != .unknown, known.file.stamp == state {
        file.isUnreadable = known.file.isUnreadable
        for key in known.keys { records.append(SipRecord(key: key, file: index)) }
      } else if let numbers = SipScan.numbers(of: id, in: businesses) {
        for number in numbers {
          let keys = SipKeys(number)
          records.append(SipRecord(key: keys.exact, file: index))
          if let digits = keys.digits { records.append(SipRecord(key: digits, file: index)) }
        }
      } else {
        // Its numbers are what they were, as far as anybody can tell.
        file.isUnreadable = true
        for key in known?.keys ?? [] { records.append(SipRecord(key: key, file: index)) }
      }
      if file.isUnreadable { unreadable.append(id) }
      file.write(to: &page, at: index % SipPage.files)
      if index % SipPage.files == SipPage.files - 1 || index == ids.count - 1 {
        isWritten = isWritten && new?.write(page, at: number) == true
        page = SipPage.empty
        number += 1
      }
    }
    records.sort()
    return isWritten && writeRecords(to: new, from: number) && writeHeader(stamp, to: new)
  }

  private func writeRecords(to new: NewSipCacheFile?, from number: Int) -> Bool {
    var number = number
    var start = 0
    while start < records.count {
      var page = SipPage.empty
      let end = min(start + SipPage.records, records.count)
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

  private func writeHeader(_ stamp: SipStamp, to new: NewSipCacheFile?) -> Bool {
    var page = SipPage.empty
    page[0] = SipPage.magic
    for word in stamp.words.indices { page[1 + word] = stamp.words[word] }
    page[6] = UInt64(ids.count)
    page[7] = UInt64(records.count)
    return new?.write(page, at: 0) == true
  }

  /// The numbers that a business file names; nil where it cannot be read or does not say.
  private static func numbers(of id: Identifier, in businesses: BusinessDirectory) -> [String]? {
    guard let bytes = try? businesses.read(id).bytes else { return nil }
    if let numbers = BusinessFileReader.sipIds(bytes) { return numbers }
    let business = try? BusinessFileReader.read(bytes, id: id) { name throws(ZoneError) in
      try SystemZones.zone(named: name)
    }
    return business?.sipIds
  }
}

/// What the cache knew, or nothing.
private struct OldSipCache {
  private var cursor: SipFileCursor?
  /// By file.
  private var records: [SipRecord] = []
  private var next = 0

  init(in data: String) {
    guard let cache = SipCache(in: data), let records = cache.records() else { return }
    self.records = records
    self.records.sort { $0.file < $1.file }
    cursor = SipFileCursor(cache)
  }

  /// What it knew of a file and the keys of its numbers; to be asked in the order of names.
  mutating func file(named name: String) -> (file: SipFile, keys: [UInt64])? {
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
