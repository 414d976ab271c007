// One message of the Model Context Protocol (JSON-RPC 2.0), and which era of the protocol it belongs to.

internal import JSON
internal import Webhook

/// What is wrong with a message, as JSON-RPC and the protocol number it.
struct MCPError: Error {
  /// The number.
  let code: Int
  /// A sentence.
  let message: String
  /// The HTTP status; in the legacy era only where it is not 200 there.
  let status: Int
  /// What the protocol wants beside it.
  var data: JSONValue?

  static func parse(_ sentence: String) -> MCPError { MCPError(code: -32700, message: sentence, status: 400) }
  static func invalidRequest(_ sentence: String) -> MCPError { MCPError(code: -32600, message: sentence, status: 400) }
  static func unknownMethod(_ name: String) -> MCPError {
    MCPError(code: -32601, message: "There is no method \(name)", status: 404)
  }
  static func invalidParameters(_ sentence: String) -> MCPError {
    MCPError(code: -32602, message: sentence, status: 400)
  }
  static func headerMismatch(_ sentence: String) -> MCPError { MCPError(code: -32020, message: sentence, status: 400) }
}

/// The versions of the protocol.
enum MCPVersion {
  /// The version without sessions and handshake.
  static let modern = "2026-07-28"
  /// What a client is answered that asks for a version that is not known.
  static let newestLegacy = "2025-11-25"
  /// Those that begin with `initialize`.
  static var legacy: [String] { ["2024-11-05", "2025-03-26", "2025-06-18", newestLegacy] }
  /// All of them.
  static var all: [String] { legacy + [modern] }
}

/// A request that wants an answer.
struct MCPRequest {
  /// Its id, a string or a number, as it came.
  let id: JSONValue
  let method: String
  let parameters: JSONObject
  /// Whether it is of the era without sessions.
  let isModern: Bool
}

/// A message as far as it can be told what it is.
enum MCPMessage {
  /// A request.
  case request(MCPRequest)
  /// A notification or a response: nothing is answered.
  case notice
  /// No message.
  case refused(MCPError)

  /// Reads a body.
  init(_ body: [UInt8], _ headers: MCPHeaders) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: body, leniency: .callers)
    } catch {
      self = .refused(.parse(error.sentence))
      return
    }
    guard case .object(let message) = value else {
      self = .refused(.invalidRequest("Send one message, which is an object: there are no batches."))
      return
    }
    guard message["jsonrpc"]?.stringValue == "2.0" else {
      let hint = message["jsonrpc"] == nil ? message.rightDoor ?? "" : ""
      self = .refused(.invalidRequest("The member jsonrpc must be \"2.0\"" + hint))
      return
    }
    self = MCPMessage.read(message, headers)
  }

  private static func read(_ message: JSONObject, _ headers: MCPHeaders) -> MCPMessage {
    guard let method = message["method"] else {
      let isResponse = message["result"] != nil || message["error"] != nil
      return isResponse ? .notice : .refused(.invalidRequest("The member method is missing."))
    }
    guard case .string(let method) = method else {
      return .refused(.invalidRequest("The member method must be a string."))
    }
    guard let id = message["id"] else { return .notice }
    switch id {
    case .string, .number: break
    default: return .refused(.invalidRequest("The member id must be a string or a number."))
    }
    var parameters = JSONObject()
    switch message["params"] {
    case nil, .null?: break
    case .object(let object)?: parameters = object
    default: return .refused(.invalidRequest("The member params must be an object."))
    }
    let isModern = parameters["_meta"]?.objectValue?[versionMember] != nil || headers.version == MCPVersion.modern
    return .request(MCPRequest(id: id, method: method, parameters: parameters, isModern: isModern))
  }

  fileprivate static let versionMember = "io.modelcontextprotocol/protocolVersion"
}

extension MCPRequest {
  /// What is wrong with the versions and the headers of a request; nil where nothing is.
  func complaint(_ headers: MCPHeaders) -> MCPError? {
    guard isModern else {
      guard method != "initialize", let version = headers.version, !MCPVersion.legacy.contains(version) else {
        return nil
      }
      return unsupported(version)
    }
    let meta = parameters["_meta"]?.objectValue
    guard let version = meta?[MCPMessage.versionMember]?.stringValue else {
      return .invalidParameters("params._meta must have \(MCPMessage.versionMember).")
    }
    guard headers.version == version else {
      return .headerMismatch("The header MCP-Protocol-Version must say what the body says: \(version).")
    }
    guard version == MCPVersion.modern else { return unsupported(version) }
    guard case .object? = meta?["io.modelcontextprotocol/clientCapabilities"] else {
      return .invalidParameters("params._meta must have io.modelcontextprotocol/clientCapabilities, an object.")
    }
    guard headers.method == method else {
      return .headerMismatch("The header Mcp-Method must say what the body says: \(method).")
    }
    guard method == "tools/call", let name = parameters["name"]?.stringValue else { return nil }
    return headers.name == name ? nil : .headerMismatch("The header Mcp-Name must say what the body says: \(name).")
  }

  private func unsupported(_ version: String) -> MCPError {
    var data = JSONObject()
    data.append("supported", .array(MCPVersion.all.map { JSONValue.string($0) }))
    data.append("requested", .string(version))
    return MCPError(
      code: -32022, message: "This version of the protocol is not supported: \(version)", status: 400,
      data: .object(data))
  }
}

/// A call of a tool.
struct MCPCall {
  let name: String
  let members: JSONObject

  /// The call that a request is; nil where it is none or cannot be read.
  init?(_ request: MCPRequest) {
    guard request.method == "tools/call", let name = request.parameters["name"]?.stringValue else { return nil }
    do {
      members = try CallArguments.members(request.parameters["arguments"])
    } catch {
      return nil
    }
    self.name = name
  }
}
