// Which runs count: those that belong to the bookings file as it is, joined without a gap from its first event on.

internal import System

/// The runs of an open bookings file: none, one, or an older and a newer one.
struct RunSet<Calls: SystemCalls> {
  /// The run that covers the first lines.
  private(set) var older: Run<Calls>?
  /// The run that goes on where that ends.
  private(set) var newer: Run<Calls>?

  /// No index.
  init() {}

  /// The runs that are there for a file of this generation, whose second line begins at `start`. That the last line they
  /// cover is still there is not proved here: see Tail.swift.
  init(_ names: FileNames, in directory: DataDirectory<Calls>, generation: UInt64, start: Int64) {
    for _ in 0..<2 {
      let old = Run(names.oldRun, in: directory, generation: generation)
      let new = Run(names.newRun, in: directory, generation: generation)
      older = [old, new].compactMap { $0.self }.first { $0.header.from == start && $0.header.firstNumber == 2 }
      newer = nil
      if let older, let new, new.header.continues(older.header) { newer = new }
      // Race: between the opening of the one and the other a writer may put both in order anew. Then they do not
      // join, and are looked at once more; if they still do not, what does not join is left out, and the tail is longer.
      if old == nil || new == nil || newer != nil { break }
    }
  }

  /// Gives a finished run its place, and takes away what it replaces: the newer run, if this one is the older one; where
  /// `isFirst`, every run there is.
  ///
  /// Killed in between: the newer run does not join on and does not count.
  static func place(
    _ unfinished: String, isOlder: Bool, isFirst: Bool, _ names: FileNames, in directory: DataDirectory<Calls>
  ) throws(FileError) {
    if isFirst { for name in [names.oldRun, names.newRun] { try directory.remove(name) } }
    try directory.rename(unfinished, to: isOlder ? names.oldRun : names.newRun)
    if isOlder { try directory.remove(names.newRun) }
  }

  /// The run that ends last.
  var last: Run<Calls>? { newer ?? older }

  var isEmpty: Bool { older == nil }

  /// Gives each run to `body`, the newer one first, until that answers false.
  func visit<Failure>(_ body: (Run<Calls>) throws(Failure) -> Bool) throws(Failure) {
    if let newer, try !body(newer) { return }
    if let older { _ = try body(older) }
  }
}
