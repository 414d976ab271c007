// The ways into the parser. The parser itself is JSONParser.swift.

/// What the parser takes beyond RFC 8259.
package enum JSONLeniency: Sendable {
  /// Nothing.
  case none
  /// What callers' systems send (contract, section 1): a byte order mark at the beginning is skipped, and an escape that
  /// is one half of a surrogate pair without the other reads as U+FFFD.
  case callers
}

extension JSONValue {
  /// The value of a whole JSON document (RFC 8259): one value with white space around it, in UTF-8.
  ///
  /// Strict but for what `leniency` allows: a byte order mark, invalid UTF-8, a lone surrogate, a name that an object has twice (bytes compared after
  /// the escapes are resolved), anything behind the value and any other departure from the grammar are errors. The
  /// first one is thrown, except that a repeated name behind an object's sixteenth is noticed where the object ends.
  ///
  /// Takes time in proportion to the number of bytes (times a logarithm where an object has more than sixteen members)
  /// and memory of at most some sixty times as many.
  package init(
    parsing bytes: Span<UInt8>, limits: JSONLimits = JSONLimits(), leniency: JSONLeniency = .none
  ) throws(JSONError) {
    var parser = JSONParser(limits: limits, leniency: leniency)
    self = try parser.document(bytes)
  }

  /// The value of a whole JSON document, as from a span.
  package init(
    parsing bytes: [UInt8], limits: JSONLimits = JSONLimits(), leniency: JSONLeniency = .none
  ) throws(JSONError) {
    try self.init(parsing: bytes.span, limits: limits, leniency: leniency)
  }

  /// The value of a whole JSON document, as from a span; the offset of an error counts from the slice's beginning.
  package init(parsing bytes: ArraySlice<UInt8>, limits: JSONLimits = JSONLimits()) throws(JSONError) {
    try self.init(parsing: bytes.span, limits: limits)
  }
}
