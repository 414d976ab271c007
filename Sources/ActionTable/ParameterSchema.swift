// What an action takes, as JSON Schema (2020-12): for tool lists and whatever is made from them.

package import JSON

extension ActionRow {
  /// The schema of a model's arguments: an object without other members. Optional parameters have one type and are not
  /// required.
  package func schema(_ people: AskedFields) -> JSONObject {
    let parameters = modelParameters
    var properties = JSONObject()
    for parameter in parameters { properties.append(parameter.name, .object(parameter.schema(people))) }
    let required = parameters.filter { $0.need != .optional }.map { JSONValue.string($0.name) }
    var schema = JSONObject()
    schema.append("type", .string("object"))
    schema.append("properties", .object(properties))
    if !required.isEmpty { schema.append("required", .array(required)) }
    schema.append("additionalProperties", .bool(false))
    return schema
  }
}

extension ActionParameter {
  /// The schema of its values.
  package func schema(_ people: AskedFields) -> JSONObject {
    var schema = JSONObject()
    switch kind {
    case .id, .text, .dateTime:
      schema.append("type", .string("string"))
      schema.append("description", .string(sentence))
    case .integer(let least, let greatest):
      schema.append("type", .string("integer"))
      schema.append("description", .string(sentence))
      schema.append("minimum", .number(JSONNumber(least)))
      if let greatest { schema.append("maximum", .number(JSONNumber(greatest))) }
    case .person(let role):
      schema.append("type", .string("object"))
      schema.append("description", .string(sentence))
      var properties = JSONObject()
      properties.append(
        "id", .object(ActionParameter.text("The person's id from findExistingUser, if they were found.")))
      for field in people.fields(of: role) {
        properties.append(field.name, .object(ActionParameter.text(field.sentence)))
      }
      schema.append("properties", .object(properties))
      schema.append("additionalProperties", .bool(false))
    }
    return schema
  }

  private static func text(_ description: String) -> JSONObject {
    var schema = JSONObject()
    schema.append("type", .string("string"))
    schema.append("description", .string(description))
    return schema
  }
}
