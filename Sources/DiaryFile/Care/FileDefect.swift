// What is wrong with a bookings file, and the words for it. FileScan.swift finds it.

internal import Business

/// Something about a bookings file that is not as it should be. Lines are counted from 1 as an editor counts them.
package enum FileDefect: Hashable, Sendable {
  /// A line does not prove itself, or says nothing that a line says.
  case damaged(line: Int, Damage)
  /// Lines with these numbers should stand before this line and do not.
  case missing(line: Int, numbers: ClosedRange<Int>)
  /// A line stands here that belongs further up, or has been there already.
  case displaced(line: Int, number: Int)
  /// The end of the file is what a crash left of an append that was never acknowledged.
  case torn(line: Int, length: Int)
  /// The line was on the disk, as the note says, and is damaged, cut off or gone.
  case lost(line: Int)
  /// The file is gone, although its note knows it.
  case gone
  /// The file is that of another business, whose id this is.
  case stranger(String)
  /// The index says something else than the lines. Requests may have been answered by it; `repair` deletes it.
  case index
}

extension FileDefect {
  /// `file:line: what is wrong`, for a file shown by this name.
  func words(in file: String) -> String {
    switch self {
    case .damaged(let line, let damage): "\(file):\(line): \(damage.deskWords)"
    case .missing(let line, let numbers):
      numbers.count == 1
        ? "\(file):\(line): line number \(numbers.lowerBound) is missing before it"
        : "\(file):\(line): lines number \(numbers.lowerBound) to \(numbers.upperBound) are missing before it"
    case .displaced(let line, let number):
      "\(file):\(line): line number \(number) belongs further up, or stands there too"
    case .torn(let line, let length):
      "\(file):\(line): \(FileWords.count(length, "byte")) of an append that was cut short; no note vouches for it"
    case .lost(let line): "\(file):\(line): \(Damage.lost.deskWords)"
    case .gone: "\(file): \(Damage.gone.deskWords)"
    case .stranger(let entity): "\(file): \(Damage.stranger(entity).deskWords)"
    case .index: "\(file): the index beside it says something else than its lines"
    }
  }

  /// Whether requests are refused, or could be answered wrongly, as long as it is so.
  var isSerious: Bool {
    if case .torn = self { return false }
    return true
  }
}
