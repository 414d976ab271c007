// Names that no business may have, because the address behind the program means something else by them.

/// Names that addresses keep for themselves (contract, section 9).
package enum ReservedNames {
  /// The doors for language models.
  package static var doors: [String] { ["mcp", "vapi", "retell"] }

  /// Whether no business may have this name: it is a door's, an action's or the counter's.
  package static func contain(_ name: String) -> Bool {
    name == "counter" || doors.contains(name) || ActionTable.rows.contains { $0.name == name }
  }
}
