// The API as an OpenAPI 3.1 document: one operation an action, from the table of the actions. ReplySchemas.swift has what is
// answered.

internal import ActionTable
internal import JSON

/// An OpenAPI document.
struct OpenAPIDocument {
  /// The fields of persons; nil where they may have any.
  let people: AskedFields?
  /// The address of the endpoint.
  let url: String
  /// Whether requests must show a token.
  let needsToken: Bool

  /// The document.
  var value: JSONValue {
    let token = JSONValue.members([("type", .string("http")), ("scheme", .string("bearer"))])
    return .members([
      ("openapi", .string("3.1.0")),
      (
        "info",
        .members([
          ("title", .string("VoiceBot Integration")), ("version", .string("1.0.14")),
          ("description", .string(ActionTable.instructions)),
        ])
      ),
      ("servers", .array([.members([("url", .string(url))])])),
      ("security", needsToken ? .array([.members([("token", .array([]))])]) : nil),
      ("paths", .members(ActionTable.rows.map { ("/" + $0.name, path($0)) })),
      (
        "components",
        .members([
          ("securitySchemes", needsToken ? .members([("token", token)]) : nil), ("schemas", ReplySchemas.all),
        ])
      ),
    ])
  }

  private func path(_ row: ActionRow) -> JSONValue {
    .members([
      (
        "post",
        .members([
          ("operationId", .string(row.name)), ("summary", .string(row.name)), ("description", .string(row.sentence)),
          (
            "requestBody",
            .members([("required", .bool(true)), ("content", content("application/json", body(row)))])
          ),
          (
            "responses",
            .members([
              (
                "200",
                .members([
                  ("description", .string("What was asked for.")),
                  ("content", content("application/json", ReplySchemas.reply(to: row.name))),
                ])
              ),
              (
                "default",
                .members([
                  ("description", .string("What is wrong, and what to do next.")),
                  ("content", content("application/problem+json", ReplySchemas.reference("Problem"))),
                ])
              ),
            ])
          ),
        ])
      )
    ])
  }

  private func content(_ type: String, _ schema: JSONValue) -> JSONValue {
    .members([(type, .members([("schema", schema)]))])
  }

  /// What a request's body is. Members that are not named are ignored.
  private func body(_ row: ActionRow) -> JSONValue {
    var required: [JSONValue] = []
    var either: [JSONValue] = []
    for parameter in row.parameters {
      switch parameter.need {
      case .required: required.append(.string(parameter.name))
      case .requiredUnless(let other):
        either = [parameter.name, other].map { .members([("required", .array([.string($0)]))]) }
      case .optional: break
      }
    }
    return .members([
      ("type", .string("object")),
      ("properties", .members(row.parameters.map { ($0.name, schema($0)) })),
      ("required", required.isEmpty ? nil : .array(required)),
      ("anyOf", either.isEmpty ? nil : .array(either)),
    ])
  }

  /// What a member is. Where it is a person of no business in particular, there may be any fields, some of them in parts.
  private func schema(_ parameter: ActionParameter) -> JSONValue {
    let schema = parameter.schema(people ?? .common)
    guard case .person = parameter.kind, people == nil else { return .object(schema) }
    let fields = (schema["properties"]?.objectValue?.members ?? []).map { field in
      (field.name, field.name == "address" ? ReplySchemas.reference("Attribute") : field.value)
    }
    return .members([
      ("type", schema["type"]), ("description", schema["description"]), ("properties", .members(fields)),
      ("additionalProperties", ReplySchemas.reference("Attribute")),
    ])
  }
}
