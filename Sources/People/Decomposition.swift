// Unicode's compatibility decomposition (NFKD) by utf8proc: the only file that calls it. Its own ordering of marks takes time
// that grows with the square of how many stand in a row, so they are put in order here.

internal import CUTF8Proc

package enum Decomposition {
  /// The scalars of a text with letters parted from their accents, marks in Unicode's order, and letters of another width
  /// or form as the usual ones.
  package static func scalars(of text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    // Where the row of marks begins that the text ends with so far.
    var marks = 0
    for scalar in text.unicodeScalars {
      guard scalar.value >= 0xA0 else {
        order(&scalars, from: marks)
        scalars.append(scalar)
        marks = scalars.count
        continue
      }
      for part in parts(of: scalar) {
        if combiningClass(part) == 0 {
          order(&scalars, from: marks)
          marks = scalars.count + 1
        }
        scalars.append(part)
      }
    }
    order(&scalars, from: marks)
    return scalars
  }

  /// What a scalar consists of: eighteen at most (U+FDFA).
  private static func parts(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    var parts = [Int32](repeating: 0, count: 18)
    let options = utf8proc_option_t(rawValue: UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_COMPAT.rawValue)
    let count = unsafe utf8proc_decompose_char(Int32(bitPattern: scalar.value), &parts, parts.count, options, nil)
    guard (1...parts.count).contains(count) else { return [scalar] }
    return parts.prefix(count).compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) }
  }

  /// What decides about the order of marks; 0 is no mark.
  private static func combiningClass(_ scalar: Unicode.Scalar) -> Int {
    unsafe Int(utf8proc_get_property(Int32(bitPattern: scalar.value)).pointee.combining_class)
  }

  /// Puts the marks from an index on in order; those of one class stay as they are.
  private static func order(_ scalars: inout [Unicode.Scalar], from start: Int) {
    guard scalars.count - start > 1 else { return }
    var marks = (start..<scalars.count).map { (order: combiningClass(scalars[$0]) << 32 + $0, scalar: scalars[$0]) }
    marks.sort { $0.order < $1.order }
    for (offset, mark) in marks.enumerated() { scalars[start + offset] = mark.scalar }
  }
}
