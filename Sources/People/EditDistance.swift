// How far two spellings are apart.

/// Edits: a letter inserted, deleted or replaced, or two neighbours swapped (optimal string alignment).
package enum EditDistance {
  /// Whether so many edits, few, are enough. It costs the length of the shorter times the number of edits.
  package static func isAtMost(_ most: Int, from one: [Unicode.Scalar], to other: [Unicode.Scalar]) -> Bool {
    guard abs(one.count - other.count) <= most else { return false }
    if most == 0 { return one == other }
    let beyond = most + 1
    // Rows of the table of distances between beginnings; only what lies near the diagonal can be small.
    var older = [Int](repeating: beyond, count: other.count + 1)
    var old = (0...other.count).map { min($0, beyond) }
    for row in 1..<one.count + 1 {
      var new = [Int](repeating: beyond, count: other.count + 1)
      if row <= most { new[0] = row }
      let near = max(1, row - most)...max(1, min(other.count, row + most))
      for column in near where column <= other.count {
        var distance = old[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1)
        distance = min(distance, old[column] + 1, new[column - 1] + 1)
        if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
          distance = min(distance, older[column - 2] + 1)
        }
        new[column] = min(distance, beyond)
      }
      (older, old) = (old, new)
    }
    return old[other.count] <= most
  }
}
