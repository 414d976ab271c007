// The members of a JSON object, in the order in which they stand. Not a dictionary: requests and records have a
// dozen members, for which a walk over an array is faster, and their order is part of a stable reply.

/// A JSON object (RFC 8259, section 4): names and values in order.
///
/// The parser refuses an object that has a name twice; one put together by hand is not checked, and the first member
/// of a name is the one that is found.
package struct JSONObject: Equatable, Sendable {
  /// One name and its value.
  package struct Member: Equatable, Sendable {
    /// The name, with its escapes resolved.
    package var name: String

    /// The value.
    package var value: JSONValue

    /// The member of this name and value.
    package init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }

    /// Whether names (as UTF-8 bytes) and values are equal.
    package static func == (left: Member, right: Member) -> Bool {
      sameBytes(left.name, right.name) && left.value == right.value
    }
  }

  /// The members in the order in which they stand. Two objects are equal only if theirs is the same.
  package var members: [Member]

  /// The object of these members.
  package init(_ members: [Member] = []) { self.members = members }

  /// The value of the first member of this name, `nil` if there is none. A member whose value is `null` is found as
  /// `.null`. Names are compared as UTF-8 bytes. Takes time in proportion to the number of members.
  package subscript(name: String) -> JSONValue? {
    guard let index = index(of: name) else { return nil }
    return members[index].value
  }

  /// Where the first member of this name stands.
  func index(of name: String) -> Int? {
    let count = name.utf8.count
    for index in members.indices where members[index].name.utf8.count == count {
      if same(members[index].name.utf8.span, name.utf8.span) { return index }
    }
    return nil
  }

  /// Puts a member behind the others, without a look at whether the name is there already.
  package mutating func append(_ name: String, _ value: JSONValue) {
    members.append(Member(name: name, value: value))
  }
}
