// What looking a bookings file through found, in words.

internal import Bookings

extension Bookings.Problem {
  /// `file:line: what is wrong`, for a file shown by this name.
  func words(in file: String) -> String {
    switch self {
    case .damaged(let line, let damage): "\(file):\(line): \(damage.words)"
    case .missing(let line, let numbers):
      numbers.count == 1
        ? "\(file):\(line): line number \(numbers.lowerBound) is missing before it"
        : "\(file):\(line): lines number \(numbers.lowerBound) to \(numbers.upperBound) are missing before it"
    case .displaced(let line, let number):
      "\(file):\(line): line number \(number) belongs further up, or stands there too"
    case .torn(let line, let length):
      "\(file):\(line): \(Wording.count(length, "byte")) of an append that was cut short and never acknowledged"
    case .index: "\(file): the index beside it says something else than its lines"
    }
  }

  /// Whether requests are refused, or could be answered wrongly, as long as it is so.
  var isSerious: Bool {
    if case .torn = self { return false }
    return true
  }
}
