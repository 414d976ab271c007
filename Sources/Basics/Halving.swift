// Searching by halves, in one place.

extension Range<Int> {
  /// The first number of the range that satisfies a condition which, from some number on, all satisfy and before it none;
  /// the range's end where none does.
  @inlinable
  package func firstByHalves(where isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = low &+ (high &- low) / 2
      if isBehind(middle) { high = middle } else { low = middle &+ 1 }
    }
    return low
  }
}
