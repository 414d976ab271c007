// Reading the cache of numbers: a few pages for a call, all of it for bringing it up to date. Its format is described
// in SipPage.swift.

/// A cache that is there and begins like one. Damage further on shows when the page is read: nil.
struct SipCache {
  private let file: SipCacheFile
  /// The state that `Businesses` had.
  let stamp: SipStamp
  /// How many business files there were.
  let fileCount: Int
  private let recordCount: Int

  /// The cache in a data directory; nil where there is none to be read.
  init?(in data: String) {
    guard let file = SipCacheFile(in: data), let header = file.page(0), header[0] == SipPage.magic else { return nil }
    var stamp = SipStamp.unknown
    for word in stamp.words.indices { stamp.words[word] = header[1 + word] }
    self.stamp = stamp
    fileCount = Int(truncatingIfNeeded: header[6] & 0xFFFF_FFFF)
    recordCount = Int(truncatingIfNeeded: header[7] & 0xFFFF_FFFF)
    self.file = file
  }

  private var firstRecordPage: Int { 1 + SipPage.pages(of: fileCount, each: SipPage.files) }

  /// The names of the files that a key leads to, in order; nil where the cache is damaged.
  func names(_ key: UInt64) -> [String]? {
    let pages = SipPage.pages(of: recordCount, each: SipPage.records)
    guard pages > 0 else { return [] }
    // Keys are evenly spread: the first guess is seldom off by more than a page.
    var number = Int(key.multipliedFullWidth(by: UInt64(pages)).high)
    guard var page = recordPage(number) else { return nil }
    while number > 0, page[0] >= key {
      number -= 1
      guard let earlier = recordPage(number) else { return nil }
      page = earlier
    }
    var names: [String] = []
    while true {
      let count = min(SipPage.records, recordCount - number * SipPage.records)
      for index in 0..<count where page[2 * index] == key {
        guard let name = name(of: page[2 * index + 1]) else { return nil }
        names.append(name)
      }
      number += 1
      guard number < pages, page[2 * (count - 1)] <= key else { return names }
      guard let later = recordPage(number) else { return nil }
      page = later
    }
  }

  /// All records, by key; nil where the cache is damaged.
  func records() -> [SipRecord]? {
    var records: [SipRecord] = []
    records.reserveCapacity(recordCount)
    for number in 0..<SipPage.pages(of: recordCount, each: SipPage.records) {
      guard let page = recordPage(number) else { return nil }
      for index in 0..<min(SipPage.records, recordCount - number * SipPage.records) {
        let file = Int(truncatingIfNeeded: page[2 * index + 1] & 0xFFFF_FFFF)
        records.append(SipRecord(key: page[2 * index], file: file))
      }
    }
    return records
  }

  /// A page of files; nil where there is none.
  func filePage(_ number: Int) -> [UInt64]? { file.page(1 + number) }

  private func recordPage(_ number: Int) -> [UInt64]? { file.page(firstRecordPage + number) }

  private func name(of number: UInt64) -> String? {
    guard number < UInt64(fileCount), let page = filePage(Int(number) / SipPage.files) else { return nil }
    return SipFile(page, at: Int(number) % SipPage.files).name
  }
}

/// Goes through the files of a cache once, in the order of their names.
struct SipFileCursor {
  private let cache: SipCache
  private var page: [UInt64] = []
  private var pageNumber = -1
  private(set) var number = 0

  init(_ cache: SipCache) { self.cache = cache }

  /// What the cache has of a file, if it has it; to be asked in the order of names. Its number is `number` then.
  mutating func file(named name: String) -> SipFile? {
    while number < cache.fileCount {
      if pageNumber != number / SipPage.files {
        pageNumber = number / SipPage.files
        guard let next = cache.filePage(pageNumber) else {
          // Damaged: what is behind it is not known either.
          number = cache.fileCount
          return nil
        }
        page = next
      }
      let file = SipFile(page, at: number % SipPage.files)
      if file.name == name { return file }
      if file.name > name { return nil }
      number += 1
    }
    return nil
  }
}
