// Steps through a line spelt in the usual way, for LineHead.swift. It knows no escapes: a string that has one is not
// the usual way, and the whole line is then read by EventDecoding.swift.

package import CivilTime
package import Diary

/// A place within a line. Every function that answers nil or false leaves the cursor anywhere: the reading is over,
/// except after `skip`, which then has not moved.
package struct LineCursor {
  private var position = 0

  /// The beginning of a line.
  package init() {}

  /// Steps over these characters, if they stand here.
  package mutating func skip(_ text: String, _ line: Span<UInt8>) -> Bool {
    let wanted = text.utf8.span
    guard position &+ wanted.count <= line.count else { return false }
    let here = line.extracting(position..<position &+ wanted.count)
    for index in wanted.indices where here[index] != wanted[index] { return false }
    position &+= wanted.count
    return true
  }

  /// Reads digits, at most fifteen.
  package mutating func integer(_ line: Span<UInt8>) -> Int? {
    let start = position
    var number = 0
    while position < line.count, line[position] &- 0x30 < 10, position &- start < 15 {
      number = number &* 10 &+ Int(line[position] &- 0x30)
      position &+= 1
    }
    return position > start ? number : nil
  }

  /// Reads a length of time in seconds, at most `LineHead.greatestSeconds`.
  package mutating func seconds(_ line: Span<UInt8>) -> Int? {
    guard let value = integer(line), value <= LineHead.greatestSeconds else { return nil }
    return value
  }

  /// Reads `2024-09-16T06:30:00Z`, or the same with milliseconds.
  package mutating func instant(_ line: Span<UInt8>) -> Instant? {
    guard position &+ 20 <= line.count else { return nil }
    let text = line.extracting(position..<position &+ 20)
    guard text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"), text[10] == UInt8(ascii: "T"),
      text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
      let century = Self.pair(text, 0), let year = Self.pair(text, 2), let month = Self.pair(text, 5),
      let day = Self.pair(text, 8), let hour = Self.pair(text, 11), let minute = Self.pair(text, 14),
      let second = Self.pair(text, 17), hour < 24, minute < 60, second < 60,
      let date = LocalDate(year: century * 100 + year, month: month, day: day)
    else { return nil }
    position &+= 20
    var millisecond = 0
    if text[19] == UInt8(ascii: ".") {
      let start = position
      guard let fraction = integer(line), position &- start == 3, skip("Z", line) else { return nil }
      millisecond = fraction
    } else if text[19] != UInt8(ascii: "Z") {
      return nil
    }
    let ofDay = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
    return Instant(milliseconds: LocalDateTime(date: date, millisecondOfDay: ofDay).wallMilliseconds)
  }

  /// Reads a string in quotation marks.
  package mutating func string(_ line: Span<UInt8>) -> String? {
    guard let range = quoted(line) else { return nil }
    guard let text = try? UTF8Span(validating: line.extracting(range)) else { return nil }
    return String(copying: text)
  }

  /// Steps over a string in quotation marks.
  package mutating func skipString(_ line: Span<UInt8>) -> Bool { quoted(line) != nil }

  /// Reads the names of resources up to the `]` and steps over it and over the list of their units, where there is one.
  package mutating func heldResources(_ line: Span<UInt8>) -> [HeldResource]? {
    var resources: [HeldResource] = []
    if !skip("]", line) {
      repeat {
        guard let name = string(line) else { return nil }
        resources.append(HeldResource(name))
      } while skip(",", line)
      guard skip("]", line) else { return nil }
    }
    guard skip(",\"units\":[", line) else { return resources }
    for index in resources.indices {
      guard index == 0 || skip(",", line), let units = integer(line), (1...LineHead.greatestUnits).contains(units)
      else {
        return nil
      }
      resources[index].units = units
    }
    return skip("]", line) ? resources : nil
  }

  /// Steps over the pause of an appointment of this many seconds; no seconds where there is none.
  package mutating func pause(within duration: Int, _ line: Span<UInt8>) -> (after: Int, length: Int)? {
    guard skip(",\"pauseAfter\":", line) else { return (0, 0) }
    guard let after = seconds(line), skip(",\"pauseLength\":", line), let length = seconds(line),
      after + length < duration
    else { return nil }
    return (after, length)
  }

  private mutating func quoted(_ line: Span<UInt8>) -> Range<Int>? {
    guard skip("\"", line) else { return nil }
    let start = position
    while position < line.count, line[position] != UInt8(ascii: "\"") {
      guard line[position] != UInt8(ascii: "\\") else { return nil }
      position &+= 1
    }
    guard position < line.count else { return nil }
    position &+= 1
    return start..<position &- 1
  }

  private static func pair(_ text: Span<UInt8>, _ index: Int) -> Int? {
    let tens = text[index] &- 0x30
    let ones = text[index &+ 1] &- 0x30
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
  }
}
