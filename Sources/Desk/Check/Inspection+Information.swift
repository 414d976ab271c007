// What is defined and not used, what callers are not asked for, and what they could not tell apart.

internal import Business
internal import BusinessFile

extension Inspection {
  /// Resources and fields that nothing refers to.
  mutating func inspectUses() {
    for resource in business.resources where !business.products.contains(where: { $0.needs.contains(resource.id) }) {
      warn(
        .resourceUnused, at: ["resources", resource.id.text],
        "No product needs \(Words.quoted(resource.id)), so it limits nothing; add it to the \"needs\" of those that do."
      )
    }
    for field in business.fields
    where !business.products.contains(where: { ($0.bookerInfo + $0.participantInfo).contains(field.name) }) {
      warn(
        .fieldUnused, at: ["fields", field.name],
        "Nobody is ever asked for \(Words.quoted(field.name)); add it to a \"requiredInfo\".")
    }
  }

  /// Whether who books can be named, reached and recognised.
  mutating func inspectInformation() {
    var isTold: Set<[String]> = []
    for product in business.products {
      let asked = product.bookerInfo + product.participantInfo
      let own = ["products", product.id.text, "requiredInfo"]
      let path = places.position(of: own) == nil ? ["requiredInfo"] : own
      if !asked.contains(where: isContact), isTold.insert(path + ["contact"]).inserted {
        warn(
          .noContact, at: path,
          "Neither \"phone\" nor \"email\" is asked for, so who books can neither be called back nor recognised when they "
            + "call again; add one to \"booker\".")
      }
      if !asked.contains("lastname"), !asked.contains("firstname"), isTold.insert(path + ["name"]).inserted {
        warn(.noName, at: path, "Nobody is asked for a name; add \"lastname\" to \"participant\".")
      }
    }
    let asksForPhones = business.products.contains { ($0.bookerInfo + $0.participantInfo).contains(where: isPhone) }
    if business.country == nil, asksForPhones {
      warn(
        .noCountry, at: ["timezone"],
        "There is no \"country\", so a number that is given without its calling code, such as 0351 1234567, cannot be "
          + "completed; add one, such as \"country: DE\".")
    }
  }

  private func isPhone(_ field: String) -> Bool {
    field == "phone" || business.fields.contains { $0.name == field && $0.kind == .phone }
  }

  private func isContact(_ field: String) -> Bool {
    field == "email" || isPhone(field) || business.fields.contains { $0.name == field && $0.kind == .email }
  }

  /// Names that callers hear side by side and that are the same.
  mutating func inspectNames() {
    inspectNames(business.agents.map { ($0.id, $0.name) }, under: "agents", noun: "agent")
    inspectNames(
      business.appointmentTypes.map { ($0.id, $0.name) }, under: "appointmentTypes", noun: "appointment type")
    var told: Set<Identifier> = []
    for type in business.appointmentTypes {
      let products = type.products.compactMap { business.product($0) }
      inspectNames(products.map { ($0.id, $0.name) }, under: "products", noun: "product", apartFrom: told)
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
