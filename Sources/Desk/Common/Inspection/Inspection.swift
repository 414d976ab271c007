// What is legal in a business file but can hardly be meant. This file has the order of the rules and how they name
// places; the rules are in the files named Inspection+….swift. What one file shows only beside another: SharedNumbers.swift.

internal import Business
internal import BusinessFile
internal import CivilTime

/// Goes over a business that the reader has accepted.
struct Inspection {
  let business: Business
  let places: SourceMap
  /// The present day where the business is.
  let today: LocalDate
  /// How long each product takes, in seconds.
  let durations: [Identifier: Int]
  private(set) var findings: [Finding] = []

  /// Everything there is to warn about, as of an instant.
  static func findings(in business: Business, places: SourceMap, now: Instant) -> [Finding] {
    var inspection = Inspection(
      business: business, places: places, today: business.zone.local(now).date,
      durations: Dictionary(business.products.map { ($0.id, $0.duration) }, uniquingKeysWith: { $1 }))
    inspection.inspectOffers()
    inspection.inspectHours()
    inspection.inspectDates(business.hours.dates, at: ["dates"])
    for agent in business.agents {
      inspection.inspectDates(agent.hours?.dates ?? [], at: ["agents", agent.id.text, "dates"])
    }
    for product in business.products {
      inspection.inspectDates(product.starts?.dates ?? [], at: ["products", product.id.text, "starts"])
    }
    inspection.inspectLeapDays(business.hours.dates, at: ["dates"])
    for agent in business.agents {
      inspection.inspectLeapDays(agent.hours?.dates ?? [], at: ["agents", agent.id.text, "dates"])
    }
    inspection.inspectOpenings()
    inspection.inspectTerms()
    inspection.inspectZone()
    inspection.inspectRemarks()
    inspection.inspectUses()
    inspection.inspectPatterns()
    inspection.inspectInformation()
    inspection.inspectNumbers()
    inspection.inspectProof()
    inspection.inspectIdentifying()
    inspection.inspectNames()
    return inspection.findings
  }

  /// Notes a finding.
  mutating func note(_ finding: Finding) { findings.append(finding) }

  /// Notes something at the key (or list item) with this path.
  mutating func warn(_ code: FindingCode, at path: [String], _ message: String) {
    findings.append(Finding(place: place(of: path), code: code, message: message))
  }

  /// Notes something at the value of the key with this path.
  mutating func warn(_ code: FindingCode, atValueOf path: [String], _ message: String) {
    findings.append(Finding(place: places.positionOfValue(of: path).map(FilePlace.init), code: code, message: message))
  }

  /// The place of a key or list item, else of the nearest key above it that there is.
  func place(of path: [String]) -> FilePlace? {
    var path = path
    while true {
      if let position = places.position(of: path) { return FilePlace(position) }
      if path.isEmpty { return nil }
      path.removeLast()
    }
  }
}

/// How findings word what they speak of.
enum Words {
  /// A text from the file, in quotation marks, cut after 40 characters.
  static func quoted(_ text: String) -> String {
    text.count > 40 ? "\"\(text.prefix(40))…\"" : "\"\(text)\""
  }

  /// The text of an id, in quotation marks.
  static func quoted(_ id: Identifier) -> String { quoted(id.text) }

  /// Ids as `"a"`, `"a" and "b"`, `"a", "b" and "c"`; of more than five the first four and a count.
  static func list(_ ids: [Identifier]) -> String {
    let words = ids.map { quoted($0) }
    return Wording.list(words.count > 5 ? words.prefix(4) + ["\(words.count - 4) others"] : words, "and")
  }

  /// A length of time as the file would write it: `45m`, `1h15m`, `2d`.
  static func duration(seconds: Int) -> String {
    let minutes = seconds / 60
    let parts = [(minutes / 1440, "d"), (minutes / 60 % 24, "h"), (minutes % 60, "m")]
    let text = parts.map { $0.0 == 0 ? "" : "\($0.0)\($0.1)" }.joined()
    return text.isEmpty ? "0m" : text
  }

  /// A window as the file writes it.
  static func window(_ window: Window) -> String {
    // One that ends at midnight may be written 24:00 or 00:00; the first is clearer.
    let end = window.end > 1440 ? window.end - 1440 : window.end
    return "\(Wording.clock(minute: window.start))-\(Wording.clock(minute: end))"
  }
}
