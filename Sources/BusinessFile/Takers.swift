// Whether somebody takes each product of each appointment type.

internal import Basics
import Business

/// The products of a file, and who takes them.
struct DefinedProducts {
  let definitions: Definitions
  /// The products of the definitions that are maps.
  var products: [Product] = []
  /// Of each definition the places of the agents whom the product names, in order; nil where it names none.
  var takers: [[Int]?] = []

  init(_ definitions: Definitions) {
    self.definitions = definitions
    products.reserveCapacity(definitions.keys.count)
    takers.reserveCapacity(definitions.keys.count)
  }
}

extension Reading {
  /// Says which of the products that an appointment type offers name none of its agents. The places of those are in
  /// order; nil means all agents.
  mutating func checkTakers(of offered: [Int], _ products: DefinedProducts, _ agents: [Int]?, type: Int) {
    guard let agents else { return }
    for place in offered {
      guard let takers = products.takers[place], !takers.isEmpty, !agents.isEmpty else { continue }
      let (few, many) = takers.count < agents.count ? (takers, agents) : (agents, takers)
      let isTaken = few.contains { agent in
        let next = many.indices.firstByHalves { many[$0] >= agent }
        return next < many.count && many[next] == agent
      }
      guard !isTaken else { continue }
      let product = products.definitions.keys[place]
      report(
        product,
        "The appointment type \(quoted(type)) offers \(quoted(product)), but none of its agents takes it; name one of them "
          + "under the \"agents\" of the product, or leave those out.")
    }
  }
}
