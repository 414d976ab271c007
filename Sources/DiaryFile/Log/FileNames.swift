// The names of a business's files in `Data`. An entity's id has no point in it, so what begins with `<entity>.` is its own.

internal import Business

/// The files of one business.
struct FileNames {
  /// The id of the business.
  let entity: String

  /// The truth.
  var bookings: String { entity + ".jsonl" }
  /// The business of a bookings file with this name; nil for any other file.
  static func entity(ofBookings name: String) -> Identifier? {
    let end = ".jsonl"
    guard name.utf8.count > end.utf8.count, name.hasSuffix(end) else { return nil }
    return Identifier(name.dropLast(end.utf8.count))
  }

  /// What writers lock; holds a note (see LockNote.swift). Never renamed or deleted.
  var lock: String { entity + ".lock" }
  /// Holds the note where the lock file is not ours to write.
  var note: String { entity + ".note" }
  /// The index of most of the past.
  var oldRun: String { entity + ".index-1" }
  /// The index of what came since.
  var newRun: String { entity + ".index-0" }
  /// A new bookings file, until it takes the place of the old one.
  var newBookings: String { entity + ".jsonl.new" }
  /// A new run, until it takes its place.
  var unfinishedRun: String { entity + ".index.new" }
  /// What is derived from the bookings file, finished or not, and belongs to no other.
  var derived: [String] { [newRun, oldRun, unfinishedRun] }
  /// What damaged bytes and damaged files are kept under, followed by something that tells them apart.
  var asidePrefix: String { entity + ".aside-" }
}
