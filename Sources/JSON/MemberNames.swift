// Finds a name that an object has twice while the object is read, in time that does not grow with the square of the
// number of its members. Names count as equal if their UTF-8 bytes are.

/// The names an object has had so far.
struct MemberNames {
  /// One name of a large object.
  private struct Entry {
    let key: UInt64
    let index: Int
    let offset: Int
  }

  /// Up to this many members each name is compared with all before it; beyond, all are sorted at the end.
  private static let few = 16

  private var keys = InlineArray<16, UInt64>(repeating: 0)
  private var count = 0

  /// All names with their places, once there are more than `few`.
  private var entries: [Entry] = []

  /// Notes the name that begins at `offset` and comes next behind `members`; an error if it is one of few and there
  /// already.
  mutating func add(
    _ name: String, key: UInt64, at offset: Int, behind members: [JSONObject.Member]
  ) throws(JSONError) {
    guard count < Self.few else {
      if count == Self.few {
        // The places of these are never asked for: of two equal names the second is the one reported.
        for index in 0..<count { entries.append(Entry(key: keys[index], index: index, offset: 0)) }
      }
      entries.append(Entry(key: key, index: count, offset: offset))
      count &+= 1
      return
    }
    for index in 0..<count where keys[index] == key && sameBytes(members[index].name, name) {
      throw JSONError(.duplicateMember(name), offset: offset)
    }
    keys[count] = key
    count &+= 1
  }

  /// An error if one of the many names of `members`, which are all that were added, is there twice: of several the
  /// one whose second place comes first.
  mutating func checkAll(of members: [JSONObject.Member]) throws(JSONError) {
    guard !entries.isEmpty else { return }
    // Keys can be made to collide by who knows how they are made; sorting by the name behind the key keeps the time
    // within n log n for such names too.
    entries.sort { left, right in
      if left.key != right.key { return left.key < right.key }
      let (leftName, rightName) = (members[left.index].name, members[right.index].name)
      if !sameBytes(leftName, rightName) { return leftName.utf8.lexicographicallyPrecedes(rightName.utf8) }
      return left.index < right.index
    }
    var first: Entry?
    for place in entries.indices.dropFirst() {
      let (left, right) = (entries[place &- 1], entries[place])
      guard left.key == right.key, sameBytes(members[left.index].name, members[right.index].name) else { continue }
      if let found = first, found.index < right.index { continue }
      first = right
    }
    guard let first else { return }
    throw JSONError(.duplicateMember(members[first.index].name), offset: first.offset)
  }

  /// A number that equal names share and different ones rarely do.
  static func key(of name: Span<UInt8>) -> UInt64 {
    var key = UInt64(truncatingIfNeeded: name.count)
    var index = 0
    while index &+ 8 <= name.count {
      key = mixed(key ^ word(name, at: index))
      index &+= 8
    }
    var rest: UInt64 = 0
    while index < name.count {
      rest = rest << 8 | UInt64(name[index])
      index &+= 1
    }
    return mixed(key ^ rest)
  }

  /// Spreads what is in any bit over the higher ones and back (a multiplication by 2⁶⁴ over the golden ratio).
  private static func mixed(_ key: UInt64) -> UInt64 {
    let product = key &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}
