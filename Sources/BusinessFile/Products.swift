// What can be booked, what callers ask for, and who takes it.

import Business

extension Reading {
  mutating func agents(_ definitions: Definitions) -> [Agent] {
    var agents: [Agent] = []
    for (key, id) in zip(definitions.keys, definitions.ids) {
      guard let map = map(Entry(key: key), expected: "a map such as {name: Anna Schmidt}") else { continue }
      let keyed = keyed(map, .agent, kind: "the agent", owner: key)
      let name = keyed[AgentKey.name].flatMap { text($0) }
      let hours = hours(weekly: keyed[AgentKey.hours], dates: keyed[AgentKey.dates])
      agents.append(Agent(id: id, name: name ?? "", hours: hours))
    }
    return agents
  }

  /// The hours of `hours` and `dates`; nil where neither is there.
  mutating func hours(weekly: Entry?, dates: Entry?) -> WorkingHours? {
    guard weekly != nil || dates != nil else { return nil }
    return WorkingHours(week: weekly.map { week($0) }, dates: dates.map { dateRules($0) } ?? [])
  }

  mutating func resources(_ definitions: Definitions) -> [Resource] {
    var resources: [Resource] = []
    for (key, id) in zip(definitions.keys, definitions.ids) {
      let count = wholeNumber(Entry(key: key), 1...10_000)
      resources.append(Resource(id: id, count: count ?? 1))
    }
    return resources
  }

  /// The products, with the business's terms and information where they set none of their own.
  mutating func products(
    _ definitions: Definitions, resources: Definitions, fields: Definitions, terms: BookingTerms, info: Information
  ) -> [Product] {
    var products: [Product] = []
    products.reserveCapacity(definitions.keys.count)
    for (key, id) in zip(definitions.keys, definitions.ids) {
      guard let map = map(Entry(key: key), expected: "a map such as {name: 30 Minuten Massage, duration: 30m}") else {
        continue
      }
      let keyed = keyed(map, .product, kind: "the product", owner: key)
      let name = keyed[ProductKey.name].flatMap { text($0) }
      let duration = keyed[ProductKey.duration].flatMap { minutes($0, 1...7 * 1440) }
      let description = keyed[ProductKey.description].flatMap { text($0, .description) }
      let price = keyed[ProductKey.price].flatMap { text($0) }
      let capacity = keyed[ProductKey.capacity].flatMap { wholeNumber($0, 1...10_000) }
      let needs = keyed[ProductKey.needs].map { references($0, to: resources, mayBeEmpty: true) } ?? []
      let own = Information(
        required: self.info(keyed[ProductKey.requiredInfo], "requiredInfo", fields: fields),
        optional: self.info(keyed[ProductKey.optionalInfo], "optionalInfo", fields: fields))
      var ownTerms = terms
      ownTerms.maxOpen = nil
      readTerms(keyed, from: ProductKey.firstTerm, into: &ownTerms)
      var product = Product(
        id: id, name: name ?? "", description: description, price: price, duration: (duration ?? 1) * 60,
        capacity: capacity ?? 1, needs: needs.map { resources.ids[$0] }, terms: ownTerms)
      own.complete(&product, business: info)
      products.append(product)
    }
    return products
  }

  mutating func types(_ definitions: Definitions, products: Definitions, agents: Definitions) -> [AppointmentType] {
    var types: [AppointmentType] = []
    for (key, id) in zip(definitions.keys, definitions.ids) {
      guard let map = map(Entry(key: key), expected: "a map such as {name: Massage, products: [massage-30]}") else {
        continue
      }
      let keyed = keyed(map, .type, kind: "the appointment type", owner: key)
      let name = keyed[TypeKey.name].flatMap { text($0) }
      let description = keyed[TypeKey.description].flatMap { text($0, .description) }
      let offered = keyed[TypeKey.products].map { references($0, to: products, mayBeEmpty: false) } ?? []
      // In the order of the business's agents, whatever the order here: that order breaks ties.
      let takers = keyed[TypeKey.agents].map { references($0, to: agents, mayBeEmpty: false).sorted() }
      types.append(
        AppointmentType(
          id: id, name: name ?? "", description: description, products: offered.map { products.ids[$0] },
          agents: takers?.map { agents.ids[$0] } ?? agents.ids))
    }
    return types
  }
}
