// Which windows were probably meant by what is none: `9am-6pm`, `9:00 AM - 5:00 PM`, `8-12`, `0800-1200`, `08.00 - 12.00 Uhr`.
// A guess that could be wrong is worse than the error alone, so `9-1` gets none. Nothing here runs for a file in order.

/// A text taken for times of the day.
enum TimeGuess {
  /// A time with what stands beside it.
  private struct Time {
    var hour: Int
    var minute: Int
    /// Whether it is of the second half of the day, where the text says so.
    var isAfternoon: Bool?

    /// Minutes after midnight, if there is such a time.
    var minutes: Int? {
      guard minute < 60 else { return nil }
      guard let isAfternoon else { return hour < 24 || hour == 24 && minute == 0 ? hour * 60 + minute : nil }
      guard (1...12).contains(hour) else { return nil }
      return (hour % 12 + (isAfternoon ? 12 : 0)) * 60 + minute
    }
  }

  /// The windows or, among starts, times that a text probably means, as a file would write them; nil where that is not
  /// clear.
  static func windows(_ text: ArraySlice<UInt8>, of use: WindowUse) -> String? {
    let string = String(decoding: text, as: UTF8.self)
    guard text.count <= 80 else { return nil }
    if !text.contains(where: Bytes.isDigit) { return Spelling.nearest(to: string, among: ["closed", "off"]) }
    guard let times = times(string.lowercased()), !times.isEmpty else { return nil }
    var parts: [String] = []
    if times.count == 1 {
      guard use == .starts, let minutes = times[0].minutes, minutes < 1440 else { return nil }
      parts = [clock(minutes)]
    } else {
      guard times.count % 2 == 0 else { return nil }
      for place in stride(from: 0, to: times.count, by: 2) {
        guard let window = window(times[place], times[place + 1]) else { return nil }
        parts.append(window)
      }
    }
    let guess = parts.joined(separator: ", ")
    return guess == string ? nil : guess
  }

  private static func window(_ first: Time, _ last: Time) -> String? {
    var (first, last) = (first, last)
    if first.isAfternoon == nil, let isAfternoon = last.isAfternoon, first.hour <= 12 {
      // `9-5pm`, `2-5pm`: both of one half of the day, unless that runs backwards.
      first.isAfternoon = isAfternoon
      if let start = first.minutes, let end = last.minutes, start >= end { first.isAfternoon = !isAfternoon }
    } else if last.isAfternoon == nil, let isAfternoon = first.isAfternoon, last.hour <= 12 {
      last.isAfternoon = isAfternoon
      if let start = first.minutes, let end = last.minutes, start >= end { last.isAfternoon = !isAfternoon }
    }
    guard let start = first.minutes, var end = last.minutes, start < 1440 else { return nil }
    if end == 0 { end = 1440 }
    // Only of an evening is it clear that its end is on the next day.
    let isClear = start < end || start >= 17 * 60 && (end <= 6 * 60 || last.isAfternoon != nil)
    return isClear && start != end ? "\(clock(start))-\(clock(end))" : nil
  }

  private static func clock(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  /// The times of a text in small letters; nil where something else stands among them.
  private static func times(_ text: String) -> [Time]? {
    var times: [Time] = []
    var rest = Substring(text)
    while true {
      rest = rest.drop { !$0.isNumber && !$0.isLetter }
      guard let first = rest.first else { return times }
      if first.isNumber {
        guard let time = time(&rest) else { return nil }
        times.append(time)
        continue
      }
      let word = rest.prefix { $0.isLetter || $0 == "." }
      rest = rest.dropFirst(word.count)
      switch word.filter({ $0 != "." }) {
      case "am", "a", "pm", "p":
        guard !times.isEmpty, times[times.count - 1].isAfternoon == nil else { return nil }
        times[times.count - 1].isAfternoon = word.first == "p"
      case "noon":
        return nil
      case "uhr", "h", "to", "bis", "until", "and", "und", "from", "von":
        continue
      default:
        return nil
      }
    }
  }

  /// The time at the front of a text: `9`, `0930`, `9:30`, `9.30`, `9h30`, `09:30:00`.
  private static func time(_ rest: inout Substring) -> Time? {
    func number() -> Int? {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      return digits.count <= 4 ? Int(digits) : nil
    }
    let length = rest.prefix { $0.isNumber }.count
    guard let hour = number() else { return nil }
    if length > 2 { return Time(hour: hour / 100, minute: hour % 100) }
    var minute = 0
    if let mark = rest.first, ":.h".contains(mark), rest.dropFirst().first?.isNumber == true {
      rest = rest.dropFirst()
      guard let minutes = number() else { return nil }
      minute = minutes
      if rest.hasPrefix(":00") { rest = rest.dropFirst(3) }
    }
    return Time(hour: hour, minute: minute)
  }
}
