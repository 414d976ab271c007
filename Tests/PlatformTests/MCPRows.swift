// The rows of MCPTableTests.swift.

import Foundation

extension MCPRow {
  static let meta =
    #"{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}"#
  private static let server = #""_meta":{"io.modelcontextprotocol/serverInfo":{"name":"voicebot","version":"1.0.14"}}"#

  /// The header fields of a request of the modern era.
  static func headers(_ method: String, _ name: String? = nil, version: String = "2026-07-28") -> [String: String] {
    var headers = ["HTTP_MCP_PROTOCOL_VERSION": version, "HTTP_MCP_METHOD": method]
    headers["HTTP_MCP_NAME"] = name
    return headers
  }

  private static func error(_ code: Int, id: String? = "1") -> String {
    let id = id.map { #""id":\#($0),"# } ?? ""
    return #"{"jsonrpc":"2.0",\#(id)"error":{"code":\#(code),"message":"…"}}"#
  }

  private static func request(_ method: String, _ parameters: String? = nil, id: String = "1") -> String {
    #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)"\#(parameters.map { #","params":\#($0)"# } ?? "")}"#
  }

  private static func modern(_ method: String, _ members: String = "") -> String {
    request(method, #"{\#(members.isEmpty ? "" : members + ",")"_meta":\#(meta)}"#)
  }

  private static func initialized(_ version: String) -> String {
    #"""
    {"jsonrpc":"2.0","id":1,"result":{"protocolVersion":"\#(version)","capabilities":{"tools":{}},
    "serverInfo":{"name":"voicebot","version":"1.0.14"},"instructions":"…"}}
    """#
  }

  private static let tools = #"[{"name":"getBusinessName",…},{"name":"getAppointmentTypesWithProducts",…},…]"#
  private static let agents = #"{"name":"getAgents","arguments":{"appointmentTypeId":"course"}}"#
  private static let agentsText = #"[{\"id\":\"gleichgewicht.clara\",\"agentId\":\"gleichgewicht.clara\",…"#

  static let legacy: [MCPRow] =
    ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"].map { version in
      MCPRow(
        "initialize \(version)", request("initialize", #"{"protocolVersion":"\#(version)","capabilities":{}}"#), 200,
        initialized(version))
    } + [
      MCPRow(
        "initialize a version of the future", request("initialize", #"{"protocolVersion":"2031-01-01"}"#), 200,
        initialized("2025-11-25")),
      MCPRow("initialize without a version", request("initialize"), 200, initialized("2025-11-25")),
      MCPRow(
        "initialize the modern version", request("initialize", #"{"protocolVersion":"2026-07-28"}"#), 200,
        initialized("2025-11-25")),
      MCPRow(
        "initialize with a header of nonsense", ["HTTP_MCP_PROTOCOL_VERSION": "x"],
        request("initialize", #"{"protocolVersion":"2025-06-18"}"#), 200, initialized("2025-06-18")),
      MCPRow("initialized", #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#, 202, ""),
      MCPRow("cancelled", #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#, 202, ""),
      MCPRow("a response", #"{"jsonrpc":"2.0","id":1,"result":{}}"#, 202, ""),
      MCPRow("an error", #"{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"no"}}"#, 202, ""),
      MCPRow("ping", request("ping"), 200, #"{"jsonrpc":"2.0","id":1,"result":{}}"#),
      MCPRow("tools/list", request("tools/list"), 200, #"{"jsonrpc":"2.0","id":1,"result":{"tools":\#(tools)}}"#),
      MCPRow(
        "tools/list with parameters", ["HTTP_MCP_PROTOCOL_VERSION": "2025-03-26"],
        request("tools/list", #"{"cursor":null}"#), 200, #"{"jsonrpc":"2.0","id":1,"result":{"tools":\#(tools)}}"#),
      MCPRow("tools/list of another page", request("tools/list", #"{"cursor":"2"}"#), 200, error(-32602)),
      MCPRow(
        "tools/call", request("tools/call", agents), 200,
        #"{"jsonrpc":"2.0","id":1,"result":{"content":[{"type":"text","text":"\#(agentsText)"}],"isError":false}}"#),
      MCPRow(
        "tools/call that fails", request("tools/call", #"{"name":"getAgents"}"#), 200,
        #"""
        {"jsonrpc":"2.0","id":1,"result":{"content":[{"type":"text","text":"…\"code\":\"invalid_request\",…"}],
        "isError":true}}
        """#),
      MCPRow(
        "tools/call without a limit",
        request(
          "tools/call",
          #"{"name":"getSlots","arguments":{"appointmentTypeId":"massage","productId":"massage-30","limit":null}}"#),
        200,
        #"{"jsonrpc":"2.0","id":1,"result":{"content":[{"type":"text","text":"…"}],"isError":false}}"#),
      MCPRow(
        "tools/call of an empty day",
        request(
          "tools/call",
          #"{"name":"getSlots","arguments":{"appointmentTypeId":"massage","productId":"massage-30","dateTime":"2023-09-16"}}"#
        ),
        200,
        #"""
        {"jsonrpc":"2.0","id":1,"result":{"content":[{"type":"text","text":"[]"},
        {"type":"text","text":"…in the past: today is monday, 2026-09-14. …"}],"isError":false}}
        """#),
      MCPRow(
        "tools/call with a blank for nothing", request("tools/call", #"{"name":"getBusinessName","arguments":""}"#),
        200,
        #"{"jsonrpc":"2.0","id":1,"result":{"content":[…],"isError":false}}"#),
      MCPRow(
        "tools/call of a tool that is not listed", request("tools/call", #"{"name":"getAppointmentTypes"}"#), 200,
        #"{"jsonrpc":"2.0","id":1,"result":{"content":[…],"isError":false}}"#),
      MCPRow("tools/call of no tool", request("tools/call", #"{"name":"getWeather"}"#), 200, error(-32602)),
      MCPRow("tools/call without a name", request("tools/call"), 200, error(-32602)),
      MCPRow(
        "tools/call with a list", request("tools/call", #"{"name":"getBusinessName","arguments":[]}"#), 200,
        error(-32602)),
      MCPRow("a method that is not there", request("resources/list"), 200, error(-32601)),
      MCPRow("server/discover", request("server/discover"), 200, error(-32601)),
      MCPRow(
        "a version of the future", ["HTTP_MCP_PROTOCOL_VERSION": "2031-01-01"], request("tools/list"), 400,
        #"{"jsonrpc":"2.0","id":1,"error":{"code":-32022,"message":"…","data":{"supported":[…],"requested":"2031-01-01"}}}"#
      ),
      MCPRow(
        "the own origin", ["HTTP_ORIGIN": "https://Bots.example:8443"], request("ping"), 200,
        #"{"jsonrpc":"2.0","id":1,"result":{}}"#),
      MCPRow(
        "the own origin, its port left out", ["HTTP_ORIGIN": "https://bots.example", "HTTP_HOST": "bots.example:443"],
        request("ping"), 200, #"{"jsonrpc":"2.0","id":1,"result":{}}"#),
      MCPRow(
        "what is accepted does not matter", ["HTTP_ACCEPT": "text/plain"], request("ping"), 200,
        #"{"jsonrpc":"2.0","id":1,"result":{}}"#),
    ]

  static let modern: [MCPRow] = [
    MCPRow(
      "discover", headers("server/discover"), modern("server/discover"), 200,
      #"""
      {"jsonrpc":"2.0","id":1,"result":{"resultType":"complete",
      "supportedVersions":["2024-11-05","2025-03-26","2025-06-18","2025-11-25","2026-07-28"],
      "capabilities":{"tools":{}},"instructions":"…","ttlMs":3600000,"cacheScope":"public",\#(server)}}
      """#),
    MCPRow(
      "modern tools/list", headers("tools/list"), modern("tools/list"), 200,
      #"""
      {"jsonrpc":"2.0","id":1,"result":{"resultType":"complete","tools":\#(tools),"ttlMs":300000,"cacheScope":"private",
      \#(server)}}
      """#),
    MCPRow(
      "modern tools/call", headers("tools/call", "getAgents"),
      modern("tools/call", #""name":"getAgents","arguments":{"appointmentTypeId":"course"}"#), 200,
      #"""
      {"jsonrpc":"2.0","id":1,"result":{"resultType":"complete","content":[{"type":"text","text":"\#(agentsText)"}],
      "isError":false,\#(server)}}
      """#),
    MCPRow(
      "a name in base64", headers("tools/call", "=?base64?Z2V0QWdlbnRz?="),
      modern("tools/call", #""name":"getAgents""#),
      200, #"{"jsonrpc":"2.0","id":1,"result":{"resultType":"complete","content":[…],"isError":true,…}}"#),
    MCPRow(
      "modern tools/call of no tool", headers("tools/call", "getWeather"),
      modern("tools/call", #""name":"getWeather""#),
      400, error(-32602)),
    MCPRow("modern ping", headers("ping"), modern("ping"), 404, error(-32601)),
    MCPRow("modern initialize", headers("initialize"), modern("initialize"), 404, error(-32601)),
    MCPRow("modern unknown method", headers("prompts/list"), modern("prompts/list"), 404, error(-32601)),
    MCPRow(
      "modern notification", headers("notifications/cancelled"),
      #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"_meta":\#(meta)}}"#, 202, ""),
    MCPRow("no version in the body", headers("tools/list"), request("tools/list"), 400, error(-32602)),
    MCPRow(
      "no capabilities", headers("tools/list"),
      request("tools/list", #"{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}"#), 400, error(-32602)),
    MCPRow("no version in the header", ["HTTP_MCP_METHOD": "tools/list"], modern("tools/list"), 400, error(-32020)),
    MCPRow(
      "another version in the header", headers("tools/list", version: "2025-11-25"), modern("tools/list"), 400,
      error(-32020)),
    MCPRow("another method in the header", headers("tools/call"), modern("tools/list"), 400, error(-32020)),
    MCPRow(
      "no method in the header", ["HTTP_MCP_PROTOCOL_VERSION": "2026-07-28"], modern("tools/list"), 400, error(-32020)),
    MCPRow(
      "another name in the header", headers("tools/call", "getSlots"), modern("tools/call", #""name":"getAgents""#),
      400,
      error(-32020)),
    MCPRow(
      "no name in the header", headers("tools/call"), modern("tools/call", #""name":"getAgents""#), 400, error(-32020)),
    MCPRow(
      "a name in broken base64", headers("tools/call", "=?base64?***?="), modern("tools/call", #""name":"getAgents""#),
      400,
      error(-32020)),
    MCPRow(
      "an unknown modern version", headers("tools/list", version: "2031-01-01"),
      request(
        "tools/list",
        #"""
        {"_meta":{"io.modelcontextprotocol/protocolVersion":"2031-01-01","io.modelcontextprotocol/clientCapabilities":{}}}
        """#), 400,
      #"{"jsonrpc":"2.0","id":1,"error":{"code":-32022,"message":"…","data":{"supported":[…],"requested":"2031-01-01"}}}"#
    ),
  ]

  static let hostile: [MCPRow] = [
    MCPRow("nothing", "", 400, error(-32700, id: nil)),
    MCPRow("no JSON", #"{"jsonrpc":"#, 400, error(-32700, id: nil)),
    MCPRow("an array", #"[{"jsonrpc":"2.0","id":1,"method":"ping"}]"#, 400, error(-32600, id: nil)),
    MCPRow("an empty array", "[]", 400, error(-32600, id: nil)),
    MCPRow("a text", #""ping""#, 400, error(-32600, id: nil)),
    MCPRow("an empty object", "{}", 400, error(-32600, id: nil)),
    MCPRow("another JSON-RPC", #"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, 400, error(-32600, id: nil)),
    MCPRow("JSON-RPC as a number", #"{"jsonrpc":2.0,"id":1,"method":"ping"}"#, 400, error(-32600, id: nil)),
    MCPRow("no method", #"{"jsonrpc":"2.0","id":1}"#, 400, error(-32600, id: nil)),
    MCPRow("a method that is no text", #"{"jsonrpc":"2.0","id":1,"method":7}"#, 400, error(-32600, id: nil)),
    MCPRow("an id of null", request("ping", id: "null"), 400, error(-32600, id: nil)),
    MCPRow("an id that is a list", request("ping", id: "[1]"), 400, error(-32600, id: nil)),
    MCPRow("an id that is an object", request("ping", id: "{}"), 400, error(-32600, id: nil)),
    MCPRow("an id that is a truth", request("ping", id: "true"), 400, error(-32600, id: nil)),
    MCPRow("parameters in a list", request("tools/list", "[]"), 400, error(-32600, id: nil)),
    MCPRow("a member twice", #"{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}"#, 400, error(-32700, id: nil)),
    MCPRow(
      "a very deep one", #"{"jsonrpc":"2.0","id":1,"method":"ping","params":"# + String(repeating: "[", count: 1000),
      400,
      error(-32700, id: nil)),
    MCPRow(
      "a request of the plain endpoint", #"{"action":"getBusinessName"}"#, 400,
      #"{"jsonrpc":"2.0","error":{"code":-32600,"message":"…; a request with an `action` goes to the business's address alone"}}"#
    ),
    MCPRow(
      "a message of Vapi", #"{"message":{"type":"tool-calls"}}"#, 400,
      #"{"jsonrpc":"2.0","error":{"code":-32600,"message":"…/vapi"}}"#),
    MCPRow(
      "a call of Retell", #"{"name":"getSlots","args":{}}"#, 400,
      #"{"jsonrpc":"2.0","error":{"code":-32600,"message":"…/retell"}}"#),
    MCPRow(
      "a foreign origin", ["HTTP_ORIGIN": "https://evil.example"], request("ping"), 403,
      #"{"type":"about:blank",…,"code":"foreign_origin"}"#),
    MCPRow(
      "an origin of null", ["HTTP_ORIGIN": "null"], request("ping"), 403,
      #"{"type":"about:blank",…,"code":"foreign_origin"}"#
    ),
    MCPRow(
      "an origin of another port", ["HTTP_ORIGIN": "https://bots.example"], request("ping"), 403,
      #"{"type":"about:blank",…,"code":"foreign_origin"}"#),
    MCPRow(
      "an origin of no host", ["HTTP_ORIGIN": "https://", "HTTP_HOST": ""], request("ping"), 403,
      #"{"type":"about:blank",…,"code":"foreign_origin"}"#),
    MCPRow(
      "an origin, and errors hidden", ["HTTP_ORIGIN": "https://evil.example", "VOICEBOT_ERRORS": "200"],
      request("ping"), 403,
      #"{"type":"about:blank",…,"code":"foreign_origin"}"#),
  ]
}
