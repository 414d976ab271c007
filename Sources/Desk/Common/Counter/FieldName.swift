// What the webhook calls the fields of booker and participant: `booker.phone`.

/// Names of fields.
enum FieldName {
  /// `booker` or `participant` before a field's name; nil where neither stands there.
  static func person(_ field: String) -> String? {
    ["booker", "participant"].first { field.hasPrefix($0 + ".") }
  }

  /// The field without the person: `phone` for `booker.phone`.
  static func own(_ field: String) -> String {
    field.firstIndex(of: ".").map { String(field[field.index(after: $0)...]) } ?? field
  }
}
