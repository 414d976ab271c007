// The forms in which platforms want tools. StrictSchema.swift has the schemas of OpenAI's strict mode, PlainSchema.swift those
// of platforms that know little of JSON Schema.

internal import ActionTable
internal import ArgumentParser
internal import JSON

/// What `--format` takes.
enum ToolFormat: String, ExpressibleByArgument, CaseIterable {
  case mcp
  case openai
  case vapi
  case vapiFunction = "vapi-function"
  case retell
  case elevenlabs
  case telnyx
}

/// Makes the tools of one business.
struct ToolMaker {
  /// What the business asks its callers for.
  let people: AskedFields
  /// The address of its endpoint.
  let url: String
  /// Whether requests must show a token.
  let needsToken: Bool

  /// So many slots a listing has at the plain endpoint, where a platform can say so beside the model.
  private static let limit = JSONValue.number(JSONNumber(6))
  /// Seconds that a platform waits: the program waits 3 s for other writers at most.
  private static let patience = 10

  /// An action in a format.
  func tool(_ row: ActionRow, _ format: ToolFormat) -> JSONObject {
    switch format {
    case .mcp: row.tool(people)
    case .openai: openAI(row)
    case .vapi: vapiRequest(row)
    case .vapiFunction: vapiFunction(row)
    case .retell: retell(row)
    case .elevenlabs: elevenLabs(row)
    case .telnyx: telnyx(row)
    }
  }

  private func openAI(_ row: ActionRow) -> JSONObject {
    object([
      ("type", .string("function")), ("name", .string(row.name)), ("description", .string(row.sentence)),
      ("strict", .bool(true)), ("parameters", StrictSchema.schema(row.schema(people))),
    ])
  }

  private func vapiRequest(_ row: ActionRow) -> JSONObject {
    let limit = object([("key", .string("limit")), ("value", ToolMaker.limit)])
    return object([
      ("type", .string("apiRequest")), ("name", .string(row.name)), ("description", .string(row.sentence)),
      ("method", .string("POST")), ("url", .string("\(url)/\(row.name)")),
      ("timeoutSeconds", .number(JSONNumber(ToolMaker.patience))),
      ("credentialId", needsToken ? .string("CREDENTIAL") : nil),
      ("body", PlainSchema.schema(row.schema(people), without: constants(row))),
      ("parameters", constants(row).isEmpty ? nil : .array([.object(limit)])),
    ])
  }

  private func vapiFunction(_ row: ActionRow) -> JSONObject {
    object([
      ("type", .string("function")),
      (
        "function",
        .object(
          object([
            ("name", .string(row.name)), ("description", .string(row.sentence)),
            ("parameters", PlainSchema.schema(row.schema(people))),
          ]))
      ),
      (
        "server",
        .object(
          object([
            ("url", .string("\(url)/vapi")), ("timeoutSeconds", .number(JSONNumber(ToolMaker.patience))),
            ("credentialId", needsToken ? .string("CREDENTIAL") : nil),
          ]))
      ),
    ])
  }

  private func retell(_ row: ActionRow) -> JSONObject {
    let headers = object([("Authorization", .string("Bearer TOKEN"))])
    return object([
      ("type", .string("custom")), ("name", .string(row.name)), ("description", .string(row.sentence)),
      ("url", .string("\(url)/retell")), ("method", .string("POST")), ("args_at_root", .bool(false)),
      ("headers", needsToken ? .object(headers) : nil),
      ("parameters", PlainSchema.schema(row.schema(people))),
      ("timeout_ms", .number(JSONNumber(ToolMaker.patience * 1000))), ("speak_during_execution", .bool(false)),
      ("speak_after_execution", .bool(true)),
    ])
  }

  private func elevenLabs(_ row: ActionRow) -> JSONObject {
    var body = PlainSchema.schema(row.schema(people)).objectValue ?? JSONObject()
    var properties = JSONObject()
    // The action again, so that no body is empty.
    properties.append("action", constant("string", .string(row.name)))
    for member in body["properties"]?.objectValue?.members ?? [] {
      let isConstant = constants(row).contains(member.name)
      properties.append(member.name, isConstant ? constant("integer", ToolMaker.limit) : member.value)
    }
    body = object([
      ("type", .string("object")), ("properties", .object(properties)),
      ("required", .array([.string("action")] + (body["required"]?.arrayValue ?? []))),
    ])
    let headers = object([("Authorization", .object(object([("secret_id", .string("SECRET"))])))])
    return object([
      ("type", .string("webhook")), ("name", .string(row.name)), ("description", .string(row.sentence)),
      ("response_timeout_secs", .number(JSONNumber(ToolMaker.patience))),
      ("tool_error_handling_mode", .string("passthrough")),
      (
        "api_schema",
        .object(
          object([
            ("url", .string("\(url)/\(row.name)")), ("method", .string("POST")),
            ("request_headers", needsToken ? .object(headers) : nil), ("request_body_schema", .object(body)),
          ]))
      ),
    ])
  }

  private func telnyx(_ row: ActionRow) -> JSONObject {
    let header = object([
      ("name", .string("Authorization")),
      ("value", .string("Bearer {{#integration_secret}}SECRET{{/integration_secret}}")),
    ])
    let preset = object([("limit", constants(row).isEmpty ? nil : ToolMaker.limit)])
    return object([
      ("type", .string("webhook")), ("timeout_ms", .number(JSONNumber(ToolMaker.patience * 1000))),
      (
        "webhook",
        .object(
          object([
            ("name", .string(row.name)), ("description", .string(row.sentence)),
            ("url", .string("\(url)/\(row.name)")), ("method", .string("POST")),
            ("headers", needsToken ? .array([.object(header)]) : nil),
            ("body_parameters", PlainSchema.schema(row.schema(people), without: constants(row))),
            ("preset_body_fields", preset.members.isEmpty ? nil : .object(preset)),
          ]))
      ),
    ])
  }

  /// The parameters whose value the definition says itself, so that the model need not.
  private func constants(_ row: ActionRow) -> [String] {
    row.parameters.map(\.name).filter { $0 == "limit" }
  }

  private func constant(_ type: String, _ value: JSONValue) -> JSONValue {
    .object(object([("type", .string(type)), ("constant_value", value)]))
  }

  private func object(_ members: [(name: String, value: JSONValue?)]) -> JSONObject {
    JSONValue.members(members).objectValue ?? JSONObject()
  }
}
