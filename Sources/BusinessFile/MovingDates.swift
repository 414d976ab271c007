// How dates that move are written: `easter`, `easter+1`, `orthodox-easter-2`, `nov thu[4]`, `nov thu[4]+1`, `may mon[-1]`.

import Business
import CivilTime

extension MovingDay {
  /// The moving day that a text writes; nil for any other text.
  init?(text: ArraySlice<UInt8>) {
    var rest = text
    let anchor: Anchor
    if MovingDay.skip("easter", &rest) {
      anchor = .easter
    } else if MovingDay.skip("orthodox-easter", &rest) {
      anchor = .orthodoxEaster
    } else {
      guard let weekday = MovingDay.weekday(&rest) else { return nil }
      anchor = weekday
    }
    guard let offset = MovingDay.offset(rest) else { return nil }
    self.init(anchor, offset: offset)
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// Steps over `nov thu[4]`.
  private static func weekday(_ rest: inout ArraySlice<UInt8>) -> Anchor? {
    guard rest.count >= 10, let month = months.firstIndex(where: { rest.prefix(3).elementsEqual($0.utf8) }) else {
      return nil
    }
    rest = rest.dropFirst(3)
    guard skip(" ", &rest), let day = Reading.weekday(rest), let weekday = Weekday(rawValue: day) else { return nil }
    rest = rest.dropFirst(3)
    guard skip("[", &rest) else { return nil }
    let isFromEnd = skip("-", &rest)
    guard let place = rest.first, (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(place) else { return nil }
    rest = rest.dropFirst()
    guard skip("]", &rest) else { return nil }
    let number = Int(place - UInt8(ascii: "0"))
    return .weekday(weekday, month: month + 1, place: isFromEnd ? -number : number)
  }

  /// The days that `+1` or `-2` writes; none for no text.
  private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
    guard let sign = text.first else { return 0 }
    let digits = text.dropFirst()
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), digits.count <= 2, let days = Bytes.number(digits),
      days <= greatestOffset, digits.count == 1 || digits.first != UInt8(ascii: "0")
    else { return nil }
    return sign == UInt8(ascii: "-") ? -days : days
  }

  private static func skip(_ text: String, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }
}
