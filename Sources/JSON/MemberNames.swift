// Finds a name that an object has twice, in time that does not grow with the square of the number of its members.
// Names are the same if their UTF-8 bytes are. JSONParser.swift refuses it.

/// What is known of the first names of the object being read, to which there are mostly no others.
struct MemberNames {
  /// Up to this many names each is looked for as it comes; an object with more is looked through at its end.
  static let few = 16

  /// One bit for some of the bits of each name's key: a name whose bit is not set has not been there.
  private var seen: UInt64 = 0

  /// Whether the name of this key (see `key(of:)`), which comes next behind `members`, of which there are few, is among
  /// theirs.
  @inline(__always)
  mutating func isRepeated(_ name: String, key: UInt64, behind members: [JSONObject.Member]) -> Bool {
    let bit = 1 &<< (key &>> 58)
    guard seen & bit != 0 else {
      seen |= bit
      return false
    }
    return JSONObject(members).index(of: name) != nil
  }

  /// The least index at which a name stands that stands at a lesser one too.
  static func firstRepeated(in members: [JSONObject.Member]) -> Int? {
    struct Entry {
      let key: UInt64
      let index: Int
    }
    var entries = members.indices.map { Entry(key: key(of: members[$0].name.utf8.span), index: $0) }
    // A hostile sender who knows how keys are made can make names that share one. Sorting by the name behind the key keeps the time
    // within n log n for those too.
    entries.sort { left, right in
      guard left.key == right.key else { return left.key < right.key }
      let (leftName, rightName) = (members[left.index].name, members[right.index].name)
      guard sameBytes(leftName, rightName) else { return leftName.utf8.lexicographicallyPrecedes(rightName.utf8) }
      return left.index < right.index
    }
    var first: Int?
    for place in entries.indices.dropFirst() {
      let (left, right) = (entries[place &- 1], entries[place])
      guard left.key == right.key, sameBytes(members[left.index].name, members[right.index].name) else { continue }
      first = min(first ?? right.index, right.index)
    }
    return first
  }
}
