// A second reader of the system's time zones, independent of libc: TZif files and their footers (RFC 9636). The tests
// hold SystemZones and OffsetTable against it.

import CivilTime
import Foundation

/// The changes of offset that a TZif file tells.
struct TZifReader {
  struct Change: Equatable {
    /// Seconds since the epoch.
    let time: Int64
    /// Seconds east of UTC from then on.
    let offset: Int
  }

  /// The offset before the first change.
  let initialOffset: Int
  /// In order; only real changes.
  let changes: [Change]

  /// Reads the 64-bit block and expands the footer through the end of a year.
  init?(path: String, throughYear lastYear: Int) {
    guard let data = FileManager.default.contents(atPath: path), data.count > 44, data[4] >= UInt8(ascii: "2") else {
      return nil
    }
    let bytes = [UInt8](data)
    func number(_ at: Int, _ size: Int) -> Int64 {
      let raw = bytes[at..<at + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return size == 4 ? Int64(Int32(truncatingIfNeeded: raw)) : Int64(bitPattern: raw)
    }
    func counts(_ at: Int) -> [Int] { (0..<6).map { Int(number(at + 20 + $0 * 4, 4)) } }
    let old = counts(0)
    let header = 44 + old[3] * 5 + old[4] * 6 + old[5] + old[2] * 8 + old[1] + old[0]
    let count = counts(header)
    let (times, types) = (header + 44, header + 44 + count[3] * 8)
    let infos = types + count[3]
    let footer = infos + count[4] * 6 + count[5] + count[2] * 12 + count[1] + count[0]
    func offset(ofType type: Int) -> Int { Int(number(infos + type * 6, 4)) }

    var all = (0..<count[3]).map { index in
      Change(time: number(times + index * 8, 8), offset: offset(ofType: Int(bytes[types + index])))
    }
    let rule = String(decoding: bytes[(footer + 1)...].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let last = all.last?.time ?? .min
    all += PosixRule(rule).changes(throughYear: lastYear).filter { $0.time > last }
    initialOffset = offset(ofType: 0)
    var current = initialOffset
    changes = all.filter { change in
      defer { current = change.offset }
      return change.offset != current
    }
  }

  /// Seconds east of UTC at a time.
  func offset(at time: Int64) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].time <= time { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? initialOffset : changes[low - 1].offset
  }
}

/// A footer such as `CET-1CEST,M3.5.0,M10.5.0/3`.
private struct PosixRule {
  private var text: Substring
  private var standard = 0
  private var summer: (offset: Int, start: (Substring, Int), end: (Substring, Int))?

  init(_ rule: String) {
    text = rule[...]
    guard !text.isEmpty else { return }
    skipName()
    standard = -time()
    guard !text.isEmpty else { return }
    skipName()
    let offset = text.first == "," ? standard + 3600 : -time()
    summer = (offset, day(), day())
  }

  func changes(throughYear lastYear: Int) -> [TZifReader.Change] {
    guard let summer else { return [] }
    return (1970...lastYear).flatMap { year in
      [
        TZifReader.Change(time: instant(summer.start, year, before: standard), offset: summer.offset),
        TZifReader.Change(time: instant(summer.end, year, before: summer.offset), offset: standard),
      ].sorted { $0.time < $1.time }
    }
  }

  private func instant(_ rule: (day: Substring, time: Int), _ year: Int, before offset: Int) -> Int64 {
    func number(_ month: Int, _ day: Int) -> Int { LocalDate(year: year, month: month, day: day)?.dayNumber ?? 0 }
    let day: Int
    if rule.day.first == "M" {
      let parts = rule.day.dropFirst().split(separator: ".").compactMap { Int($0) }
      let first = number(parts[0], 1)
      // 1970-01-01 was a Thursday, the fourth day of a week that starts with Sunday.
      let weekday = ((first + 4) % 7 + 7) % 7
      let wanted = first + (parts[2] - weekday + 7) % 7 + (parts[1] - 1) * 7
      // The fifth is the last.
      day = wanted - first < LocalDate.length(ofMonth: parts[0], year: year) ? wanted : wanted - 7
    } else if rule.day.first == "J" {
      // Day 1–365, February 29th never counted.
      let ordinal = Int(rule.day.dropFirst()) ?? 0
      day = number(1, 1) + ordinal - 1 + (LocalDate.isLeap(year) && ordinal >= 60 ? 1 : 0)
    } else {
      day = number(1, 1) + (Int(rule.day) ?? 0)
    }
    return Int64(day) * 86_400 + Int64(rule.time - offset)
  }

  private mutating func skipName() {
    if text.first == "<" { text = text.drop { $0 != ">" }.dropFirst() } else { text = text.drop { $0.isLetter } }
  }

  /// `[+-]h[h][h][:mm[:ss]]` in seconds.
  private mutating func time() -> Int {
    let sign = text.first == "-" ? -1 : 1
    if text.first == "-" || text.first == "+" { text = text.dropFirst() }
    let digits = text.prefix { $0.isNumber || $0 == ":" }
    text = text.dropFirst(digits.count)
    let parts = digits.split(separator: ":").compactMap { Int($0) }
    return sign * zip(parts, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// `,rule[/time]`.
  private mutating func day() -> (Substring, Int) {
    text = text.dropFirst()
    let day = text.prefix { $0 != "," && $0 != "/" }
    text = text.dropFirst(day.count)
    guard text.first == "/" else { return (day, 7200) }
    text = text.dropFirst()
    return (day, time())
  }
}
