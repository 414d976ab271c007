// The top of a business file: the order in which its sections are read, and the keys that hold a single value.

import Business
import CivilTime
import System

extension Reading {
  /// The business of the tree. Where there was an error it is none to be used, only as complete as can be.
  mutating func business(zones: (String) throws(ZoneError) -> Zone) -> Business {
    guard tree.kind(0) == .map else {
      let isEmpty = tree.isAbsent(0)
      report(
        0,
        isEmpty
          ? SyntaxWords.emptyFile.what
          : "The file must be a map of keys, such as \"name: Physiotherapie Gleichgewicht\".")
      return Business(
        id: id, name: "", zone: Reading.noZone, hours: WorkingHours(week: nil), agents: [], appointmentTypes: [],
        products: [])
    }
    let keyed = keyed(0, .business, kind: "the business", owner: nil)
    let agents = definitions(
      keyed[BusinessKey.agents], noun: "agent", example: "{anna: {name: Anna Schmidt}}", isRequired: true)
    let products = definitions(
      keyed[BusinessKey.products], noun: "product", example: "{massage-30: {name: 30 Minuten Massage, duration: 30m}}",
      isRequired: true)
    let types = definitions(
      keyed[BusinessKey.appointmentTypes], noun: "appointment type",
      example: "{massage: {name: Massage, products: [massage-30]}}", isRequired: true)
    let resources = definitions(
      keyed[BusinessKey.resources], noun: "resource", example: "{room: 2}", isRequired: false)
    let fields = definitions(
      keyed[BusinessKey.fields], noun: "field", example: "{insuranceNumber: {type: text}}", isRequired: false)

    var terms = BookingTerms()
    if let entry = keyed[BusinessKey.booking], let map = map(entry, expected: "a map such as {notice: 2h}") {
      let own = self.keyed(map, .terms, kind: "\"booking\"", owner: nil)
      readTerms(own, from: 0, into: &terms)
    }
    let info = Information(
      required: self.info(keyed[BusinessKey.requiredInfo], "requiredInfo", fields: fields),
      optional: self.info(keyed[BusinessKey.optionalInfo], "optionalInfo", fields: fields))
    let hours = hours(
      weekly: keyed[BusinessKey.hours], rota: keyed[BusinessKey.rota], dates: keyed[BusinessKey.dates])
    let defined = self.resources(resources)
    let offered = self.products(
      products, agents: agents, resources: defined, fields: fields, terms: terms, info: info)
    return Business(
      id: id,
      name: keyed[BusinessKey.name].flatMap { text($0) } ?? "",
      zone: keyed[BusinessKey.timezone].flatMap { zone($0, zones) } ?? Reading.noZone,
      country: keyed[BusinessKey.country].flatMap { country($0) },
      language: keyed[BusinessKey.language].flatMap { language($0) },
      sipIds: keyed[BusinessKey.sipIds].map { sipIds($0) } ?? [],
      hours: hours ?? WorkingHours(week: nil),
      agents: self.agents(agents),
      appointmentTypes: self.types(types, products: offered, agents: agents),
      products: offered.products,
      resources: defined.resources,
      fields: self.fields(fields),
      terms: terms,
      tokenHashes: keyed[BusinessKey.tokens].map { tokens($0) } ?? [],
      retention: keyed[BusinessKey.retention].flatMap { minutes($0, 1440...36_600 * 1440) }.map { $0 * 60 })
  }

  /// Stands in where the file names no zone; the reading has failed then.
  private static let noZone = Zone(name: "UTC") { _ in 0 }

  private mutating func zone(_ entry: Entry, _ zones: (String) throws(ZoneError) -> Zone) -> Zone? {
    guard isText(entry, expected: "a time zone such as Europe/Berlin") else { return nil }
    let name = tree.string(entry.value)
    do {
      return try zones(name)
    } catch {
      switch error {
      case .noDatabase:
        report(
          entry.value,
          "This computer has no time zone database to look up \(Quote.text(name)) in; install the package tzdata."
        )
      case .unreadable(_, let code):
        report(
          entry.value,
          "The time zone \(Quote.text(name)) cannot be read from this computer's database: \(SystemError(code).phrase)."
        )
      case .malformedName, .unknown:
        let (_, hint) = issues.guess(ZoneNames.completed(name), among: ZoneNames.common) { _ in
          "Write a name of the time zone database, Continent/City, such as Europe/Berlin."
        }
        report(entry.value, "There is no time zone \(Quote.text(name)). \(hint)")
      }
      return nil
    }
  }

  private mutating func country(_ entry: Entry) -> String? {
    guard isText(entry, expected: "a country's two letters such as DE") else { return nil }
    let text = tree.string(entry.value)
    guard !Countries.contains(text) else { return text }
    let guess = Countries.guess(text).map { "\(Quote.text($0)) was probably meant." }
    report(
      entry.value,
      "\(Quote.text(text)) is no country code. \(guess ?? "Write two capital letters (ISO 3166) such as DE, AT or CH.")"
    )
    return nil
  }

  private mutating func language(_ entry: Entry) -> String? {
    guard isText(entry, expected: "a language such as de or en-GB") else { return nil }
    let text = tree.string(entry.value)
    guard !LanguageTag.isWellFormed(text) else { return text }
    let guess = LanguageTag.guess(text).map { "\(Quote.text($0)) was probably meant." }
    report(
      entry.value,
      "\(Quote.text(text)) is no language tag. \(guess ?? "Write one (BCP 47) such as de, en-GB or pt-BR.")")
    return nil
  }

  private mutating func sipIds(_ entry: Entry) -> [String] {
    guard let items = names(entry, noun: "telephone number or SIP id", mayBeEmpty: true) else { return [] }
    return items.compactMap { text(Entry(item: $0)) }
  }

  /// The hashes in lower case. What a file holds here may be a secret by mistake: no message repeats it.
  private mutating func tokens(_ entry: Entry) -> [String] {
    guard tree.kind(entry.value) != .scalar || tree.isAbsent(entry.value) else {
      report(entry.value, "Expected a list of SHA-256 hashes for \"tokens\"; put it in [ ].")
      return []
    }
    guard let items = list(entry, expected: "a list of SHA-256 hashes") else { return [] }
    if items.isEmpty {
      report(
        entry.value, "The list of tokens is empty, which would let nobody in; leave the key out to ask for no token.")
    }
    var hashes: [(text: String, item: Int)] = []
    for item in items {
      let text = tree.text(item)
      guard tree.kind(item) == .scalar, text.count == 64, text.allSatisfy(Reading.isHexadecimal) else {
        report(
          item,
          "A token is given as its SHA-256 hash, 64 hexadecimal digits, never as itself; "
            + "`printf %s TOKEN | sha256sum` prints it."
        )
        continue
      }
      hashes.append((String(decoding: text, as: UTF8.self).lowercased(), item))
    }
    // Sorted, equal ones stand together, the first of the file first.
    let sorted = hashes.indices.sorted { left, right in
      hashes[left].text == hashes[right].text ? left < right : hashes[left].text < hashes[right].text
    }
    for (before, place) in zip(sorted, sorted.dropFirst()) where hashes[before].text == hashes[place].text {
      report(hashes[place].item, "This hash is in the list twice; remove one of them.")
    }
    return hashes.map { $0.text }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    Bytes.isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}
