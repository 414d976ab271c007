// A booking: type, agent, product, day, slot, what has to be known, done. A question with one answer only is not asked.

internal import CivilTime
internal import JSON

extension Bot {
  /// Books an appointment.
  func book(_ entity: String) throws(CallEnd) {
    let types = try ask("getAppointmentTypes", [("entityId", .string(entity))])
    guard let type = try pick("What kind of appointment?", among: types) else { return }
    let agents = try ask(
      "getAgents", [("entityId", .string(entity)), ("appointmentTypeId", .string(type["id"]))])
    var agent = try preference(agents)
    let products = try ask("getProducts", [("appointmentTypeId", .string(type["id"]))])
    guard let product = try pick("Which one?", among: products) else { return }
    if let wished = agents.arrayValue?.first(where: { $0["id"] == agent }) {
      let takers = try ask(
        "getAgents",
        [
          ("entityId", .string(entity)), ("appointmentTypeId", .string(type["id"])),
          ("productId", .string(product["id"])),
        ])
      if takers.arrayValue?.contains(where: { $0["id"] == agent }) == false {
        line.say("\(wished["name"]) does not take \(product["name"]).")
        agent = try preference(takers)
      }
    }
    var wish = SlotWish(type: type["id"], product: product["id"], agent: agent, booking: nil)
    let price = product["price"].isEmpty ? "" : " and costs \(product["price"])"
    line.say("\(product["name"]) takes \(product.minutes) minutes\(price).")
    guard var slot = try negotiate(wish) else { return }
    let info = try ask("getRequiredInfo", [("productId", .string(product["id"]))])
    var people = try askPeople(info)
    while true {
      let members: [(name: String, value: JSONValue)] = [
        ("appointmentTypeId", .string(wish.type)), ("productId", .string(wish.product)),
        ("slotId", .string(slot["id"])),
        ("start", .string(slot["start"])),
      ]
      switch try attempt("bookAppointment", members + people.members) {
      case .success(let booking):
        line.say("Done: \(text.booking(booking)). Thank you, \(booking["participant.firstname"])!".withoutBlankName)
        return
      case .failure(let refusal):
        switch refusal.code {
        case "missing_information", "invalid_information":
          for field in people.distinct(refusal.fields) {
            line.say(people[field].map { "I can make nothing of “\($0)”." } ?? "I need something more.")
            people.set(field, try hear(field, info, isOne: people.isOne))
          }
        default:
          guard let other = try renegotiate(&wish, after: refusal) else { return }
          slot = other
        }
      }
    }
  }

  /// Asks what has to be known of who books and who comes, and what may be.
  private func askPeople(_ info: JSONValue) throws(CallEnd) -> SpokenPeople {
    var people = SpokenPeople()
    for field in info.names("bookerInfo") { people.set("booker." + field, try hear(field, info, isOne: true)) }
    let offered = info.names("bookerOptionalInfo")
    for field in offered {
      if let answer = try hearAnything(field, info, isOne: true) { people.set("booker." + field, answer) }
    }
    people.isOne = try confirm("Is the appointment for yourself?")
    for field in info.names("participantInfo").map({ "participant." + $0 }) where people[field] == nil {
      people.set(field, try hear(field, info, isOne: people.isOne))
    }
    for name in info.names("participantOptionalInfo") where !people.isOne || !offered.contains(name) {
      let field = "participant." + name
      guard people[field] == nil, let answer = try hearAnything(field, info, isOne: people.isOne) else { continue }
      people.set(field, answer)
    }
    return people
  }

  private func hear(_ field: String, _ info: JSONValue, isOne: Bool) throws(CallEnd) -> String {
    line.say(question(field, info, isOne: isOne))
    return try line.hear()
  }

  /// What the caller says of something that need not be known; nil for nothing.
  private func hearAnything(_ field: String, _ info: JSONValue, isOne: Bool) throws(CallEnd) -> String? {
    line.say(question(field, info, isOne: isOne) + " Or “none”.")
    let answer = try line.hear()
    return ["none", "no", "skip"].contains(answer.lowercased()) ? nil : answer
  }

  private func question(_ field: String, _ info: JSONValue, isOne: Bool) -> String {
    FieldQuestion.text(isOne ? FieldName.own(field) : field, label: info.label(of: FieldName.own(field)))
  }

  /// One of the things that were answered; nil, and said so, where there are none.
  private func pick(_ question: String, among answer: JSONValue) throws(CallEnd) -> JSONValue? {
    let choices = answer.arrayValue ?? []
    guard choices.count > 1 else {
      if choices.isEmpty { line.say("I am sorry, there is nothing to book at the moment.") }
      return choices.first
    }
    line.say(question)
    return choices[try choose(choices.map { "\($0["name"])\($0.price)" })]
  }

  /// The agent that the caller wishes for; nil for any.
  private func preference(_ answer: JSONValue) throws(CallEnd) -> String? {
    let agents = answer.arrayValue ?? []
    guard agents.count > 1 else { return nil }
    line.say("With whom?")
    let choice = try choose(agents.map { $0["name"] } + ["Anyone"])
    return agents.indices.contains(choice) ? agents[choice]["id"] : nil
  }
}

extension JSONValue {
  /// `, 38 Euro` of a product that has a price.
  fileprivate var price: String { self["price"].isEmpty ? "" : ", " + self["price"] }

  fileprivate var minutes: String { objectValue?["duration"]?.integerValue.map { String($0) } ?? "" }

  fileprivate func names(_ member: String) -> [String] {
    objectValue?[member]?.arrayValue?.compactMap(\.stringValue) ?? []
  }

  /// What people call a field, of what is required.
  fileprivate func label(of field: String) -> String? {
    objectValue?["fields"]?.arrayValue?.first { $0["name"] == field }.map { $0["label"] }
  }
}

extension String {
  /// The sentence without the address to somebody whose first name is not known.
  fileprivate var withoutBlankName: String { replacing("Thank you, !", with: "Thank you!") }
}
