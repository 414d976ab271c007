// Schemas for platforms that take few words of JSON Schema and refuse the others: type, description, properties, required.

internal import JSON

/// Schemas of few words.
enum PlainSchema {
  private static let words = ["type", "description", "properties", "required"]

  /// A schema with these words alone; some of its properties may be left out.
  static func schema(_ schema: JSONObject, without names: [String] = []) -> JSONValue {
    var plain = JSONObject()
    for member in schema.members where words.contains(member.name) {
      guard member.name == "properties", let properties = member.value.objectValue else {
        plain.append(member.name, member.value)
        continue
      }
      var kept = JSONObject()
      for property in properties.members where !names.contains(property.name) {
        kept.append(property.name, self.schema(property.value.objectValue ?? JSONObject()))
      }
      plain.append(member.name, .object(kept))
    }
    return .object(plain)
  }
}
