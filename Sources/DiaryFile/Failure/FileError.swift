// What can go wrong between a request and the disk: the facts. The words are in FileError+Words.swift.

/// Why the bookings could not be read or changed. Nothing was changed, except where a case says otherwise.
package enum FileError: Error, Hashable, Sendable {
  /// Another process held the lock until the deadline.
  case busy
  /// The index is gone and could not be made before the deadline; the next request goes on with it.
  case unindexed
  /// The disk, the quota or the greatest file size is used up; what was written was taken back.
  case full(Operation, code: Int32)
  /// The system refused a call; what was written was taken back. `code` is its errno.
  case unavailable(Operation, code: Int32)
  /// A file is not as this program makes it and nobody's data is risked on it.
  case refused(FileRole, FileFault)
  /// The bookings file is damaged at a line (counted from 1) that the request needs; `repair` mends it.
  case damaged(line: Int, Damage)
  /// The change could neither be made certain nor taken back: the next writer settles it, and so does the same
  /// request once more.
  case unknownOutcome(Operation, code: Int32)
  /// The event has a form that could not be read again, so it was not written.
  case unwritable
  /// The data directory vanishes together with the instance that serves the request, so nothing is booked into it.
  case vanishing
  /// There is no bookings file to be mended.
  case missing
  /// The business whose id this is has bookings already, or lost them.
  case taken(String)
}

/// What the system was asked for.
package enum Operation: String, Hashable, Sendable {
  /// Opening or making the data directory.
  case directory
  /// Opening or making a file.
  case open
  /// Asking about a file.
  case status
  /// Reading.
  case read
  /// Writing.
  case write
  /// Waiting until the disk has it.
  case sync
  /// Cutting a file.
  case truncate
  /// Taking the lock.
  case lock
  /// Giving a file its name, or taking one away.
  case rename
  /// Asking for random bits.
  case random
}

/// Which file a refusal is about.
package enum FileRole: String, Hashable, Sendable {
  /// `Data` itself.
  case directory
  /// `Data/<entity>.jsonl`.
  case bookings
  /// `Data/<entity>.lock`.
  case lock
  /// A file being written to take another's place, or one kept aside.
  case other
}

/// What is wrong about a file that is not as this program makes it.
package enum FileFault: Hashable, Sendable {
  /// A symbolic link, which is never followed.
  case link
  /// Not a regular file; for the directory, not a directory.
  case kind
  /// Its permissions let others in: for a file anybody but its owner, for the directory everybody to write.
  case permissions(mode: UInt32)
  /// It belongs to somebody else than the directory does; for the directory, than to who runs the program.
  case owner(UInt32)
}

/// How a line of the bookings file is damaged.
package enum Damage: Hashable, Sendable {
  /// The line does not prove itself: its checksum is missing or another.
  case checksum
  /// The line proves itself but stands in another's place: lines before it are missing, doubled or swapped. `found`
  /// is the number it carries.
  case sequence(found: Int)
  /// The line proves itself but does not say what a line says.
  case content
  /// The file does not begin with the line that says what it is.
  case header
  /// The line was on the disk, as the note says, and is damaged, cut off or gone.
  case lost
  /// The file is gone, although its note knows it.
  case gone
  /// The file is that of another business, whose id this is.
  case stranger(String)
  /// The file is of a version that this program does not know.
  case version(Int)
}
