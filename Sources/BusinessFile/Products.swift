// What can be booked, what callers ask for, and who takes it.

import Business

extension Reading {
  mutating func agents(_ definitions: Definitions) -> [Agent] {
    var agents: [Agent] = []
    for (key, id) in zip(definitions.keys, definitions.ids) {
      guard let map = map(Entry(key: key), expected: "a map such as {name: Anna Schmidt}") else { continue }
      let keyed = keyed(map, .agent, kind: "the agent", owner: key)
      let name = keyed[AgentKey.name].flatMap { text($0) }
      let hours = hours(weekly: keyed[AgentKey.hours], rota: keyed[AgentKey.rota], dates: keyed[AgentKey.dates])
      agents.append(Agent(id: id, name: name ?? "", hours: hours))
    }
    return agents
  }

  /// The hours of `hours` or `rota`, and of `dates`; nil where none of them is there.
  mutating func hours(weekly: Entry?, rota: Entry?, dates: Entry?) -> WorkingHours? {
    guard weekly != nil || rota != nil || dates != nil else { return nil }
    var hours = WorkingHours(week: weekly.map { week($0, of: .work) })
    hours.rota = rota.flatMap { self.rota($0) }
    if let dates { hours.dates = dateRules(dates) }
    return hours
  }

  /// The products, with the business's terms and information where they set none of their own.
  mutating func products(
    _ definitions: Definitions, agents: Definitions, resources: DefinedResources, fields: Definitions,
    terms: BookingTerms, info: Information
  ) -> DefinedProducts {
    var defined = DefinedProducts(definitions)
    for (key, id) in zip(definitions.keys, definitions.ids) {
      guard let map = map(Entry(key: key), expected: "a map such as {name: 30 Minuten Massage, duration: 30m}") else {
        defined.takers.append(nil)
        continue
      }
      let keyed = keyed(map, .product, kind: "the product", owner: key)
      let name = keyed[ProductKey.name].flatMap { text($0) }
      let duration = keyed[ProductKey.duration].flatMap { minutes($0, 1...7 * 1440) }
      let description = keyed[ProductKey.description].flatMap { text($0, .description) }
      let price = keyed[ProductKey.price].flatMap { text($0) }
      let capacity = keyed[ProductKey.capacity].flatMap { wholeNumber($0, 1...10_000) }
      let needs = keyed[ProductKey.needs].map { self.needs($0, resources) } ?? []
      let takers = keyed[ProductKey.agents].map { references($0, to: agents, mayBeEmpty: false).sorted() }
      let starts = keyed[ProductKey.starts].map { self.starts($0) }
      let pause = keyed[ProductKey.pause].flatMap { self.pause($0, within: duration) }
      let maxPerDay = keyed[ProductKey.maxPerDay].flatMap { wholeNumber($0, 1...10_000) }
      let own = Information(
        required: self.info(keyed[ProductKey.requiredInfo], "requiredInfo", fields: fields),
        optional: self.info(keyed[ProductKey.optionalInfo], "optionalInfo", fields: fields))
      var ownTerms = terms
      ownTerms.maxOpen = nil
      readTerms(keyed, from: ProductKey.firstTerm, into: &ownTerms)
      var product = Product(
        id: id, name: name ?? "", description: description, price: price, duration: (duration ?? 1) * 60,
        capacity: capacity ?? 1, needs: needs, agents: takers?.map { agents.ids[$0] }, starts: starts, pause: pause,
        maxPerDay: maxPerDay, terms: ownTerms)
      own.complete(&product, business: info)
      defined.products.append(product)
      defined.takers.append(takers)
    }
    return defined
  }

  mutating func types(
    _ definitions: Definitions, products: DefinedProducts, agents: Definitions
  ) -> [AppointmentType] {
    var types: [AppointmentType] = []
    for (key, id) in zip(definitions.keys, definitions.ids) {
      guard let map = map(Entry(key: key), expected: "a map such as {name: Massage, products: [massage-30]}") else {
        continue
      }
      let keyed = keyed(map, .type, kind: "the appointment type", owner: key)
      let name = keyed[TypeKey.name].flatMap { text($0) }
      let description = keyed[TypeKey.description].flatMap { text($0, .description) }
      let offered = keyed[TypeKey.products].map { references($0, to: products.definitions, mayBeEmpty: false) } ?? []
      // In the order of the business's agents, whatever the order here: that order breaks ties.
      let takers = keyed[TypeKey.agents].map { references($0, to: agents, mayBeEmpty: false).sorted() }
      checkTakers(of: offered, products, takers, type: key)
      types.append(
        AppointmentType(
          id: id, name: name ?? "", description: description, products: offered.map { products.definitions.ids[$0] },
          agents: takers?.map { agents.ids[$0] } ?? agents.ids))
    }
    return types
  }
}
