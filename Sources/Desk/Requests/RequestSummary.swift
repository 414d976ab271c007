// What the lines of a log of requests (Host/RequestLog.swift) amount to, and how that is told.

internal import Business
internal import CivilTime
internal import JSON

/// Calls, counted by several things at once.
struct RequestSummary {
  /// Calls that have something in common.
  private struct Group {
    /// How many of them a problem answered.
    var problems = 0
    /// How long each took, in milliseconds.
    var times: [Double] = []

    /// The least time within which so many of a hundred calls were answered.
    func percentile(_ part: Int) -> Double {
      let sorted = times.sorted()
      return sorted.isEmpty ? 0 : sorted[max(0, (sorted.count * part + 99) / 100 - 1)]
    }
  }

  private var all = Group()
  /// By what calls are counted: a title, and the groups by name.
  private var views: [(title: String, groups: [String: Group])] = [
    ("business", [:]), ("day", [:]), ("action", [:]), ("code", [:]),
  ]
  /// How many lines are none of a log's.
  private var damaged = 0

  /// Counts a line, without its end.
  mutating func add(_ line: ArraySlice<UInt8>) {
    guard let call = RequestSummary.read(line) else {
      damaged += 1
      return
    }
    let names = [call.business, String(call.time.prefix(10)), call.action, call.code]
    RequestSummary.count(call.milliseconds, call.code, in: &all)
    for (place, name) in names.enumerated() {
      RequestSummary.count(call.milliseconds, call.code, in: &views[place].groups[name, default: Group()])
    }
  }

  private static func count(_ milliseconds: Double, _ code: String, in group: inout Group) {
    group.times.append(milliseconds)
    if code != "ok" { group.problems += 1 }
  }

  /// What a line says; nil where it is damaged, as one is that a full disk cut off.
  private static func read(
    _ line: ArraySlice<UInt8>
  ) -> (time: String, action: String, business: String, code: String, milliseconds: Double)? {
    let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard words.count == 5, words[0].hasSuffix("Z"), case .instant? = try? ISO8601.parse(words[0]),
      [words[1], words[2]].allSatisfy({ $0 == "-" || Identifier($0) != nil }),
      !words[3].isEmpty,
      words[3].utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7a || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x5f }),
      words[4].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2e }), let time = Double(words[4])
    else { return nil }
    return (words[0], words[1], words[2], words[3], time)
  }

  /// The groups of a view: days in their order, others by the number of calls.
  private func sorted(_ view: (title: String, groups: [String: Group])) -> [(name: String, group: Group)] {
    let groups = view.groups.map { (name: $0.key, group: $0.value) }
    return groups.sorted { one, other in
      view.title == "day" || one.group.times.count == other.group.times.count
        ? one.name < other.name : one.group.times.count > other.group.times.count
    }
  }

  /// A table for people; ends with a line feed.
  var text: String {
    let width = views.flatMap(\.groups.keys).map(\.count).max() ?? 0
    func row(_ name: String, _ group: Group) -> String {
      let cells = [
        String(group.times.count), String(group.problems), RequestSummary.shown(group.percentile(50)),
        RequestSummary.shown(group.percentile(99)),
      ]
      return "\(name.fitted(to: width + 2))\(cells.map { "  " + RequestSummary.right($0, 9) }.joined())\n"
    }
    let heads = ["calls", "problems", "p50 ms", "p99 ms"].map { "  " + RequestSummary.right($0, 9) }.joined()
    var text = "\("".fitted(to: width + 2))\(heads)\n\(row("all", all))"
    for view in views where !view.groups.isEmpty {
      text += "\nby \(view.title)\n"
      for (name, group) in sorted(view) { text += row("  " + name, group) }
    }
    let are = damaged == 1 ? "line is damaged and was" : "lines are damaged and were"
    return text + (damaged == 0 ? "" : "\n\(damaged) \(are) left out.\n")
  }

  /// The same as an object.
  var json: JSONValue {
    func members(_ group: Group) -> [(name: String, value: JSONValue?)] {
      [
        ("calls", .number(JSONNumber(group.times.count))),
        ("problems", .number(JSONNumber(group.problems))),
        ("p50", RequestSummary.number(group.percentile(50))), ("p99", RequestSummary.number(group.percentile(99))),
      ]
    }
    let lists = views.map { view in
      (
        name: view.title,
        value: JSONValue?.some(
          .array(sorted(view).map { .members([("name", .string($0.name))] + members($0.group)) }))
      )
    }
    return .members(members(all) + lists + [("damaged", .number(JSONNumber(damaged)))])
  }

  /// Milliseconds with three digits behind the point.
  private static func shown(_ milliseconds: Double) -> String {
    let microseconds = Int((milliseconds * 1000).rounded())
    return "\(microseconds / 1000).\(String(1000 + microseconds % 1000).dropFirst())"
  }

  private static func number(_ milliseconds: Double) -> JSONValue {
    (try? JSONValue(parsing: Array(shown(milliseconds).utf8))) ?? .null
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
