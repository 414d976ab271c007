// Which runs count: those that belong to the bookings file as it is, joined without a gap from its first event on.

/// The runs of an open bookings file, the one that covers the older lines first; at most two.
struct RunSet {
  let runs: [Run]

  /// The runs that are there for a file of this generation, whose second line begins at `start`. That the last line they
  /// cover is still there is not proved here: see Tail.swift.
  init(_ names: FileNames, in directory: DataDirectory, generation: UInt64, start: Int64) {
    var joined: [Run] = []
    for _ in 0..<2 {
      let found = [names.oldRun, names.newRun].compactMap { Run($0, in: directory, generation: generation) }
      joined = []
      for run in found {
        if let last = joined.last?.header {
          if run.header.continues(last) { joined.append(run) }
        } else if run.header.from == start, run.header.firstNumber == 2 {
          joined.append(run)
        }
      }
      // Race: between the opening of the one and the other a writer may put both in order anew. Then they do not
      // join, and are looked at once more; if they still do not, what does not join is left out, and the tail is longer.
      if joined.count == found.count { break }
    }
    runs = joined
  }

  /// The run that ends last.
  var last: Run? { runs.last }
}
