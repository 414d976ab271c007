// Maps whose keys are ids that the file makes up (agents, products, …), and lists that refer to them.

import Business

/// What a map of ids defines. An entry whose content is wrong is defined all the same, so that one error is told once.
struct Definitions {
  /// What one is called in messages, such as `agent`.
  let noun: String
  /// The nodes of the keys.
  let keys: [Int]
  /// The id of each key; where a key has another form, some id.
  let ids: [Identifier]
  let index: NameIndex

  /// Nothing defined.
  init(noun: String, in tree: YAMLTree) {
    self.init(noun: noun, keys: [], ids: [], in: tree)
  }

  init(noun: String, keys: [Int], ids: [Identifier], in tree: YAMLTree) {
    self.noun = noun
    self.keys = keys
    self.ids = ids
    self.index = NameIndex(keys, in: tree)
  }

  /// The ids that are defined, for messages: a key that is no id is an error of its own, and nothing to choose.
  func names(in tree: YAMLTree) -> [String] { keys.map { tree.string($0) }.filter { Identifier($0) != nil } }
}

extension Reading {
  /// The definitions under an entry; where `isRequired`, at least one.
  mutating func definitions(_ entry: Entry?, noun: String, example: String, isRequired: Bool) -> Definitions {
    guard let entry, let map = map(entry, expected: "a map such as \(example)") else {
      return Definitions(noun: noun, in: tree)
    }
    let keys = keys(map)
    if keys.isEmpty, isRequired, tree.nodes[map].count == 0 {
      report(entry.value, "\(quoted(entry.key)) is empty; at least one \(noun) is needed, such as \(example).")
    }
    var ids: [Identifier] = []
    ids.reserveCapacity(keys.count)
    for key in keys {
      let id = Identifier(tree.string(key))
      ids.append(id ?? self.id)
      if id == nil, !reportSplit(Entry(key: key), in: map) {
        let label = noun == "field" ? "label" : "name"
        report(
          key,
          "\(quoted(key)) cannot be an id: an id has 1 to 64 letters (a to z), digits, \"-\" and \"_\", and begins "
            + "with a letter or digit."
            + (noun == "resource" ? "" : " What people call the \(noun) goes under its \"\(label)\"."))
      }
    }
    return Definitions(noun: noun, keys: keys, ids: ids, in: tree)
  }

  /// The positions in `definitions` of the ids that a list names, in its order; each at most once.
  mutating func references(_ entry: Entry, to definitions: Definitions, mayBeEmpty: Bool) -> [Int] {
    guard let items = names(entry, noun: definitions.noun, mayBeEmpty: mayBeEmpty) else { return [] }
    var positions: [Int] = []
    positions.reserveCapacity(items.count)
    for item in items {
      if let position = position(of: item, in: definitions) { positions.append(position) }
    }
    return positions
  }

  /// The position in `definitions` of the id that a node is; nil with an error where it is not defined.
  mutating func position(of item: Int, in definitions: Definitions) -> Int? {
    if let position = definitions.index.position(of: item) { return position }
    let tree = tree
    let (_, hint) = issues.guess(tree.string(item), among: definitions.names(in: tree)) { defined in
      defined.isEmpty ? "The file defines none." : "The file defines \(Quote.list(defined))."
    }
    report(item, "There is no \(definitions.noun) \(quoted(item)). \(hint)")
    return nil
  }

  /// The items of a list of names: texts, none of them twice. Nil with an error where it is no list.
  mutating func names(_ entry: Entry, noun: String, mayBeEmpty: Bool) -> [Int]? {
    guard let all = list(entry, expected: "a list such as [\(Reading.sample(noun))]") else { return nil }
    if all.isEmpty, !mayBeEmpty {
      report(
        entry.value, "The list for \(quoted(entry.key)) is empty; name at least one \(noun), or leave the key out.")
    }
    return withoutDoubles(all.filter { isText(Entry(item: $0), expected: "the name of one \(noun)") })
  }

  private static func sample(_ noun: String) -> String {
    switch noun {
    case "product": "massage-30, group"
    case "agent": "anna, ben"
    case "resource": "room"
    case "field": "firstname, lastname"
    default: "\"+49 351 1234567\""
    }
  }
}
