// Reading the cache of numbers: a few pages for a call, all of it for bringing it up to date. CachePage.swift describes its
// format; NumberScan.swift makes it.

package import Business
package import System

/// A cache that is there and begins like one. Damage further on shows when the page is read: nil. It leads to business
/// files and proves nothing: Webhook looks at the file.
package struct NumberCache<Calls: SystemCalls> {
  private let file: CacheFile<Calls>
  /// The state that `Businesses` had.
  private let stamp: FileIdentity
  /// How many business files there were.
  let fileCount: Int
  private let recordCount: Int

  /// The cache in a data directory; nil where there is none to be read.
  package init?(in data: String, calls: Calls) {
    guard let file = CacheFile(in: data, calls), let header = file.page(0), header[0] == CachePage.magic else {
      return nil
    }
    stamp = FileIdentity(header, at: 1)
    fileCount = Int(truncatingIfNeeded: header[6] & 0xFFFF_FFFF)
    recordCount = Int(truncatingIfNeeded: header[7] & 0xFFFF_FFFF)
    self.file = file
  }

  /// Whether no file of a directory of business files has come, gone or been renamed since.
  package func isCurrent(for businesses: String, calls: Calls) -> Bool {
    stamp != .unknown && stamp == (try? calls.status(of: businesses))?.identity
  }

  /// The businesses whose file named exactly this text, by name; nil where the cache is damaged.
  package func businesses(calledExactly number: String) -> [Identifier]? { businesses(NumberKeys.exact(number)) }

  /// The businesses whose file may have named this phone number, by name, none where the text is no number, each with the
  /// state that its file had; nil where the cache is damaged.
  package func businesses(perhapsCalled number: String) -> [(id: Identifier, state: FileIdentity)]? {
    var files: [CachedFile] = []
    for key in NumberKeys.keys(callingPhone: number) {
      guard let more = self.files(key) else { return nil }
      files += more
    }
    files.sort { $0.name < $1.name }
    return files.compactMap { file in Identifier(file.name).map { ($0, file.stamp) } }
  }

  private func businesses(_ key: UInt64) -> [Identifier]? { files(key)?.compactMap { Identifier($0.name) } }

  private var firstRecordPage: Int { 1 + CachePage.pages(of: fileCount, each: CachePage.files) }

  /// The files that a key leads to, in order; nil where the cache is damaged.
  func files(_ key: UInt64) -> [CachedFile]? {
    let pages = CachePage.pages(of: recordCount, each: CachePage.records)
    guard pages > 0 else { return [] }
    // Keys are evenly spread: the first guess is seldom off by more than a page.
    var number = Int(key.multipliedFullWidth(by: UInt64(pages)).high)
    guard var page = recordPage(number) else { return nil }
    while number > 0, page[0] >= key {
      number -= 1
      guard let earlier = recordPage(number) else { return nil }
      page = earlier
    }
    var files: [CachedFile] = []
    while true {
      let count = min(CachePage.records, recordCount - number * CachePage.records)
      for index in 0..<count where page[2 * index] == key {
        guard let file = cachedFile(page[2 * index + 1]) else { return nil }
        files.append(file)
      }
      number += 1
      guard number < pages, page[2 * (count - 1)] <= key else { return files }
      guard let later = recordPage(number) else { return nil }
      page = later
    }
  }

  /// All records, by key; nil where the cache is damaged.
  func records() -> [NumberRecord]? {
    var records: [NumberRecord] = []
    records.reserveCapacity(recordCount)
    for number in 0..<CachePage.pages(of: recordCount, each: CachePage.records) {
      guard let page = recordPage(number) else { return nil }
      for index in 0..<min(CachePage.records, recordCount - number * CachePage.records) {
        let file = Int(truncatingIfNeeded: page[2 * index + 1] & 0xFFFF_FFFF)
        records.append(NumberRecord(key: page[2 * index], file: file))
      }
    }
    return records
  }

  /// A page of files; nil where there is none.
  func filePage(_ number: Int) -> [UInt64]? { file.page(1 + number) }

  private func recordPage(_ number: Int) -> [UInt64]? { file.page(firstRecordPage + number) }

  private func cachedFile(_ number: UInt64) -> CachedFile? {
    guard number < UInt64(fileCount), let page = filePage(Int(number) / CachePage.files) else { return nil }
    return CachedFile(page, at: Int(number) % CachePage.files)
  }
}

/// Goes through the files of a cache once, in the order of their names.
struct CachedFileCursor<Calls: SystemCalls> {
  private let cache: NumberCache<Calls>
  private var page: [UInt64] = []
  private var pageNumber = -1
  private(set) var number = 0

  init(_ cache: NumberCache<Calls>) { self.cache = cache }

  /// What the cache has of a file, if it has it; to be asked in the order of names. Its number is `number` then.
  mutating func file(named name: String) -> CachedFile? {
    while number < cache.fileCount {
      if pageNumber != number / CachePage.files {
        pageNumber = number / CachePage.files
        guard let next = cache.filePage(pageNumber) else {
          // Damaged: what is behind it is not known either.
          number = cache.fileCount
          return nil
        }
        page = next
      }
      let file = CachedFile(page, at: number % CachePage.files)
      if file.name == name { return file }
      if file.name > name { return nil }
      number += 1
    }
    return nil
  }
}
