// An action as a tool of the Model Context Protocol.

package import JSON

extension ActionRow {
  /// The action as a tool of the protocol.
  package func tool(_ people: AskedFields) -> JSONObject {
    var annotations = JSONObject()
    annotations.append("readOnlyHint", .bool(effect == .reads))
    annotations.append("destructiveHint", .bool(effect == .cancels))
    annotations.append("idempotentHint", .bool(true))
    annotations.append("openWorldHint", .bool(false))
    var tool = JSONObject()
    tool.append("name", .string(name))
    tool.append("description", .string(sentence))
    tool.append("inputSchema", .object(schema(people)))
    tool.append("annotations", .object(annotations))
    return tool
  }
}
