// Replies of the door `mcp`: results and errors of JSON-RPC 2.0, in the form of the request's era.

internal import JSON
internal import Webhook

/// Writing replies.
enum MCPReply {
  /// What a notification or a response is answered with.
  static var accepted: Reply { Reply(status: 202, body: [], contentType: "") }

  /// A result; `isCacheable` where the modern era wants to know for how long it may be kept, and by whom.
  static func result(
    to request: MCPRequest, cache: Cache? = nil, _ members: (inout JSONWriter) -> Void
  ) -> Reply {
    var json = JSONWriter(capacity: 1024)
    json.beginObject()
    json.member("jsonrpc", "2.0")
    json.key("id")
    json.value(request.id)
    json.key("result")
    json.beginObject()
    if request.isModern { json.member("resultType", "complete") }
    members(&json)
    if request.isModern {
      if let cache {
        json.key("ttlMs")
        json.integer(cache.milliseconds)
        json.member("cacheScope", cache.scope)
      }
      json.key("_meta")
      json.beginObject()
      json.key("io.modelcontextprotocol/serverInfo")
      server(&json)
      json.endObject()
    }
    json.endObject()
    json.endObject()
    return Reply(ok: json.bytes)
  }

  /// How long a client may keep a result.
  struct Cache {
    let milliseconds: Int
    /// `public`, or `private` to those with the same token.
    let scope: String

    /// An hour: it changes with the program.
    static let program = Cache(milliseconds: 3_600_000, scope: "public")
    /// Five minutes: it changes with the business's file.
    static let business = Cache(milliseconds: 300_000, scope: "private")
  }

  /// An error; without a request it has no id. In the legacy era clients look only at bodies with status 200, but for
  /// messages that cannot be read at all.
  static func error(_ error: MCPError, to request: MCPRequest?, isRefusal: Bool) -> Reply {
    var json = JSONWriter()
    json.beginObject()
    json.member("jsonrpc", "2.0")
    if let request {
      json.key("id")
      json.value(request.id)
    }
    json.key("error")
    json.beginObject()
    json.key("code")
    json.integer(error.code)
    json.member("message", error.message)
    if let data = error.data {
      json.key("data")
      json.value(data)
    }
    json.endObject()
    json.endObject()
    let isModern = request?.isModern ?? false
    return Reply(
      status: isModern || isRefusal ? error.status : 200, body: json.bytes, contentType: "application/json")
  }

  /// Writes what this server is called, and the version of the API that it speaks.
  static func server(_ json: inout JSONWriter) {
    json.beginObject()
    json.member("name", "voicebot")
    json.member("version", "1.0.14")
    json.endObject()
  }
}

extension JSONWriter {
  /// Writes a member with a text.
  mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }
}
