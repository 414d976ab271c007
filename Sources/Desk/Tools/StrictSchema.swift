// Schemas of OpenAI's strict mode: an object requires all of its properties and has no others; what is optional may be null.

internal import JSON

/// Schemas for strict function calling.
enum StrictSchema {
  /// A strict schema that takes what a schema takes, with null for what is left out.
  static func schema(_ schema: JSONObject) -> JSONValue {
    guard let properties = schema["properties"]?.objectValue else { return .object(schema) }
    let required = schema["required"]?.arrayValue ?? []
    var strict = JSONObject()
    for member in properties.members {
      var property = self.schema(member.value.objectValue ?? JSONObject())
      if !required.contains(.string(member.name)) { property = nullable(property) }
      strict.append(member.name, property)
    }
    var result = JSONObject()
    for member in schema.members where !["properties", "required", "additionalProperties"].contains(member.name) {
      result.append(member.name, member.value)
    }
    result.append("properties", .object(strict))
    result.append("required", .array(properties.members.map { .string($0.name) }))
    result.append("additionalProperties", .bool(false))
    return .object(result)
  }

  private static func nullable(_ schema: JSONValue) -> JSONValue {
    guard let object = schema.objectValue else { return schema }
    var result = JSONObject()
    for member in object.members {
      let isType = member.name == "type"
      result.append(member.name, isType ? .array([member.value, .string("null")]) : member.value)
    }
    return .object(result)
  }
}
