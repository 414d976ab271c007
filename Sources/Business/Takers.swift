// Who takes what: the agents of an appointment type and, where the product names its own, of the product.

extension AppointmentType {
  /// Whether an agent takes appointments of this type for a product that it offers.
  package func isTaken(by agent: Identifier, for product: Product) -> Bool {
    agents.contains(agent) && product.agents?.contains(agent) ?? true
  }
}

extension Business {
  /// The agents who take a product of an appointment type, in the order of the business's agents.
  package func takers(of product: Product, in type: AppointmentType) -> [Agent] {
    agents.filter { type.isTaken(by: $0.id, for: product) }
  }
}
