// How much a document may ask of the parser. What happens beyond is an error like any other: see JSONError.swift.

/// The greatest document the parser takes.
package struct JSONLimits: Equatable, Sendable {
  /// How many arrays and objects may be open at once: 1 allows `[]` and refuses `[[]]`, 0 allows neither.
  package let depth: Int

  /// How many bytes the document may have, white space included.
  package let bytes: Int

  /// Deeper documents than this are refused whatever `depth` was asked for, because the parser, comparing, writing and
  /// freeing a value all go down as deep as the value does, on a stack that has an end.
  package static let greatestDepth = 512

  /// These limits; a `depth` above `greatestDepth` counts as that, and a negative limit as 0.
  ///
  /// The defaults are for a request: 64 levels, 64 KiB (contract, section 1).
  package init(depth: Int = 64, bytes: Int = 65_536) {
    self.depth = max(0, min(depth, Self.greatestDepth))
    self.bytes = max(0, bytes)
  }
}
