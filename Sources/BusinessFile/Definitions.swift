// Maps whose keys are ids that the file makes up (agents, products, …), and lists that refer to them.

import Business

/// What a map of ids defines. An entry whose content is wrong is defined all the same, so that one error is told once.
struct Definitions {
  /// What one is called in messages, such as `agent`.
  let noun: String
  let entries: [Entry]
  /// The ids; nil where a key has another form.
  let ids: [Identifier?]
  let index: NameIndex

  /// Nothing defined.
  init(noun: String, in tree: YAMLTree) {
    self.init(noun: noun, entries: [], ids: [], in: tree)
  }

  init(noun: String, entries: [Entry], ids: [Identifier?], in tree: YAMLTree) {
    self.noun = noun
    self.entries = entries
    self.ids = ids
    self.index = NameIndex(entries.map(\.key), in: tree)
  }
}

extension Reading {
  /// The definitions under an entry; where `isRequired`, at least one.
  mutating func definitions(_ entry: Entry?, noun: String, example: String, isRequired: Bool) -> Definitions {
    guard let entry, let map = map(entry, expected: "a map such as \(example)") else {
      return Definitions(noun: noun, in: tree)
    }
    let entries = entries(map)
    if entries.isEmpty, isRequired, tree.nodes[map].count == 0 {
      report(entry.value, "\(quoted(entry.key)) is empty; at least one \(noun) is needed, such as \(example).")
    }
    var ids: [Identifier?] = []
    ids.reserveCapacity(entries.count)
    for entry in entries {
      let id = Identifier(tree.string(entry.key))
      ids.append(id)
      if id == nil, !reportSplit(entry, in: map) {
        report(
          entry.key,
          "\(quoted(entry.key)) cannot be the id of the \(noun): an id has 1 to 64 letters a-z, digits, \"-\" and \"_\", and begins with a letter or digit. Names for people go under \"name\" or \"label\".")
      }
    }
    return Definitions(noun: noun, entries: entries, ids: ids, in: tree)
  }

  /// The positions in `definitions` of the ids that a list names, in its order; each at most once.
  mutating func references(_ entry: Entry, to definitions: Definitions, mayBeEmpty: Bool) -> [Int] {
    guard let items = names(entry, noun: definitions.noun, mayBeEmpty: mayBeEmpty) else { return [] }
    var positions: [Int] = []
    positions.reserveCapacity(items.count)
    for item in items {
      if let position = definitions.index.position(of: item) {
        positions.append(position)
      } else {
        let guess = issues.guess(tree.string(item), among: definitions.ids.compactMap { $0?.text }) { defined in
          defined.isEmpty ? "The file defines none." : "The file defines \(Quote.list(defined))."
        }
        report(item, "There is no \(definitions.noun) \(quoted(item)). \(guess)")
      }
    }
    return positions
  }

  /// The items of a list of names: texts, none of them twice. Nil with an error where it is no list.
  mutating func names(_ entry: Entry, noun: String, mayBeEmpty: Bool) -> [Int]? {
    guard let all = list(entry, expected: "a list such as [\(Reading.sample(noun))]") else { return nil }
    if all.isEmpty, !mayBeEmpty {
      report(entry.value, "The list for \(quoted(entry.key)) is empty; name at least one \(noun), or leave the key out.")
    }
    let items = all.filter { isText(Entry(key: $0, value: $0), expected: "the name of one \(noun)") }
    let doubles = NameIndex(items, in: tree).doubles
    guard !doubles.isEmpty else { return items }
    var isDouble = [Bool](repeating: false, count: items.count)
    for double in doubles {
      isDouble[double.position] = true
      report(items[double.position], "\(quoted(items[double.position])) is in this list twice; remove one of them.")
    }
    return items.indices.filter { !isDouble[$0] }.map { items[$0] }
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
