// How far two spellings are apart.

/// Edits: a letter inserted, deleted or replaced, or two neighbours swapped (optimal string alignment).
package enum EditDistance {
  /// Whether so many edits, few, are enough. It costs the length of the shorter times the number of edits.
  package static func isAtMost(_ most: Int, from one: [Unicode.Scalar], to other: [Unicode.Scalar]) -> Bool {
    guard abs(one.count - other.count) <= most else { return false }
    if most == 0 { return one == other }
    let beyond = most + 1
    // Three rows of the table of distances between beginnings. Only what lies near the diagonal can be small; what lies
    // beside that stays beyond.
    var rows = [[Int]](repeating: [Int](repeating: beyond, count: other.count + 2 * beyond + 1), count: 3)
    // Where column 0 stands in a row.
    let origin = beyond
    for column in 0...min(most, other.count) { rows[0][origin + column] = column }
    for row in 1..<one.count + 1 {
      let (new, old, older) = (row % 3, (row + 2) % 3, (row + 1) % 3)
      // So far a row is looked at, and one cell more on either side is known to be beyond.
      let near = max(0, row - most)...min(other.count, row + most)
      rows[new][origin + near.lowerBound - 1] = beyond
      for column in near {
        guard column > 0 else {
          rows[new][origin] = min(row, beyond)
          continue
        }
        let cell = origin + column
        var distance = rows[old][cell - 1] + (one[row - 1] == other[column - 1] ? 0 : 1)
        distance = min(distance, rows[old][cell] + 1, rows[new][cell - 1] + 1)
        if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
          distance = min(distance, rows[older][cell - 2] + 1)
        }
        rows[new][cell] = min(distance, beyond)
      }
      rows[new][origin + near.upperBound + 1] = beyond
    }
    return rows[one.count % 3][origin + other.count] <= most
  }
}
