// Merges runs and a batch into a new run, one entry at a time.

internal import DiaryFormat
internal import System

/// What a new run is made of.
struct RunMerge<Calls: SystemCalls> {
  /// The runs, if any, behind whose lines those of the batch come.
  let older: Run<Calls>?
  let newer: Run<Calls>?
  var batch: EntryBatch
  /// Whether no line lies before what is merged, so that entries that only hide older ones are of no more use.
  let isWhole: Bool

  /// Writes the new run; false where one of the old ones turns out to be damaged.
  mutating func write(_ writer: inout RunWriter<Calls>) throws(FileError) -> Bool {
    guard var days = streams(batch.takeDays()) else { return false }
    var longEntries = 0
    // Of the entries of a booking in a day, which come one behind the other, the last is the one that counts.
    var pending: [UInt64] = []
    while let index = Self.first(days) {
      guard let entry = days[index].present else { break }
      let words = days[index].words
      if !isSuperseded(pending, by: words, entry) { try write(pending, &writer, &longEntries) }
      pending.removeAll(keepingCapacity: true)
      pending.append(contentsOf: words[entry])
      guard (try? days[index].advance()) != nil else { return false }
    }
    try write(pending, &writer, &longEntries)
    try writer.endTree()
    days = []

    guard var postings = streams(batch.takePostings()) else { return false }
    while let index = Self.first(postings) {
      guard let entry = postings[index].present else { break }
      try writer.add(postings[index].words, entry)
      guard (try? postings[index].advance()) != nil else { return false }
    }
    try writer.endTree()
    try writer.finish(longEntries: longEntries)
    return true
  }

  /// The stream of a batch and those of the runs; nil where a run is damaged.
  private func streams(_ batch: EntryStream<Calls>) -> [EntryStream<Calls>]? {
    var streams = [batch]
    for run in [older, newer] {
      guard let run else { continue }
      guard let stream = try? EntryStream(run, batch.shape) else { return nil }
      streams.append(stream)
    }
    return streams
  }

  /// The stream whose entry comes first; nil behind the last entry.
  private static func first(_ streams: [EntryStream<Calls>]) -> Int? {
    var first = 0
    for index in streams.indices.dropFirst() where streams[index].precedes(streams[first]) { first = index }
    return streams[first].present == nil ? nil : first
  }

  private func isSuperseded(_ entry: [UInt64], by words: [UInt64], _ later: Range<Int>) -> Bool {
    guard let key = entry.first else { return true }
    return key == words[later.lowerBound] && DayEntry.isSameID(entry.span, at: 0, words.span, at: later.lowerBound)
  }

  private func write(
    _ entry: [UInt64], _ writer: inout RunWriter<Calls>, _ longEntries: inout Int
  ) throws(FileError) {
    guard let key = entry.first, DayEntry.isHeld(entry.span, at: 0) || !isWhole else { return }
    if key == DayKey.long { longEntries += 1 }
    try writer.add(entry, entry.indices)
  }
}
