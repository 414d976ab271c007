// One reading of a tree: the tree, the errors found so far, and the ways every section takes maps, lists and texts
// from it. BusinessSections.swift and the files named for a section know what
// the section means.

import Business

/// Goes through a tree and collects every error on the way; what it returns counts only if there was none.
struct Reading {
  let tree: YAMLTree
  /// The business that is read; stands in for ids that are none, so that lists of ids stay complete.
  let id: Identifier
  var issues: IssueList

  init(_ tree: YAMLTree, id: Identifier, issues: [BusinessFileIssue]) {
    self.tree = tree
    self.id = id
    self.issues = IssueList(issues)
  }

  /// Notes an error at a node as it is written (an alias at the alias).
  mutating func report(_ node: Int, _ what: String) {
    issues.add(place(node), what)
  }

  func place(_ node: Int) -> Place { Place(line: Int(tree.nodes[node].line), column: Int(tree.nodes[node].column)) }

  /// The text of a scalar in quotes, fit for a message.
  func quoted(_ node: Int) -> String { Quote.text(tree.string(node)) }

  /// What an owner is called in a message, such as `the product "massage-30"`; without a key, `kind` alone.
  func name(of kind: String, _ key: Int?) -> String { key.map { "\(kind) \(quoted($0))" } ?? kind }

  // MARK: - Kinds

  /// The map that is this entry's value, or nil with an error.
  mutating func map(_ entry: Entry, expected: @autoclosure () -> String) -> Int? {
    guard tree.kind(entry.value) != .map else { return tree.resolved(entry.value) }
    wrongKind(entry, expected())
    return nil
  }

  /// The items of the list that is this entry's value, or nil with an error.
  mutating func list(_ entry: Entry, expected: @autoclosure () -> String) -> [Int]? {
    let list = tree.resolved(entry.value)
    guard tree.nodes[list].kind == .list else {
      wrongKind(entry, expected())
      return nil
    }
    var items: [Int] = []
    items.reserveCapacity(Int(tree.nodes[list].count))
    var item = list + 1
    while item < tree.after(list) {
      items.append(item)
      item = tree.after(item)
    }
    return items
  }

  /// Whether this entry's value is a text with at least one byte; else there is an error.
  mutating func isText(_ entry: Entry, expected: @autoclosure () -> String) -> Bool {
    let node = tree.nodes[tree.resolved(entry.value)]
    if node.kind == .scalar, node.count > 0 { return true }
    wrongKind(entry, expected())
    return false
  }

  /// Says that a value is missing or of the wrong kind, unless there is an error at its place already that explains it.
  private mutating func wrongKind(_ entry: Entry, _ expected: String) {
    guard !issues.contains(place(tree.isAbsent(entry.value) ? entry.key : entry.value)) else { return }
    let isItem = entry.key == entry.value
    let subject = isItem ? "this item" : quoted(entry.key)
    if tree.isAbsent(entry.value) {
      report(entry.key, "\(isItem ? "This item" : subject) has no value; expected \(expected).")
      return
    }
    let found =
      switch tree.kind(entry.value) {
      case .list: "a list"
      case .map: "a map"
      default: tree.text(entry.value).isEmpty ? "an empty text" : quoted(entry.value)
      }
    report(entry.value, "Expected \(expected) for \(subject), not \(found).")
  }

  // MARK: - Maps

  /// The keys of a map in file order (the value is the next node), without those that are refused in every map: merge
  /// keys, keys that are no text, keys that were there before.
  mutating func keys(_ map: Int) -> [Int] { withoutDoubles(textKeys(map)) }

  /// The keys of a map in file order, without merge keys and keys that are no text.
  private mutating func textKeys(_ map: Int) -> [Int] {
    let map = tree.resolved(map)
    var keys: [Int] = []
    keys.reserveCapacity(Int(tree.nodes[map].count))
    var key = map + 1
    while key < tree.after(map) {
      let value = tree.after(key)
      if tree.kind(key) != .scalar {
        report(key, "A key must be a text, not \(tree.kind(key) == .map ? "a map" : "a list").")
      } else if tree.isMergeKey(key) {
        report(key, "Merge keys (<<) are not read in a business file; write the keys out here.")
      } else {
        keys.append(key)
      }
      key = tree.after(value)
    }
    return keys
  }

  /// The nodes without those whose text was there before, which are errors.
  mutating func withoutDoubles(_ nodes: [Int]) -> [Int] {
    let index = NameIndex(nodes, in: tree)
    guard index.hasDoubles else { return nodes }
    var rest: [Int] = []
    for node in nodes {
      let first = index.position(of: node).map { nodes[$0] } ?? node
      if first == node { rest.append(node) } else { reportDouble(node, first) }
    }
    return rest
  }

  private mutating func reportDouble(_ node: Int, _ first: Int) {
    report(node, "\(quoted(node)) is here twice (first in line \(place(first).line)); remove one of them.")
  }

  /// The entries of a map that takes the keys of a set; unknown and missing keys are errors. `owner` is the key under
  /// which the map stands, if it has one, and `kind` says what it describes ("the product").
  mutating func keyed(_ map: Int, _ set: KeySet, kind: String, owner: Int?) -> Keyed {
    var keyed = Keyed()
    // Keys that are missing because they are misspelt, which is told already.
    var misspelt: [String] = []
    for key in textKeys(map) {
      let name = tree.string(key)
      let length = name.utf8.count
      // Comparing the lengths first is quicker than comparing most of the names.
      guard let index = set.names.firstIndex(where: { $0.utf8.count == length && $0 == name }) else {
        if let meant = unknownKey(Entry(key: key), in: map, set, kind: kind, owner: owner) { misspelt.append(meant) }
        continue
      }
      if let first = keyed[index] { reportDouble(key, first.key) } else { keyed[index] = Entry(key: key) }
    }
    for index in set.requiredExamples.indices where keyed[index] == nil && !misspelt.contains(set.names[index]) {
      report(
        owner ?? map,
        "\(Reading.capitalized(name(of: kind, owner))) has no \"\(set.names[index])\"; "
          + "add one, such as \"\(set.requiredExamples[index])\".")
    }
    if let either = set.either { check(either, of: keyed, in: map, set, misspelt, kind: kind, owner: owner) }
    return keyed
  }

  /// Says that both of two keys are there of which one at most may be, or neither of which one must be.
  private mutating func check(
    _ either: KeySet.Either, of keyed: Keyed, in map: Int, _ set: KeySet, _ misspelt: [String], kind: String,
    owner: Int?
  ) {
    if let first = keyed[either.first], let second = keyed[either.second] {
      report(second.key, "\(quoted(second.key)) cannot stand beside \(quoted(first.key)); write one of them.")
    } else if keyed[either.first] == nil, keyed[either.second] == nil, let example = either.requiredExample {
      let (first, second) = (set.names[either.first], set.names[either.second])
      guard !misspelt.contains(first), !misspelt.contains(second) else { return }
      report(
        owner ?? map,
        "\(Reading.capitalized(name(of: kind, owner))) has no \"\(first)\"; add one, such as \"\(example)\".")
    }
  }

  /// Says that a key is unknown; returns the key that was probably meant.
  private mutating func unknownKey(
    _ entry: Entry, in map: Int, _ set: KeySet, kind: String, owner: Int?
  ) -> String? {
    let name = tree.string(entry.key)
    if let colon = name.firstIndex(of: ":"), set.names.contains(String(name[..<colon])), tree.isAbsent(entry.value) {
      let rest = name[name.index(after: colon)...]
      report(entry.key, "A space is missing after the \":\"; write \(Quote.text("\(name[..<colon]): \(rest)")).")
      return String(name[..<colon])
    }
    guard !reportSplit(entry, in: map) else { return nil }
    let owner = self.name(of: kind, owner)
    var meant: String?
    let hint: String
    if let home = KeySet.home(of: name) {
      hint = "It is a key of \(home)."
    } else if let other = OtherWords.key(for: name, among: set.names) {
      (meant, hint) = (other, "\(Quote.text(other)) was probably meant.")
    } else if let advice = OtherWords.advice(for: name) {
      hint = advice
    } else {
      (meant, hint) = issues.guess(name, among: set.names) { "\(Reading.capitalized(owner)) takes \(Quote.list($0))." }
    }
    report(entry.key, "\(quoted(entry.key)) is no key of \(owner). \(hint)")
    return meant
  }

  /// Inside `{…}` a comma ends the entry, so a value with a comma leaves a key without a value behind. Says so, and
  /// returns true, where that is what this entry looks like.
  mutating func reportSplit(_ entry: Entry, in map: Int) -> Bool {
    let map = tree.resolved(map)
    guard tree.nodes[map].isPlainOrFlow, tree.isAbsent(entry.value), entry.key > map + 1 else { return false }
    var before = map + 1
    while tree.after(tree.after(before)) < entry.key { before = tree.after(tree.after(before)) }
    let value = tree.after(before)
    let isText = tree.kind(value) == .scalar && !tree.isAbsent(value)
    let whole = isText ? "\(tree.string(value)), \(tree.string(entry.key))" : "…, \(tree.string(entry.key))"
    report(
      entry.key,
      "\(quoted(entry.key)) has no value: inside {…} a comma begins a new entry. If it belongs to the value before it, "
        + "quote it: \(Quote.text(whole)).")
    return true
  }

  static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
