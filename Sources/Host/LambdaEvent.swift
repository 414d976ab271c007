// One invocation of AWS Lambda: the event that bin/bootstrap hands over on standard input, and the envelope that its
// reply goes back in. Function URLs and HTTP APIs send payload version 2.0, REST APIs and load balancers 1.0. Of a load
// balancer whose target group has multi-value headers they come, and have to go, as lists under another name.

internal import Doors
internal import JSON
internal import Webhook

/// What an event asks.
struct LambdaEvent {
  /// The request, to be answered in an envelope, or bare where the event is the request itself (`aws lambda invoke`).
  let request: IncomingRequest

  /// The largest event that is read, in bytes: an envelope of 1 MiB, escaped, and what gateways put around it.
  static let limit = 2 * 1024 * 1024

  /// The event in these bytes.
  init(_ bytes: [UInt8]) {
    let event: JSONObject
    do {
      let value = try JSONValue(
        parsing: bytes, limits: JSONLimits(bytes: LambdaEvent.limit), leniency: .callers)
      guard case .object(let object) = value else {
        request = IncomingRequest(format: .bare, body: .success(bytes))
        return
      }
      event = object
    } catch {
      // A direct invocation, or nothing that Lambda sends: in both cases for the webhook to refuse.
      request = IncomingRequest(format: .bare, body: .success(bytes))
      return
    }
    let context = event["requestContext"]?.objectValue
    let version2 = context?["http"]?.objectValue
    guard let method = (version2?["method"] ?? event["httpMethod"])?.stringValue else {
      request = IncomingRequest(format: .bare, body: .success(bytes))
      return
    }
    var query = event["rawQueryString"]?.stringValue.flatMap { QueryString.value(of: "token", in: $0) }
    if version2 == nil {
      query =
        event["queryStringParameters"]?.objectValue?["token"]?.stringValue
        ?? event["multiValueQueryStringParameters"]?.objectValue?["token"].flatMap(LambdaEvent.first)
    }
    let hasLists = event["headers"]?.objectValue == nil && event["multiValueHeaders"]?.objectValue != nil
    let address = LambdaEvent.address(of: event, stage: context?["stage"]?.stringValue)
    request = IncomingRequest(
      format: .lambda(headersAreLists: hasLists), method: method,
      body: Door.plain(
        LambdaEvent.body(of: event, limit: address.door.bodyLimit),
        encoding: LambdaEvent.header("content-encoding", of: event)),
      address: address,
      protocolHeaders: address.door == .mcp ? MCPHeaders { LambdaEvent.header($0, of: event) } : nil,
      authorization: LambdaEvent.header("authorization", of: event), queryToken: query)
  }

  /// The body of the HTTP request: a string, in base64 where `isBase64Encoded` says so; without one, empty.
  private static func body(of event: JSONObject, limit: Int) -> Result<[UInt8], Problem> {
    let text = event["body"]?.stringValue ?? ""
    let decoded = event["isBase64Encoded"]?.boolValue == true ? Base64.decode(text) : Array(text.utf8)
    guard let body = decoded else {
      return .failure(.invalidRequest(field: "body", reason: "it is said to be base64 and is not"))
    }
    return body.count > limit ? .failure(.requestTooLarge(limit: limit)) : .success(body)
  }

  /// What the address says: the route's parameter `entityId` and what the path has behind it; else what stands behind
  /// `voicebot` in its parameter `proxy` or in the path, as behind a web server; else its `proxy`; and where the route is
  /// `$default`, as on every Function URL, the path behind the stage.
  private static func address(of event: JSONObject, stage: String?) -> Address {
    let parameters = event["pathParameters"]?.objectValue
    let path = (event["rawPath"] ?? event["path"])?.stringValue ?? ""
    if let entity = parameters?["entityId"]?.stringValue {
      let segments = path.split(separator: "/")
      let rest = segments.lastIndex { $0 == entity }.map { segments[($0 + 1)...].joined(separator: "/") } ?? ""
      return rest.isEmpty ? Address(entity: entity) : Address(path: "\(entity)/\(rest)")
    }
    if let proxy = parameters?["proxy"]?.stringValue { return Address(path: behindProgram(proxy) ?? proxy) }
    if let own = behindProgram(path) { return Address(path: own) }
    guard event["routeKey"]?.stringValue == "$default" else { return Address(entity: nil) }
    guard let stage, stage != "$default", path.hasPrefix("/\(stage)/") else { return Address(path: path) }
    return Address(path: String(path.dropFirst(stage.count + 1)))
  }

  /// What a path has behind the program's own name, `voicebot`; nil where that is no segment of it.
  private static func behindProgram(_ path: String) -> String? {
    let segments = path.split(separator: "/")
    return segments.firstIndex { $0 == "voicebot" }.map { segments[($0 + 1)...].joined(separator: "/") }
  }

  /// The value of a header, whose name version 2.0 writes in lower case and 1.0 as the client did: the only one, or the
  /// first of a list.
  private static func header(_ name: String, of event: JSONObject) -> String? {
    for headers in [event["headers"], event["multiValueHeaders"]] {
      let found = headers?.objectValue?.members.first { ASCII.equalIgnoringCase($0.name.utf8.span, name) }
      if let value = found.flatMap({ first($0.value) }) { return value }
    }
    return nil
  }

  /// A text, or the first text of a list.
  private static func first(_ value: JSONValue) -> String? {
    value.stringValue ?? value.arrayValue?.first?.stringValue
  }

  /// A reply in its envelope, which both versions take: a failed application request is a `statusCode` like any other.
  static func envelope(_ reply: Reply, headersAreLists: Bool) -> [UInt8] {
    var json = JSONWriter(capacity: reply.body.count * 2)
    json.beginObject()
    json.key("statusCode")
    json.integer(reply.status)
    json.key(headersAreLists ? "multiValueHeaders" : "headers")
    json.beginObject()
    var headers = reply.headers
    headers.insert((name: "Cache-Control", value: "no-store"), at: 0)
    if !reply.contentType.isEmpty { headers.insert((name: "Content-Type", value: reply.contentType), at: 0) }
    for header in headers {
      json.key(header.name)
      if headersAreLists { json.beginArray() }
      json.string(header.value)
      if headersAreLists { json.endArray() }
    }
    json.endObject()
    json.key("isBase64Encoded")
    json.bool(false)
    json.key("body")
    json.string(String(decoding: reply.body, as: UTF8.self))
    json.endObject()
    return json.bytes
  }
}
