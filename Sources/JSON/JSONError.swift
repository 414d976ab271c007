// Why bytes are not a JSON document that the parser takes: the facts. How they are told to people is in
// JSONError+Sentence.swift; which HTTP status they become is not decided here.

/// Why bytes were refused, and where.
package struct JSONError: Error, Equatable, Sendable {
  /// What is wrong.
  package let reason: Reason

  /// The place of it: how many bytes of the document stand before it, so 0 is its first byte, and the document's
  /// length its end.
  package let offset: Int

  /// The error of this reason and place.
  package init(_ reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// What is wrong. Bytes are those found at the error's offset.
  package enum Reason: Equatable, Sendable {
    /// The document has more bytes than `JSONLimits.bytes`, given here; the offset is that limit.
    case tooManyBytes(limit: Int)
    /// Here an array or object opens below as many others as `JSONLimits.depth`, given here, allows.
    case tooDeep(limit: Int)
    /// The document begins with a byte order mark, which RFC 8259, section 8.1, forbids to send; only a strict parser
    /// minds.
    case byteOrderMark
    /// There is nothing but white space.
    case empty
    /// The document ends where something else was expected.
    case unexpectedEnd(expected: Expectation)
    /// Another byte than what was expected.
    case unexpected(UInt8, expected: Expectation)
    /// A byte other than white space behind the end of the value.
    case contentAfterValue(UInt8)
    /// Something that begins like `true`, `false` or `null`, or with any letter, but is none of them. The offset is
    /// that of its first letter.
    case unknownWord
    /// A comma (at the offset) with nothing behind it but the `]` or `}`.
    case trailingComma
    /// The zero at the offset is followed by another digit.
    case leadingZero
    /// A string holds a byte below 0x20, which has to be escaped.
    case controlCharacter(UInt8)
    /// A string holds bytes that are not UTF-8 (RFC 3629): the offset is that of the first byte of the sequence that is
    /// overlong, cut, stands for a surrogate or for more than U+10FFFF, or has no beginning.
    case invalidUTF8
    /// A backslash (at the offset) is followed by none of `"\/bfnrtu`.
    case unknownEscape
    /// A `\u` (the backslash is at the offset) is not followed by four hexadecimal digits.
    case malformedUnicodeEscape
    /// A `\u` (the backslash is at the offset) stands for one half of a surrogate pair and the other half is not there;
    /// only a strict parser minds.
    case loneSurrogate(UInt16)
    /// An object has this name (whose quotation mark is at the offset) twice, escapes resolved.
    case duplicateMember(String)
  }

  /// What could have stood where something else was found.
  package enum Expectation: Equatable, Sendable {
    /// Any value.
    case value
    /// A value or the `]` of an empty array.
    case valueOrBracket
    /// A member's name in quotation marks.
    case memberName
    /// A member's name or the `}` of an empty object.
    case memberNameOrBrace
    /// The colon between a member's name and its value.
    case colon
    /// A comma or the `]` of the array.
    case commaOrBracket
    /// A comma or the `}` of the object.
    case commaOrBrace
    /// A digit of a number.
    case digit
    /// The quotation mark at the end of a string.
    case closingQuote
  }
}
