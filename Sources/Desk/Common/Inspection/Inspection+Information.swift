// What is defined and not used, what callers are not asked for, and what they could not tell apart.

internal import Business
internal import BusinessFile
internal import Patterns

extension Inspection {
  /// Resources and fields that nothing refers to.
  mutating func inspectUses() {
    let needed = Set(business.products.flatMap(\.needs).map(\.resource))
    for resource in business.resources where !needed.contains(resource.id) {
      warn(
        .resourceUnused, at: ["resources", resource.id.text],
        "No product needs \(Words.quoted(resource.id)), so it limits nothing; add it to the \"needs\" of those that do."
      )
    }
    let asked = askedFields
    for field in business.fields where !asked.contains(field.name) {
      warn(
        .fieldUnused, at: ["fields", field.name],
        "Nobody is ever asked for \(Words.quoted(field.name)); add it to a \"requiredInfo\" or an \"optionalInfo\".")
    }
  }

  /// Patterns that a request could not match with a value, as the reader does not compile them.
  mutating func inspectPatterns() {
    for field in business.fields {
      guard let pattern = field.pattern else { continue }
      let path = ["fields", field.name, "pattern"]
      do {
        try pattern.tryHostileTexts()
      } catch .tooLarge {
        warn(.invalid, atValueOf: path, "\(Words.quoted(pattern.text)) is no regular expression: it is too large.")
      } catch {
        warn(
          .patternTooSlow, atValueOf: path,
          "This pattern can go on in so many ways that a value of \(TextPattern.trialLength) characters takes too long; "
            + "with one, nobody can book. Repeat less inside of what is repeated.")
      }
    }
  }

  /// Whether who books can be named and reached.
  mutating func inspectInformation() {
    let phones = Set(["phone"] + business.fields.filter { $0.kind == .phone }.map(\.name))
    let contacts = phones.union(["email"] + business.fields.filter { $0.kind == .email }.map(\.name))
    let names: Set = ["firstname", "lastname"]
    var isTold: Set<[String]> = []
    for product in business.products {
      let asked = Set(product.bookerInfo + product.participantInfo)
      let (hasContact, hasName) = (!asked.isDisjoint(with: contacts), !asked.isDisjoint(with: names))
      if hasContact, hasName { continue }
      let own = ["products", product.id.text, "requiredInfo"]
      let path = places.position(of: own) == nil ? ["requiredInfo"] : own
      if !hasContact, isTold.insert(path + ["contact"]).inserted {
        warn(
          .noContact, at: path,
          "Neither \"phone\" nor \"email\" is asked for, so who books cannot be called back; add one to \"booker\".")
      }
      if !hasName, isTold.insert(path + ["name"]).inserted {
        warn(.noName, at: path, "Nobody is asked for a name; add \"lastname\" to \"participant\".")
      }
    }
    let asksForPhones = business.products.contains {
      !phones.isDisjoint(with: $0.bookerInfo + $0.participantInfo)
    }
    if business.country == nil, asksForPhones {
      warn(
        .noCountry, at: ["timezone"],
        "There is no \"country\", so a number that is given without its calling code, such as 0351 1234567, cannot be "
          + "completed; add one, such as \"country: DE\".")
    }
  }

  /// Names that callers hear side by side and that are the same.
  mutating func inspectNames() {
    inspectNames(
      business.appointmentTypes.map { ($0.id, $0.name) }, under: "appointmentTypes", noun: "appointment type")
    // Callers choose between the agents of one type: the same name in two types is no trouble.
    var heard: Set<Identifier> = []
    for type in business.appointmentTypes {
      let agents = business.agents.filter { type.agents.contains($0.id) }
      inspectNames(agents.map { ($0.id, $0.name) }, under: "agents", noun: "agent", apartFrom: heard)
      heard.formUnion(type.agents)
    }
    let productNames = Dictionary(business.products.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    var told: Set<Identifier> = []
    for type in business.appointmentTypes {
      let products = type.products.map { ($0, productNames[$0] ?? "") }
      inspectNames(products, under: "products", noun: "product", apartFrom: told)
      told.formUnion(type.products)
    }
  }

  private mutating func inspectNames(
    _ named: [(id: Identifier, name: String)], under key: String, noun: String, apartFrom told: Set<Identifier> = []
  ) {
    var first: [String: Identifier] = [:]
    for (id, name) in named {
      guard let other = first[name.lowercased()] else {
        first[name.lowercased()] = id
        continue
      }
      if told.isSuperset(of: [id, other]) { continue }
      warn(
        .sameName, atValueOf: [key, id.text, "name"],
        "The \(noun) \(Words.quoted(other)) is called \(Words.quoted(name)) too; callers cannot tell them apart.")
    }
  }
}
