// Reads the cases of the tables (Tables*.swift): lines of `key: value`, cases apart by an empty line.
//
//   case: what it is about
//   zone: Europe/Berlin                      day: 2026-09-16 (a Wednesday)     days: 1
//   now: 2026-09-15 12:00                    (noon of the day before)
//   open: mon-fri 09:00-12:00, 13:00-18:00; sat 09:00-12:00                    (without weekdays: every day)
//   dates: 2026-12-24..2027-01-01 closed; 12-25 closed; 2026-10-31 09:00-13:00
//   agents: anna, ben                        takers: ben (of the type; all)    limit: 3
//                                            hours of ben: mon 09:00-15:00     dates of ben: 2026-08-03 off
//   rota: {from: 2026-09-07, weeks: [{mon: 09:00-10:00}, closed]}             (as a business file writes it; also rota of ben)
//   dates: {easter+1: closed}                                                 (so, too, in place of the short form)
//   starts: {mon: 18:00, 2026-09-16: 09:00-10:00}
//   product: 30m every 15m, 15m before, 30m after, for 8, notice 2h, horizon 60d, at most 3 a day, needs room 2 laser 1
//   product: 2h, pause 45m for 30m, 2 sessions a day, by anna ben
//   resources: room 2, laser 1
//   booked: anna 12:30-13:00, on 2026-09-17, as yoga, 15m before, 30m after, uses room 2, x3, id b1, pause 10m for 10m
//   blocked: anna 12:00-13:00
//   wish: anna                               moving: b1
//   expect: 09:00-11:15 every 15m, 13:00 ben, 14:00 anna 5 left                (or: none)
//   expect 2026-09-17: 09:00
//
// A booking is of the product asked for, with its buffers, pause and needs, unless it says otherwise.

import Business
import CivilTime
import Diary
import Foundation
import Scheduling
import Testing

/// One case of a table.
struct TableCase: CustomTestStringConvertible, Sendable {
  var name = ""
  var zone = "Europe/Berlin"
  var day = "2026-09-16"
  var days = 1
  var now: String?
  var hours = WorkingHours(weekly: nil)
  var agents = ["anna"]
  var takers: [String]?
  var agentHours: [String: WorkingHours] = [:]
  var product = Product(id: TableCase.id("massage"), name: "", duration: 1800)
  var resources: [Resource] = []
  var occupied: [[String]] = []
  var wish: String?
  var moving: String?
  var limit: Int?
  /// What is expected on each day, as written.
  var expected: [(day: String?, starts: [String])] = []

  var testDescription: String { name }

  static func id(_ text: String) -> Identifier { Identifier(text) ?? TableCase.id("unreadable") }

  /// The cases of a table.
  static func read(_ table: String) -> [TableCase] {
    table.components(separatedBy: "\n\n").map { text in
      var row = TableCase()
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: ":" as Character, maxSplits: 1).map { $0.trimmed }
        row.take(parts[0], parts[1])
      }
      return row
    }
  }

  private mutating func take(_ key: String, _ value: String) {
    switch key {
    case "case": name = value
    case "zone": zone = value
    case "day": day = value
    case "days": days = Int(value) ?? 0
    case "now": now = value
    case "open": hours.week = WorkingHours(weekly: TableCase.weekly(value)).week
    case "dates": hours.dates = TableCase.dates(value)
    case "rota": hours.rota = FilePart.rota(value)
    case "starts": product.starts = FilePart.starts(value)
    case "agents": agents = value.list
    case "takers": takers = value.list
    case "limit": limit = Int(value)
    case "product":
      let starts = product.starts
      product = TableCase.product(value)
      product.starts = starts
    case "resources":
      resources = value.list.map { entry in
        let words = entry.words
        return Resource(id: TableCase.id(words[0]), count: Int(words[1]) ?? 0)
      }
    case "booked": occupied.append(["booked"] + value.list)
    case "blocked": occupied.append(["blocked"] + value.list)
    case "wish": wish = value
    case "moving": moving = value
    case _ where key.hasPrefix("hours of "):
      agentHours[key.words[2], default: WorkingHours(weekly: nil)].week =
        WorkingHours(weekly: TableCase.weekly(value)).week
    case _ where key.hasPrefix("rota of "):
      agentHours[key.words[2], default: WorkingHours(weekly: nil)].rota = FilePart.rota(value)
    case _ where key.hasPrefix("dates of "):
      agentHours[key.words[2], default: WorkingHours(weekly: nil)].dates = TableCase.dates(value)
    case _ where key.hasPrefix("expect"):
      expected.append((key.words.dropFirst().first, value == "none" ? [] : value.list))
    default: Issue.record("\(name): no key is called \(key)")
    }
  }

  private static func weekly(_ text: String) -> [[Window]] {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    var week = [[Window]](repeating: [], count: 7)
    for part in text.split(separator: ";") {
      let words = part.trimmed.split(separator: " ", maxSplits: 1).map(String.init)
      let range = words[0].split(separator: "-").compactMap { names.firstIndex(of: String($0)) }
      guard let first = range.first, let last = range.last else {
        week = week.map { _ in windows(part.trimmed) }
        continue
      }
      for weekday in 0..<7 where first <= last ? (first...last).contains(weekday) : weekday >= first || weekday <= last
      {
        week[weekday] = windows(words[1])
      }
    }
    return week
  }

  private static func dates(_ text: String) -> [DateRule] {
    if text.hasPrefix("{") { return FilePart.dates(text) }
    return text.split(separator: ";").map { part in
      let words = part.trimmed.split(separator: " ", maxSplits: 1).map(String.init)
      let ends = words[0].split(separator: ".").map(String.init)
      if let first = LocalDate(text: ends[0]), let last = LocalDate(text: ends[ends.count - 1]) {
        return DateRule(days: .range(first, last), hours: .daily(windows(words[1])))
      }
      let yearly = ends.compactMap { day in
        let numbers = day.split(separator: "-").compactMap { Int(String($0)) }
        return MonthDay(month: numbers[0], day: numbers[1])
      }
      return DateRule(days: .yearly(yearly[0], yearly[yearly.count - 1]), hours: .daily(windows(words[1])))
    }
  }

  static func windows(_ text: String) -> [Window] {
    if text == "closed" || text == "off" { return [] }
    return text.list.map { window in
      let ends = window.split(separator: "-").map { minutes($0) }
      return Window(start: ends[0], end: ends[1] <= ends[0] ? ends[1] + 1440 : ends[1])
    }
  }

  /// `HH:MM` in minutes.
  static func minutes(_ text: Substring) -> Int {
    let numbers = text.split(separator: ":" as Character).compactMap { Int(String($0)) }
    return numbers[0] * 60 + numbers[1]
  }

  /// `needs room 2 laser` or `uses room 2 laser`: resources with their units, 1 where none are given.
  static func held(_ words: [String]) -> [HeldResource] {
    words.dropFirst().reduce(into: []) { held, word in
      if let units = Int(word) { held[held.count - 1].units = units } else { held.append(HeldResource(word)) }
    }
  }

  private static func product(_ text: String) -> Product {
    var product = Product(id: id("massage"), name: "", duration: 1800)
    for part in text.list {
      let words = part.words
      switch (words[0], words.last) {
      case ("for", _): product.capacity = Int(words[1]) ?? 0
      case ("notice", _): product.terms.notice = words[1].seconds
      case ("horizon", _): product.terms.horizonDays = words[1].seconds / 86_400
      case ("at", _): product.terms.dailyLimit = Int(words[2])
      case ("needs", _): product.needs = held(words).map { Need(id($0.id), units: $0.units) }
      case ("pause", _): product.pause = Pause(after: words[1].seconds, length: words[3].seconds)
      case ("by", _): product.agents = words.dropFirst().map { id($0) }
      case (_, "day") where words[1] == "sessions": product.maxPerDay = Int(words[0])
      case (_, "before"): product.terms.bufferBefore = words[0].seconds
      case (_, "after"): product.terms.bufferAfter = words[0].seconds
      default:
        product.duration = words[0].seconds
        if words.count == 3 { product.terms.slotInterval = words[2].seconds }
      }
    }
    return product
  }
}

extension StringProtocol {
  var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
  /// The parts between commas.
  var list: [String] { split(separator: "," as Character).map { $0.trimmed } }
  var words: [String] { split(separator: " " as Character).map { String($0) } }
  /// `90m`, `2h`, `60d`, `45s`.
  var seconds: Int {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    return (Int(dropLast()) ?? 0) * (last.flatMap { units[$0] } ?? 0)
  }
}
