// E-mail addresses as people say and spell them.

/// Comparing e-mail addresses.
package enum EmailAddress {
  /// The form in which two addresses are the same exactly if they are compared as equal (contract, section 3, "Who is
  /// calling"): in lower case, with `ae oe ue ss` for `ä ö ü ß`, nothing else.
  package static func comparable(_ text: String) -> String {
    let lowercase = text.lowercased()
    guard !lowercase.utf8.allSatisfy({ $0 < 0x80 }) else { return lowercase }
    var comparable = String.UnicodeScalarView()
    // Letters come parted from their marks, however they were sent.
    for scalar in Decomposition.scalars(of: lowercase) {
      switch scalar {
      case "ß": comparable.append(contentsOf: "ss".unicodeScalars)
      case "\u{308}" where comparable.last.map { $0 == "a" || $0 == "o" || $0 == "u" } ?? false: comparable.append("e")
      default: comparable.append(scalar)
      }
    }
    return String(comparable)
  }
}
