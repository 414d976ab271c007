// Reads a JSON document: values, arrays, objects and words. Strings are in JSONParser+Strings.swift, numbers in
// JSONParser+Numbers.swift, the search for names that an object has twice in MemberNames.swift.
//
// It goes down with the document by recursion, no deeper than its limit. The bytes are handed from function to
// function rather than kept, because a Span may not outlive the array it looks at.

/// Where the reading of a document stands.
struct JSONParser {
  let limits: JSONLimits

  let leniency: JSONLeniency

  /// The next byte to read.
  var position = 0

  /// How many arrays and objects are open.
  private var depth = 0

  /// What a string with escapes stands for, while it is being put together; kept to use its memory again.
  var unescaped: [UInt8] = []

  /// Where the names of each open object begin that come behind its first `MemberNames.few`, innermost object last.
  private var lateNames: [Int] = []

  init(limits: JSONLimits, leniency: JSONLeniency) {
    self.limits = limits
    self.leniency = leniency
  }

  /// The value that is the whole of `bytes`.
  mutating func document(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    guard bytes.count <= limits.bytes else {
      throw JSONError(.tooManyBytes(limit: limits.bytes), offset: limits.bytes)
    }
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      guard leniency == .callers else { throw JSONError(.byteOrderMark, offset: 0) }
      position = 3
    }
    skipWhiteSpace(bytes)
    guard position < bytes.count else { throw JSONError(.empty, offset: position) }
    let value = try value(bytes, expected: .value)
    skipWhiteSpace(bytes)
    guard position == bytes.count else {
      throw JSONError(.contentAfterValue(bytes[position]), offset: position)
    }
    return value
  }

  /// Reads the value that begins at the position, where there is no white space any more.
  private mutating func value(
    _ bytes: Span<UInt8>, expected: JSONError.Expectation
  ) throws(JSONError) -> JSONValue {
    guard position < bytes.count else { throw JSONError(.unexpectedEnd(expected: expected), offset: position) }
    switch bytes[position] {
    case UInt8(ascii: "\""): return .string(try string(bytes))
    case UInt8(ascii: "{"): return .object(try object(bytes))
    case UInt8(ascii: "["): return .array(try array(bytes))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number(bytes))
    case UInt8(ascii: "t"):
      return try word([UInt8(ascii: "r"), UInt8(ascii: "u"), UInt8(ascii: "e")], .bool(true), bytes)
    case UInt8(ascii: "f"):
      return try word(
        [UInt8(ascii: "a"), UInt8(ascii: "l"), UInt8(ascii: "s"), UInt8(ascii: "e")], .bool(false), bytes)
    case UInt8(ascii: "n"):
      return try word([UInt8(ascii: "u"), UInt8(ascii: "l"), UInt8(ascii: "l")], .null, bytes)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      throw JSONError(.unknownWord, offset: position)
    case let byte: throw JSONError(.unexpected(byte, expected: expected), offset: position)
    }
  }

  /// Reads the array that begins at the position.
  private mutating func array(_ bytes: Span<UInt8>) throws(JSONError) -> [JSONValue] {
    try open()
    skipWhiteSpace(bytes)
    var elements: [JSONValue] = []
    var expected = JSONError.Expectation.valueOrBracket
    var comma = position
    while true {
      if position < bytes.count, bytes[position] == UInt8(ascii: "]") {
        guard elements.isEmpty else { throw JSONError(.trailingComma, offset: comma) }
        break
      }
      elements.append(try value(bytes, expected: expected))
      skipWhiteSpace(bytes)
      comma = position
      guard try isCommaNotEnd(UInt8(ascii: "]"), bytes, expected: .commaOrBracket) else { break }
      skipWhiteSpace(bytes)
      expected = .value
    }
    close()
    return elements
  }

  /// Reads the object that begins at the position.
  private mutating func object(_ bytes: Span<UInt8>) throws(JSONError) -> JSONObject {
    try open()
    skipWhiteSpace(bytes)
    var members: [JSONObject.Member] = []
    var names = MemberNames()
    var expected = JSONError.Expectation.memberNameOrBrace
    var comma = position
    while true {
      guard position < bytes.count else { throw JSONError(.unexpectedEnd(expected: expected), offset: position) }
      let nameOffset = position
      switch bytes[position] {
      case UInt8(ascii: "\""): break
      case UInt8(ascii: "}") where members.isEmpty:
        close()
        return JSONObject()
      case UInt8(ascii: "}"): throw JSONError(.trailingComma, offset: comma)
      case let byte: throw JSONError(.unexpected(byte, expected: expected), offset: position)
      }
      let (name, key) = try name(bytes)
      if members.count < MemberNames.few {
        guard !names.isRepeated(name, key: key, behind: members) else {
          throw JSONError(.duplicateMember(name), offset: nameOffset)
        }
      } else {
        lateNames.append(nameOffset)
      }
      try colon(bytes)
      let value = try value(bytes, expected: .value)
      if members.isEmpty { members.reserveCapacity(8) }
      members.append(JSONObject.Member(name: name, value: value))
      skipWhiteSpace(bytes)
      comma = position
      guard try isCommaNotEnd(UInt8(ascii: "}"), bytes, expected: .commaOrBrace) else { break }
      skipWhiteSpace(bytes)
      expected = .memberName
    }
    if members.count > MemberNames.few { try checkLateNames(of: members) }
    close()
    return JSONObject(members)
  }

  /// Steps behind the colon that comes next and the white space around it.
  @inline(__always)
  private mutating func colon(_ bytes: Span<UInt8>) throws(JSONError) {
    skipWhiteSpace(bytes)
    guard position < bytes.count else { throw JSONError(.unexpectedEnd(expected: .colon), offset: position) }
    guard bytes[position] == UInt8(ascii: ":") else {
      throw JSONError(.unexpected(bytes[position], expected: .colon), offset: position)
    }
    position &+= 1
    skipWhiteSpace(bytes)
  }

  /// Looks for a name that the innermost object, which has all its members, has twice, and forgets where they are.
  private mutating func checkLateNames(of members: [JSONObject.Member]) throws(JSONError) {
    let first = lateNames.count &- (members.count &- MemberNames.few)
    if let index = MemberNames.firstRepeated(in: members) {
      // Not one of the first few, as those were looked for when they came.
      throw JSONError(.duplicateMember(members[index].name), offset: lateNames[first &+ index &- MemberNames.few])
    }
    lateNames.removeSubrange(first...)
  }

  /// Counts the array or object whose bracket is at the position, and steps behind the bracket.
  private mutating func open() throws(JSONError) {
    guard depth < limits.depth else { throw JSONError(.tooDeep(limit: limits.depth), offset: position) }
    depth &+= 1
    position &+= 1
  }

  /// Steps behind the bracket at the position, which ends an array or object.
  private mutating func close() {
    depth &-= 1
    position &+= 1
  }

  /// Steps behind the comma at the position and answers true, or answers false if there is the bracket that ends.
  private mutating func isCommaNotEnd(
    _ end: UInt8, _ bytes: Span<UInt8>, expected: JSONError.Expectation
  ) throws(JSONError) -> Bool {
    guard position < bytes.count else { throw JSONError(.unexpectedEnd(expected: expected), offset: position) }
    switch bytes[position] {
    case UInt8(ascii: ","):
      position &+= 1
      return true
    case end: return false
    case let byte: throw JSONError(.unexpected(byte, expected: expected), offset: position)
    }
  }

  /// `value` if behind the letter at the position stand the letters `rest` and then no further letter or digit.
  private mutating func word<let count: Int>(
    _ rest: InlineArray<count, UInt8>, _ value: JSONValue, _ bytes: Span<UInt8>
  ) throws(JSONError) -> JSONValue {
    let end = position &+ 1 &+ count
    guard end <= bytes.count else { throw JSONError(.unknownWord, offset: position) }
    for index in rest.indices where bytes[position &+ 1 &+ index] != rest[index] {
      throw JSONError(.unknownWord, offset: position)
    }
    if end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        throw JSONError(.unknownWord, offset: position)
      default: break
      }
    }
    position = end
    return value
  }

  /// Steps to the next byte that is not white space (RFC 8259, section 2: space, tab, line feed, carriage return).
  private mutating func skipWhiteSpace(_ bytes: Span<UInt8>) {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position &+= 1
    }
  }
}
