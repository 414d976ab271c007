// The names of a business's files in `Data`. An entity's id has no point in it, so what begins with `<entity>.` is its
// own.

internal import Business

/// The files of one business.
struct FileNames {
  /// The id of the business.
  let entity: String
  /// What the names of the bookings file and the index end in.
  private let end: String

  /// The files of a business.
  init(entity: String) { self.init(entity: entity, end: "") }

  private init(entity: String, end: String) {
    self.entity = entity
    self.end = end
  }

  /// A bookings file that a command prepares, and its index, until they take the place of those there are.
  var prepared: FileNames { FileNames(entity: entity, end: ".prepared") }

  /// The truth.
  var bookings: String { entity + ".jsonl" + end }
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
  var oldRun: String { entity + ".index-1" + end }
  /// The index of what came since.
  var newRun: String { entity + ".index-0" + end }
  /// A new bookings file that a writer makes, until it takes its place.
  var newBookings: String { entity + ".jsonl.new" }
  /// A new run, until it takes its place.
  var unfinishedRun: String { entity + ".index.new" + end }
  /// Events that are to be appended all or none, until they are (see Batch.swift).
  var batch: String { entity + ".batch" }
  /// What is derived from the bookings file, finished or not, and belongs to no other.
  var derived: [String] { [newRun, oldRun, unfinishedRun] }
  /// What damaged bytes and damaged files are kept under, followed by something that tells them apart.
  var asidePrefix: String { entity + ".aside-" }
}
