// Putting a new bookings file in the place of the old one, or of none, so that at every moment there is one whole file
// under the name.

/// Makes bookings files, under the lock.
struct FileReplacement {
  private let names: FileNames
  private let directory: DataDirectory
  private let lock: FileLock

  init(_ names: FileNames, _ directory: DataDirectory, _ lock: FileLock) {
    self.names = names
    self.directory = directory
    self.lock = lock
  }

  /// Puts a file with nothing but its first line where no file is, and waits until the disk has it and its name.
  ///
  /// Killed before the rename: there is no file, and what was written is thrown away by the next writer. Killed after it,
  /// before the directory is synced: the note says `pending`, and the next writer syncs it.
  func makeEmpty() throws(StorageError) {
    lock.write(LockNote.pending)
    let generation = try directory.random()
    let file = try directory.create(names.newBookings)
    try file.write(FileHeader.line(generation: generation), at: 0)
    try file.sync()
    try directory.rename(names.newBookings, to: names.bookings)
    try directory.sync()
    try directory.syncParent()
  }
}
