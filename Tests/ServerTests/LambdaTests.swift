// AWS Lambda: the events and envelopes of its gateways through the program, and bin/bootstrap against a runtime API of
// the tests' own (next, response, error). Nothing here knows AWS but by its documented payloads.

import DiaryFile
import Foundation
import Host
import JSON
import ProgramSupport
import ServerSupport
import Testing

/// The reply in an envelope.
private struct Envelope {
  var status: Int
  var headers: [String: String]
  /// Whether the headers are lists.
  var hasLists: Bool
  var body: String

  init?(_ bytes: [UInt8]) {
    guard let object = (try? JSONValue(parsing: bytes, limits: JSONLimits(bytes: 1 << 20)))?.objectValue,
      let status = object["statusCode"]?.integerValue, let body = object["body"]?.stringValue,
      object["isBase64Encoded"]?.boolValue == false
    else { return nil }
    self.status = Int(status)
    self.body = body
    headers = [:]
    let lists = object["multiValueHeaders"]?.objectValue
    guard (lists == nil) != (object["headers"] == nil) else { return nil }
    for member in object["headers"]?.objectValue?.members ?? [] { headers[member.name] = member.value.stringValue }
    for member in lists?.members ?? [] where member.value.arrayValue?.count == 1 {
      headers[member.name] = member.value.arrayValue?.first?.stringValue
    }
    hasLists = lists != nil
  }
}

/// An event as gateways write it.
private enum Event {
  /// A Function URL's, or an HTTP API's of payload version 2.0.
  static func version2(
    _ body: String, method: String = "POST", path: String = "/", route: String = "$default", stage: String = "$default",
    query: String = "", headers: String = "{}", parameters: String = "null", base64: Bool = false
  ) -> [UInt8] {
    Array(
      """
      {"version":"2.0","routeKey":"\(route)","rawPath":"\(path)","rawQueryString":"\(query)","headers":\(headers),\
      "requestContext":{"stage":"\(stage)","http":{"method":"\(method)","path":"\(path)","protocol":"HTTP/1.1"}},\
      "pathParameters":\(parameters),"body":\(json(body)),"isBase64Encoded":\(base64)}
      """.utf8)
  }

  /// A REST API's or a load balancer's.
  static func version1(
    _ body: String?, method: String = "POST", headers: String = "null", query: String = "null",
    parameters: String = "null"
  ) -> [UInt8] {
    Array(
      """
      {"resource":"/{proxy+}","path":"/x","httpMethod":"\(method)","headers":\(headers),\
      "queryStringParameters":\(query),"pathParameters":\(parameters),"requestContext":{"stage":"prod"},\
      "body":\(body.map(json) ?? "null"),"isBase64Encoded":false}
      """.utf8)
  }

  /// A load balancer's whose target group has multi-value headers.
  static func lists(_ body: String, _ headers: String, query: String = "{}", path: String = "/x") -> [UInt8] {
    Array(
      """
      {"requestContext":{"elb":{"targetGroupArn":"arn:x"}},"httpMethod":"POST","path":"\(path)","multiValueHeaders":\(headers),\
      "multiValueQueryStringParameters":\(query),"body":\(json(body)),"isBase64Encoded":false}
      """.utf8)
  }

  static func json(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

private let greetingText = String(decoding: greeting, as: UTF8.self)

@Suite struct LambdaEventTests {
  private func answer(_ event: [UInt8], _ more: [String: String] = [:]) async throws -> Envelope? {
    let tree = try greetingTree()
    try tree.write(
      String(contentsOf: tree.root.appending(path: "Businesses/gleichgewicht.yaml"), encoding: .utf8)
        .replacing(/sipIds: .*\n/, with: ""),
      to: "Businesses/zwei.yaml")
    let environment = ["AWS_LAMBDA_RUNTIME_API": "127.0.0.1:9", "VOICEBOT_ROOT": tree.root.path].merging(more) { $1 }
    let result = try await Program.child(environment, input: .bytes(event)).run()
    #expect(result.status == 0)
    return Envelope(result.output)
  }

  /// An event and what its envelope must say: a status, and an agent of the business or a code.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var event: [UInt8]
    var status: Int
    var word: String
    var environment: [String: String] = [:]

    init(_ name: String, _ event: [UInt8], _ status: Int, _ word: String, _ environment: [String: String] = [:]) {
      (testDescription, self.event, self.status, self.word) = (name, event, status, word)
      self.environment = environment
    }
  }

  static let token = ["VOICEBOT_TOKEN": "s3cret"]
  static let tokenInQuery = ["VOICEBOT_TOKEN": "s3cret", "VOICEBOT_TOKEN_IN_QUERY": "1"]
  static let cases: [Case] = [
    Case("Function URL", Event.version2(greetingText, path: "/gleichgewicht"), 200, "gleichgewicht.clara"),
    Case("Function URL, no door", Event.version2(greetingText, path: "/zwei/x"), 400, "unknown_action"),
    Case("Function URL without a path", Event.version2(greetingText), 400, "entity_required"),
    Case("stage", Event.version2(greetingText, path: "/prod/zwei", stage: "prod"), 200, "zwei.clara"),
    Case("program's name", Event.version2(greetingText, path: "/voicebot/zwei"), 200, "zwei.clara"),
    Case("program's name alone", Event.version2(greetingText, path: "/voicebot"), 400, "entity_required"),
    Case(
      "stage and program's name", Event.version2(greetingText, path: "/prod/voicebot/zwei/getAgents", stage: "prod"),
      200,
      "zwei.clara"),
    Case(
      "program's name on a route", Event.version2(greetingText, path: "/voicebot/zwei", route: "POST /voicebot/zwei"),
      200,
      "zwei.clara"),
    Case(
      "program's name in a proxy", Event.version1(greetingText, parameters: #"{"proxy":"voicebot/zwei"}"#), 200,
      "zwei.clara"),
    Case(
      "program's name in a load balancer's lists", Event.lists(greetingText, "{}", path: "/voicebot/zwei/"), 200,
      "zwei.clara"),
    Case(
      "program's name, no door", Event.version2(greetingText, path: "/voicebot/zwei/x"), 400, "unknown_action"),
    Case("route", Event.version2(greetingText, path: "/bot", route: "POST /bot"), 400, "entity_required"),
    Case(
      "parameter",
      Event.version2(
        greetingText, path: "/bot/zwei", route: "POST /bot/{entityId}", parameters: #"{"entityId":"zwei"}"#),
      200, "zwei.clara"),
    Case("proxy", Event.version1(greetingText, parameters: #"{"proxy":"zwei/getAgents"}"#), 200, "zwei.clara"),
    Case(
      "VOICEBOT_ENTITY and another", Event.version2(greetingText, path: "/gleichgewicht"), 403, "wrong_entity",
      ["VOICEBOT_ENTITY": "zwei"]),
    Case(
      "base64", Event.version2(Data(greeting).base64EncodedString(), path: "/zwei", base64: true), 200, "zwei.clara"),
    Case("not base64", Event.version2("{}{", path: "/zwei", base64: true), 400, "invalid_request"),
    Case(
      "compressed", Event.version2(greetingText, path: "/zwei", headers: #"{"content-encoding":"gzip"}"#), 400,
      "invalid_request"),
    Case(
      "compressed, version 1",
      Event.version1(greetingText, headers: #"{"Content-Encoding":"br"}"#, parameters: #"{"proxy":"zwei"}"#), 400,
      "invalid_request"),
    Case(
      "not compressed", Event.version2(greetingText, path: "/zwei", headers: #"{"Content-ENCODING":"Identity"}"#), 200,
      "zwei.clara"),
    Case("byte order mark", Event.version2("\u{FEFF}" + greetingText, path: "/zwei"), 200, "zwei.clara"),
    Case("no body", Event.version1(nil), 400, "invalid_json"),
    Case("GET", Event.version1(nil, method: "GET"), 405, "method_not_allowed"),
    Case("GET, version 2", Event.version2("", method: "GET"), 405, "method_not_allowed"),
    Case(
      "64 KiB, each byte escaped",
      Event.version2(greetingText + String(repeating: "\n", count: 65536 - greeting.count), path: "/zwei"), 200,
      "zwei.clara"),
    Case("a byte more", Event.version2(String(repeating: " ", count: 65537)), 413, "request_too_large"),
    Case("6 MB", Event.version2(String(repeating: "x", count: 6_000_000)), 413, "request_too_large"),
    Case("token missing", Event.version2(greetingText, path: "/zwei"), 401, "unauthorized", token),
    Case(
      "token wrong", Event.version2(greetingText, path: "/zwei", headers: #"{"authorization":"Bearer s3cre"}"#), 401,
      "unauthorized", token),
    Case(
      "token right", Event.version2(greetingText, path: "/zwei", headers: #"{"authorization":"Bearer s3cret"}"#), 200,
      "zwei.clara", token),
    Case(
      "token, version 1",
      Event.version1(greetingText, headers: #"{"Authorization":"bearer s3cret"}"#, parameters: #"{"proxy":"zwei"}"#),
      200,
      "zwei.clara", token),
    Case(
      "token in a load balancer's lists",
      Event.lists(greetingText, #"{"authorization":["Bearer s3cret"],"x":["y"]}"#), 401, "unauthorized",
      ["VOICEBOT_TOKEN": "another"]),
    Case(
      "token in a load balancer's lists, right",
      Event.lists(greetingText, #"{"x":["y"],"Authorization":["Bearer s3cret","Bearer other"]}"#), 200, "zwei.clara",
      token.merging(["VOICEBOT_ENTITY": "zwei"]) { $1 }),
    Case(
      "token in a load balancer's lists, of the query",
      Event.lists(greetingText, "{}", query: #"{"token":["s3cret"]}"#), 200, "zwei.clara",
      tokenInQuery.merging(["VOICEBOT_ENTITY": "zwei"]) { $1 }),
    Case(
      "compressed, in a load balancer's lists", Event.lists(greetingText, #"{"content-encoding":["gzip"]}"#), 400,
      "invalid_request"),
    Case(
      "token in the query, not allowed", Event.version2(greetingText, query: "token=s3cret"), 401, "unauthorized", token
    ),
    Case(
      "token in the query", Event.version2(greetingText, path: "/zwei", query: "a=b&token=s3%63ret"), 200, "zwei.clara",
      tokenInQuery),
    Case(
      "token in the query, version 1",
      Event.version1(greetingText, query: #"{"token":"s3cret"}"#, parameters: #"{"proxy":"zwei"}"#), 200, "zwei.clara",
      tokenInQuery),
  ]

  @Test(arguments: cases)
  func event(_ check: Case) async throws {
    let envelope = try #require(await answer(check.event, check.environment))
    #expect(envelope.status == check.status)
    #expect(envelope.hasLists == check.testDescription.contains("lists"))
    #expect(envelope.headers["Cache-Control"] == "no-store")
    #expect(envelope.headers["Content-Type"] == (check.status == 200 ? "application/json" : "application/problem+json"))
    #expect(envelope.headers["Allow"] == (check.status == 405 ? "POST" : nil))
    #expect((envelope.headers["WWW-Authenticate"] != nil) == (check.status == 401))
    let body = try JSONValue(parsing: Array(envelope.body.utf8))
    let said = body.arrayValue?.first?.objectValue?["id"] ?? body.objectValue?["code"]
    #expect(said?.stringValue == check.word)
  }

  /// An event that no gateway wrote is the request itself (`aws lambda invoke`).
  @Test func directInvocation() async throws {
    let tree = try greetingTree()
    let environment = ["AWS_LAMBDA_RUNTIME_API": "127.0.0.1:9", "VOICEBOT_ROOT": tree.root.path]
    let result = try await Program.child(environment, input: .bytes(greeting)).run()
    #expect(result.text == greeted + "\n")
  }

  /// Nothing is booked into a disk that vanishes with the instance.
  @Test func bookingIsRefusedOnTheInstancesOwnDisk() async throws {
    let tree = try greetingTree()
    var environment = ["AWS_LAMBDA_RUNTIME_API": "127.0.0.1:9", "VOICEBOT_ROOT": tree.root.path]
    environment["VOICEBOT_NOW"] = "2026-09-14T06:00:00Z"
    func ask(_ request: String) async throws -> Child.Result {
      try await Program.child(environment, input: .bytes(Array(request.utf8))).run()
    }
    let product = #""appointmentTypeId":"massage","productId":"massage-30""#
    let slots = try await ask(#"{"action":"getSlots",\#(product),"dateTime":"2026-09-16"}"#)
    let first = try #require(try JSONValue(parsing: slots.output).arrayValue?.first?.objectValue)
    let slot = try #require(first["id"]?.stringValue)
    let person = #"{"firstname":"Ada","lastname":"Byron","phone":"+493511234567","dateOfBirth":"1980-03-15"}"#
    let booking = #"{"action":"bookAppointment",\#(product),"slotId":"\#(slot)","booker":\#(person)}"#
    let refused = try await ask(booking)
    #expect(code(refused.output) == "storage_unavailable")
    #expect(refused.errorText.contains("VOICEBOT_DATA"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: tree.root.appending(path: "Data").path).isEmpty)
    // The same, anywhere else, is a booking.
    environment["AWS_LAMBDA_RUNTIME_API"] = nil
    #expect(try await ask(booking).text.contains(#""status":"booked""#))
  }

  /// The table of mounts, and which file system a path lies on.
  @Test(arguments: [
    ("/mnt/efs/Data", "nfs4"), ("/mnt/efs", "nfs4"), ("/mnt/efs2", "ext4"), ("/mnt", "ext4"), ("/", "ext4"),
    ("/tmp/Data", "tmpfs"), ("/mnt/two words/x", "nfs"), ("/var/task", "squashfs"), ("/var/task/Data", "squashfs"),
  ])
  func fileSystem(_ path: String, _ type: String) {
    let mounts = """
      1 0 8:1 / / rw,relatime - ext4 /dev/root rw
      2 1 0:5 / /tmp rw - tmpfs tmpfs rw
      3 1 0:9 / /mnt/efs rw,noatime shared:7 master:2 - nfs4 127.0.0.1:/ rw,vers=4.1
      4 1 0:9 / /mnt/two\\040words rw - nfs 127.0.0.1:/ rw
      5 1 0:9 / /var/task ro - ext4 /dev/loop0 ro
      6 1 0:9 / /var/task ro - squashfs /dev/loop0 ro
      not a line
      """
    #expect(InstanceDisk.fileSystem(of: path, in: mounts) == type)
  }
}

/// A stand-in for Lambda's runtime API.
private final class RuntimeAPI: @unchecked Sendable {
  private let lock = NSCondition()
  private var events: [[UInt8]]
  private var given = 0
  private(set) var posts: [(path: String, body: [UInt8], errorType: String?)] = []
  private var isOver = false
  private(set) var server: LoopbackServer?

  init(_ events: [[UInt8]]) throws {
    self.events = events
    server = try LoopbackServer { [weak self] in self?.answer($0) }
  }

  private func answer(_ message: HTTPMessage) -> LoopbackServer.Answer? {
    lock.withLock {
      defer { lock.broadcast() }
      let root = "/2018-06-01/runtime/"
      guard message.path == root + "invocation/next" else {
        posts.append(
          (
            String(message.path.dropFirst(root.count)), message.body,
            message.headers["lambda-runtime-function-error-type"]
          ))
        return LoopbackServer.Answer(status: 202)
      }
      // Like the real one, it keeps the runtime waiting while there is no event.
      guard given < events.count else {
        isOver = true
        return nil
      }
      given += 1
      return LoopbackServer.Answer(
        status: 200,
        headers: [
          "Lambda-Runtime-Aws-Request-Id": "request-\(given)", "Lambda-Runtime-Deadline-Ms": "1", "X-Other": "a: b",
          "Content-Type": "application/json",
        ], body: events[given - 1])
    }
  }
}

@Suite struct BootstrapTests {
  /// A package as Lambda unpacks it, with a program of the test's where it names one.
  private func package(_ program: String? = nil) throws -> TemporaryTree {
    let tree = try greetingTree()
    let bin = try tree.directory("bin")
    if let program {
      try tree.write(program, to: "bin/voicebot", mode: 0o755)
    } else {
      try Program.copy(to: bin.appending(path: "voicebot"))
    }
    return tree
  }

  /// Runs bin/bootstrap until the stand-in has no more events and hangs up on it.
  private func run(_ tree: TemporaryTree, _ events: [[UInt8]]) async throws -> (RuntimeAPI, Child.Result) {
    let api = try RuntimeAPI(events)
    let environment = [
      "AWS_LAMBDA_RUNTIME_API": "127.0.0.1:\(try #require(api.server).port)", "LAMBDA_TASK_ROOT": tree.root.path,
      "PATH": "/usr/bin:/bin", "TMPDIR": tree.root.path, "http_proxy": "http://127.0.0.1:1",
    ]
    let bootstrap = Program.checkout.appending(path: "bin/bootstrap").path
    var child = Child(path: "/bin/sh", arguments: [bootstrap], environment: environment, directory: "/")
    child.input = .stalled([])
    let result = try await child.run()
    api.server?.stop()
    return (api, result)
  }

  /// Success, an application error, a crash and recovery, in one instance.
  @Test func invocations() async throws {
    // A program that ends without a reply where the event says so, and is the real one otherwise.
    let tree = try package(
      """
      #!/bin/sh
      event=$(cat)
      case $event in
      *crash*) kill -ILL $$ ;;
      *exit*) exit 3 ;;
      esac
      printf %s "$event" | '\(Program.path)'
      """)
    let path = "/gleichgewicht"
    let (api, _) = try await run(
      tree,
      [
        Event.version2(greetingText, path: path), Event.version2(#"{"action":"nothing"}"#, path: path),
        Event.version2("crash", path: path), Event.version2(greetingText, path: path),
        Event.version2("exit", path: path),
        Event.version2(#"{"action":"getAgents","appointmentTypeId":"course","x":"é%41\\n"}"#, path: path),
      ])
    #expect(
      api.posts.map(\.path) == [
        "invocation/request-1/response", "invocation/request-2/response", "invocation/request-3/error",
        "invocation/request-4/response", "invocation/request-5/error", "invocation/request-6/response",
      ])
    for index in [0, 3, 5] {
      let envelope = try #require(Envelope(api.posts[index].body))
      #expect(envelope.status == 200)
      #expect(envelope.body == greeted)
    }
    let refused = try #require(Envelope(api.posts[1].body))
    #expect(refused.status == 400)
    #expect(code(Array(refused.body.utf8)) == "unknown_action")
    for index in [2, 4] {
      let error = try #require(JSONValue(parsing: api.posts[index].body).objectValue)
      #expect(error["errorType"]?.stringValue == "Runtime.ProgramEnded")
      #expect(error["errorMessage"]?.stringValue?.contains(index == 2 ? "132" : "3") == true)
      #expect(api.posts[index].errorType == "Runtime.ProgramEnded")
    }
    // What it kept of the events on the way is gone.
    let left = try FileManager.default.contentsOfDirectory(atPath: tree.root.path)
    #expect(left.sorted() == ["Businesses", "Data", "bin"])
  }

  /// The real program needs nothing but the package.
  @Test func realProgram() async throws {
    let (api, _) = try await run(try package(), [Event.version2(greetingText, path: "/gleichgewicht"), greeting])
    #expect(api.posts.map(\.path) == ["invocation/request-1/response", "invocation/request-2/response"])
    #expect(try #require(Envelope(api.posts[0].body)).body == greeted)
    #expect(String(decoding: api.posts[1].body, as: UTF8.self) == greeted + "\n")
  }

  /// A package without the program says so once and ends.
  @Test func programMissing() async throws {
    let tree = try greetingTree()
    let (api, result) = try await run(tree, [greeting])
    #expect(result.status == 1)
    #expect(api.posts.map(\.path) == ["init/error"])
    #expect(api.posts.first?.errorType == "Runtime.NoProgram")
  }
}
