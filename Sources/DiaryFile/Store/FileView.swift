// What the bookings file says, asked by questions. A view is one moment of the file; answers of one view agree with
// each other. Index finds lines fast; Format says what a line means.

internal import DiaryFormat
package import System
package import CivilTime
package import Diary
internal import People

/// An open, consistent view of a business's bookings file. `DiaryView` says what each question means.
///
/// It reads what a question needs, when it is asked; so every question may fail with a `FileError`, and fails with
/// `damaged` where it needs a line that does not prove itself.
package struct FileView<Calls: SystemCalls>: DiaryView {
  let source: FileSource<Calls>
  /// Where the index is looked after; nil for a writer's view, whose store does that.
  var store: FileStore<Calls>?

  /// The booking with this id in its present state; nil where there never was one.
  package func booking(_ id: String) throws(FileError) -> Booking? {
    try source.newest(id)?.event.booking
  }

  /// The block with this id, and whether it still holds; nil where there never was one.
  package func block(_ id: String) throws(FileError) -> (block: Block, isHeld: Bool)? {
    guard let record = try source.newest(id), let block = record.event.block else { return nil }
    return (block, record.event.kind.isLive)
  }

  /// What live bookings and blocks occupy whose occupied time meets the range, by its start, then by id.
  package func occupations(in range: Range<Instant>) throws(FileError) -> [Occupation] {
    guard !range.isEmpty else { return [] }
    return try source.occupations(in: range).inOrder
  }

  /// The bookings whose booker or participant is the person with this id, in their present states, oldest first.
  package func bookings(withPerson id: String) throws(FileError) -> [Booking] {
    guard !id.isEmpty else { return [] }
    let records = try source.records(under: [PostingKey.person(id)], mentioning: id) { _ in true }
    return Record.newestBookings(records) { $0.booker.id == id || $0.participant.id == id }
  }

  /// The bookings of a product at a start that have one of these keys, in their present states, oldest first.
  package func bookings(of product: String, at start: Instant, keys: [UInt64]) throws(FileError) -> [Booking] {
    let posted = keys.map { PostingKey.place(product, start, $0) }
    let records = try source.records(under: posted, mentioning: ISO8601.writeUTC(start)) { _ in true }
    var bookings: [Booking] = []
    for booking in Record.newestBookings(
      records, where: { $0.product.id == product && $0.repeatKeys.contains(where: keys.contains) })
    {
      // Lines that were posted under another start may say where it is now.
      if let present = try self.booking(booking.id) { bookings.append(present) }
    }
    return bookings
  }

  /// How many lines the bookings file has, the first included; 0 where there is no file.
  package func lineCount() throws(FileError) -> Int { try source.lineCount() }

  /// Making an index, where a reader found that it lacks many lines, or is damaged. A few lines are left to the next
  /// writer.
  package var upkeep: (@Sendable () -> Void)? {
    let need = indexNeed
    return need == .catchingUp || need == .rebuilding ? store?.upkeep(need) : nil
  }

  /// What `FileStore.index(_:)` is to be called with after the reply, to make the next requests faster.
  package var indexNeed: IndexNeed { source.indexNeed }
}
