// Terms and zones that do something else than they seem to say.

internal import Business
internal import BusinessFile
internal import CivilTime

extension Inspection {
  mutating func inspectTerms() {
    inspectChangeUntil(business.terms, at: ["booking"])
    for product in business.products {
      let path = ["products", product.id.text]
      if ["changeUntil", "horizon"].contains(where: { places.position(of: path + [$0]) != nil }) {
        inspectChangeUntil(product.terms, at: path)
      }
      inspectDailyLimit(product, at: path)
    }
    inspectRota(business.hours.rota, at: ["rota"])
    for agent in business.agents { inspectRota(agent.hours?.rota, at: ["agents", agent.id.text, "rota"]) }
  }

  /// A deadline for changes that is over for everything that can be booked.
  private mutating func inspectChangeUntil(_ terms: BookingTerms, at path: [String]) {
    // The last day of the horizon counts whole.
    guard terms.changeUntil >= (terms.horizonDays + 1) * 86_400 else { return }
    let key = places.position(of: path + ["changeUntil"]) == nil ? "horizon" : "changeUntil"
    warn(
      .changeUntil, atValueOf: path + [key],
      "Nothing that is booked could be moved or cancelled by telephone: \"changeUntil\" is "
        + "\(Words.duration(seconds: terms.changeUntil)), and \"horizon\" lets callers book no more than \(terms.horizonDays)d "
        + "ahead.")
  }

  /// `dailyLimit` at a product, which counts the agent's sessions of all products.
  private mutating func inspectDailyLimit(_ product: Product, at path: [String]) {
    guard let limit = product.terms.dailyLimit, product.maxPerDay == nil,
      places.position(of: path + ["dailyLimit"]) != nil
    else { return }
    let others = business.products.filter { $0.id != product.id }
    let isShared = business.appointmentTypes.contains { type in
      business.agents.contains { agent in
        type.products.contains(product.id) && type.isTaken(by: agent.id, for: product)
          && others.contains { other in
            business.appointmentTypes.contains {
              $0.products.contains(other.id) && $0.isTaken(by: agent.id, for: other)
            }
          }
      }
    }
    // A limit that leaves most of the day free would hardly be one for all products together.
    guard isShared, limit * product.duration <= 4 * 3600 else { return }
    warn(
      .dailyLimit, at: path + ["dailyLimit"],
      "\"dailyLimit\" counts all sessions of an agent's day, of whatever product: after \(limit) of any kind "
        + "\(Words.quoted(product.id)) is not offered. For at most \(limit) of \(Words.quoted(product.id)) a day write "
        + "\"maxPerDay: \(limit)\".")
  }

  /// A rota none of whose weeks has the weekday of its beginning.
  private mutating func inspectRota(_ rota: Rota?, at path: [String]) {
    guard let rota, rota.weeks.contains(where: { week in Weekday.allCases.contains { !week[$0].isEmpty } }),
      rota.weeks.allSatisfy({ $0[rota.from.weekday].isEmpty })
    else { return }
    warn(
      .rotaFrom, atValueOf: path + ["from"],
      "\(rota.from.text) is a \(Wording.weekday(rota.from.weekday)), on which none of the weeks has hours. Is that the "
        + "right week? The first of the weeks is the one that this day lies in, from Monday on.")
  }

  /// A zone whose clocks are never set to summer time, where one that is was probably meant.
  mutating func inspectZone() {
    let name = business.zone.name
    let isPseudo = !name.contains("/") || name.hasPrefix("Etc/")
    guard isPseudo, let january = LocalDate(year: today.components.year, month: 1, day: 1) else { return }
    let winter = business.zone.offset(at: business.zone.startOfDay(january))
    let summer = business.zone.offset(at: business.zone.startOfDay(january.adding(days: 181)))
    // Countries by their name, such as Japan, keep their own clocks.
    guard winter == summer, PseudoZones.isFixed(name) else { return }
    let meant = PseudoZones.probable(offset: winter, country: business.country)
    warn(
      .fixedZone, atValueOf: ["timezone"],
      "\(Words.quoted(name)) has no summer time: where clocks are set forward, all appointments of the summer are an hour late. "
        + (meant.map { "\(Words.quoted($0)) was probably meant." }
          ?? "Write the zone of a city, such as Europe/Berlin."))
  }

  /// Texts in which a remark was probably meant.
  mutating func inspectRemarks() {
    for remark in places.plainTexts(with: UInt8(ascii: "#")) {
      note(
        Finding(
          place: FilePlace(remark.position), code: .noRemark,
          message:
            "\(Words.quoted(remark.text)) is one text: a remark begins with a blank before its \"#\". If the \"#\" belongs "
            + "to the text, put the text in quotes."))
    }
  }
}

/// Zones that are an offset and no place.
private enum PseudoZones {
  /// Whether a name without a city is that of an offset, and not of a country.
  static func isFixed(_ name: String) -> Bool {
    name.hasPrefix("Etc/")
      || ["UTC", "UCT", "GMT", "GMT0", "GMT+0", "GMT-0", "Zulu", "Universal", "Greenwich", "EST", "MST", "HST"]
        .contains(name)
  }

  /// The zone that was probably meant: the country's, where it has one only, else that of a large city.
  static func probable(offset: Int, country: String?) -> String? {
    let countries = [
      "DE": "Europe/Berlin", "AT": "Europe/Vienna", "CH": "Europe/Zurich", "GB": "Europe/London", "IE": "Europe/Dublin",
      "FR": "Europe/Paris", "IT": "Europe/Rome", "ES": "Europe/Madrid", "NL": "Europe/Amsterdam",
      "BE": "Europe/Brussels", "PL": "Europe/Warsaw", "GR": "Europe/Athens", "PT": "Europe/Lisbon",
    ]
    if let country, let zone = countries[country] { return zone }
    switch offset / 3600 {
    case -10: return "Pacific/Honolulu"
    case -9: return "America/Anchorage"
    case -8: return "America/Los_Angeles"
    case -7: return "America/Denver"
    case -6: return "America/Chicago"
    case -5: return "America/New_York"
    case -4: return "America/Halifax"
    case 0: return country == nil ? "Europe/London" : nil
    case 1: return "Europe/Berlin"
    case 2: return "Europe/Athens"
    default: return nil
    }
  }
}
