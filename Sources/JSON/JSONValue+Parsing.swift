// The ways into the parser. The parser itself is JSONParser.swift.

extension JSONValue {
  /// The value of a whole JSON document (RFC 8259): one value with white space around it, in UTF-8.
  ///
  /// Strict: a byte order mark, invalid UTF-8, a lone surrogate, a name that an object has twice (bytes compared after
  /// the escapes are resolved), anything behind the value and any other departure from the grammar are errors. The
  /// first one is thrown, except that a repeated name behind an object's sixteenth is noticed where the object ends.
  ///
  /// Takes time in proportion to the number of bytes (times a logarithm where an object has more than sixteen members)
  /// and memory of at most some sixty times as many.
  package init(parsing bytes: Span<UInt8>, limits: JSONLimits = JSONLimits()) throws(JSONError) {
    var parser = JSONParser(limits: limits)
    self = try parser.document(bytes)
  }

  /// The value of a whole JSON document, as from a span.
  package init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
    try self.init(parsing: bytes.span, limits: limits)
  }

  /// The value of a whole JSON document, as from a span; the offset of an error counts from the slice's beginning.
  package init(parsing bytes: ArraySlice<UInt8>, limits: JSONLimits = JSONLimits()) throws(JSONError) {
    try self.init(parsing: bytes.span, limits: limits)
  }
}
