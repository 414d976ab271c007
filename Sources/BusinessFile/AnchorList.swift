// The anchors of a YAML document by name, for its aliases. A request may read a file that has some, so nothing here is
// hashed: hashing needs entropy, and a program without a runtime library dies where there is none.

internal import Basics

/// What an anchor stands for.
struct Anchor {
  /// The node that has it.
  var node: Int
  /// How many nodes it stands for with all aliases in it followed; nil while it is open.
  var weight: Int?
}

/// Anchors by name. New ones wait in lists that are sorted and merged as they grow, each at most half as long as the one
/// before it: finding one of n takes the square of log n steps, adding it log n in the mean.
struct AnchorList {
  private var lists: [[(name: String, anchor: Anchor)]] = []

  /// The anchor with a name that was set last.
  subscript(name: String) -> Anchor? {
    for list in lists.reversed() {
      if let place = place(of: name, in: list) { return list[place].anchor }
    }
    return nil
  }

  /// Sets the anchor with a name, in place of an earlier one.
  mutating func set(_ name: String, _ anchor: Anchor) {
    for index in lists.indices.reversed() {
      guard let place = place(of: name, in: lists[index]) else { continue }
      lists[index][place].anchor = anchor
      return
    }
    lists.append([(name, anchor)])
    while lists.count > 1, lists[lists.count - 2].count < 2 * lists[lists.count - 1].count {
      let last = lists.removeLast()
      lists[lists.count - 1] = merged(lists[lists.count - 1], last)
    }
  }

  /// All names, sorted.
  var names: [String] { lists.flatMap { list in list.map { $0.name } }.sorted() }

  private func place(of name: String, in list: [(name: String, anchor: Anchor)]) -> Int? {
    let place = list.indices.firstByHalves { list[$0].name >= name }
    return place < list.count && list[place].name == name ? place : nil
  }

  /// Two sorted lists without a common name as one.
  private func merged(
    _ left: [(name: String, anchor: Anchor)], _ right: [(name: String, anchor: Anchor)]
  ) -> [(name: String, anchor: Anchor)] {
    var all: [(name: String, anchor: Anchor)] = []
    all.reserveCapacity(left.count + right.count)
    var next = 0
    for item in left {
      while next < right.count, right[next].name < item.name {
        all.append(right[next])
        next += 1
      }
      all.append(item)
    }
    return all + right[next...]
  }
}
