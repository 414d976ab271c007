// Which appointment type is meant where a product is named: several types may offer one product.

internal import Business

extension Counter {
  /// The type that was named, else the only one that offers the product with the agent. With `force` the agent need not
  /// take it.
  func type(
    _ named: String?, of product: Identifier, with agent: Identifier?, force: Bool = false
  ) throws(DeskFailure) -> Identifier {
    let types = business.appointmentTypes
    if let named { return try known(named, types.map { ($0.id, $0.name) }, "appointment type") }
    let offering = types.filter { $0.products.contains(product) }
    let fitting = offering.filter { type in
      guard let agent, let product = business.product(product) else { return true }
      return type.isTaken(by: agent, for: product)
    }
    if let only = fitting.first, fitting.count == 1 { return only.id }
    if offering.isEmpty { throw DeskFailure("No appointment type offers \(product.text).") }
    if fitting.isEmpty, force, offering.count == 1 { return offering[0].id }
    if fitting.isEmpty {
      let agents = business.agents.map(\.id).filter { agent in
        offering.contains { type in business.product(product).map { type.isTaken(by: agent, for: $0) } ?? false }
      }.map(\.text)
      throw DeskFailure("\(agent?.text ?? "Nobody") does not take \(product.text): ask \(Wording.list(agents)).")
    }
    throw DeskFailure(
      "Several types offer \(product.text): add --type \(Wording.list(fitting.map(\.id.text))).", status: 64)
  }
}
