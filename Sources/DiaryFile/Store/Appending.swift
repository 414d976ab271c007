// How a line gets onto the disk, or is taken back.

internal import DiaryFormat
internal import System

/// Appends to a file whose end is settled, under the lock.
struct Appending<Calls: SystemCalls> {
  private let source: FileSource<Calls>
  private let lock: FileLock<Calls>

  init(_ source: FileSource<Calls>, _ lock: FileLock<Calls>) {
    self.source = source
    self.lock = lock
  }

  /// Writes a line with its line feed at the end of the file and waits until the disk has it.
  ///
  /// Killed before the write is whole: a torn tail, which the next writer sets aside. Killed after it, before or during
  /// the sync: the line is there, the note does not vouch for it, and the next writer writes it again and syncs. Killed
  /// after the sync: the same, and the event counts although nobody was told.
  func append(_ line: [UInt8], number: Int) throws(FileError) {
    guard let file = source.file, let tail = source.tail, let summary = tail.summary else {
      throw .unavailable(.write, code: ErrorNumber.notFound)
    }
    do throws(FileError) {
      try file.file.write(line, at: summary.end)
      try file.file.syncData()
    } catch {
      try takeBack(to: summary.end, of: file.file, error)
    }
    let checksum = Line.proof(line.span.extracting(droppingLast: 1)) ?? 0
    tail.append(line, LinePlace(number: number, offset: summary.end, checksum: checksum))
    let end = summary.end + Int64(line.count)
    lock.write(.synced(LockNote.Claim(generation: file.header.generation, end: end, checksum: checksum)))
  }

  /// The same for several lines, of which the first has this number, all or none: Batch.swift says how.
  func append(_ lines: [[UInt8]], from number: Int, _ names: FileNames, _ directory: DataDirectory<Calls>)
    throws(FileError)
  {
    guard let file = source.file, let tail = source.tail, let summary = tail.summary else {
      throw .unavailable(.write, code: ErrorNumber.notFound)
    }
    let base = LockNote.Claim(
      generation: file.header.generation, end: summary.end, checksum: summary.checksum)
    let batch = Batch(base: base, lines: lines.flatMap { $0 })
    lock.writePending()
    do throws(FileError) {
      try batch.keep(names, in: directory)
    } catch {
      _ = try? directory.remove(names.batch)
      throw error
    }
    do throws(FileError) {
      try batch.write(to: file.file, from: 0)
    } catch {
      do throws(FileError) {
        try takeBack(to: summary.end, of: file.file, error)
      } catch {
        // While the batch is kept, the next writer may complete it: then nobody knows.
        if case .unknownOutcome = error { throw error }
        guard (try? directory.removeBatch(names)) != nil else { throw error.asUnknownOutcome }
        throw error
      }
    }
    var offset = summary.end
    for (place, line) in lines.enumerated() {
      let checksum = Line.proof(line.span.extracting(droppingLast: 1)) ?? 0
      tail.append(line, LinePlace(number: number + place, offset: offset, checksum: checksum))
      offset += Int64(line.count)
    }
    // Before the note vouches: the next writer who finds it pending looks for the batch.
    guard (try? directory.removeBatch(names)) != nil else { return }
    lock.write(
      .synced(LockNote.Claim(generation: base.generation, end: offset, checksum: tail.summary?.checksum ?? 0)))
  }

  /// Cuts the file back to where it was before a write that failed, makes that durable, and throws the failure.
  private func takeBack(to end: Int64, of file: File<Calls>, _ failure: FileError) throws(FileError) -> Never {
    do throws(FileError) {
      try file.truncate(to: end)
      try file.syncData()
    } catch {
      // Whatever is there now, the next writer is not to trust the note, which may well fit it.
      lock.writePending()
      throw failure.asUnknownOutcome
    }
    throw failure
  }
}
