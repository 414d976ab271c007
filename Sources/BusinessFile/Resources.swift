// What appointments share, how much of it there is, and how much a product needs.

import Business

/// The resources of a file.
struct DefinedResources {
  let definitions: Definitions
  /// How many units there are of each; nil where the file gives no such number.
  let counts: [Int?]

  /// The resources with at least one unit each.
  var resources: [Resource] {
    var resources: [Resource] = []
    for (id, count) in zip(definitions.ids, counts) { resources.append(Resource(id: id, count: count ?? 1)) }
    return resources
  }
}

extension Reading {
  mutating func resources(_ definitions: Definitions) -> DefinedResources {
    var counts: [Int?] = []
    for key in definitions.keys { counts.append(wholeNumber(Entry(key: key), 1...10_000)) }
    return DefinedResources(definitions: definitions, counts: counts)
  }

  /// What a product needs: a list of resources, one unit of each, or a map that says how many.
  mutating func needs(_ entry: Entry, _ resources: DefinedResources) -> [Need] {
    let definitions = resources.definitions
    guard tree.kind(entry.value) == .map, let map = map(entry, expected: "a list such as [room]") else {
      return references(entry, to: definitions, mayBeEmpty: true).map { Need(definitions.ids[$0]) }
    }
    var needs: [Need] = []
    for key in keys(map) {
      let units = wholeNumber(Entry(key: key), 1...10_000)
      guard let position = position(of: key, in: definitions), let units else { continue }
      if let count = resources.counts[position], units > count {
        report(
          Entry(key: key).value,
          "There \(count == 1 ? "is" : "are") only \(count) of \(quoted(key)) (line "
            + "\(place(definitions.keys[position]).line)); a session cannot use \(units).")
      }
      needs.append(Need(definitions.ids[position], units: units))
    }
    return needs
  }
}
