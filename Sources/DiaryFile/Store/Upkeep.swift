// Brings the index of a bookings file up to date, step by step, each under the lock. Index/Indexing.swift does one step.

extension FileStore {
  /// Brings the index up to date; to be called after the reply with the `FileView.indexNeed` of the request.
  ///
  /// Works in steps of at most some thousand lines and lets other writers in between them. Nothing depends on it but
  /// speed: an error means that the next requests take longer, and the next call tries again.
  package func index(_ need: IndexNeed) throws(FileError) {
    var need = need
    var covered: Int64 = -1
    while need != .nothing {
      guard let directory = try DataDirectory.open(directory, calls, creating: false) else { return }
      let lock: FileLock<Calls>
      do throws(FileError) {
        lock = try FileLock(names, in: directory, patience: need == .extending ? 0 : patience)
      } catch .busy {
        return
      }
      defer { lock.release() }
      if need == .rebuilding { for name in names.derived { try directory.remove(name) } }
      // Settled: all lines are on the disk, and only such lines are indexed.
      let source = try Settling(names, directory, lock).settle().source
      // Each step covers more than the one before, or the disk spoils at once what is written to it.
      let end = source.runs.last?.header.to ?? 0
      guard end > covered else { return }
      covered = end
      guard let file = source.file, let tail = source.tail, source.indexNeed != .nothing else { return }
      need = try Indexing(names, directory, file, tail, source.runs).extend()
    }
  }
}
