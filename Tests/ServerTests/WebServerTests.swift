// What must hold behind every web server of the manual, with the program deployed as the manual says and no variable
// set: good requests, bad ones, credentials, many at once, and that nothing of it outlives the test.

import Foundation
import ProgramSupport
import ServerSupport
import Testing

/// A tree with one open business and one that asks for the token `s3cret`.
func deployedTree() throws -> DeployedTree {
  let tree = try DeployedTree()
  try tree.files.add(business: "gleichgewicht")
  let text = try String(contentsOf: tree.root.appending(path: "Businesses/gleichgewicht.yaml"), encoding: .utf8)
  try tree.files.write(
    text.replacing(/sipIds: .*\n/, with: "")
      + "tokens: [1ec1c26b50d5d3c58d9583181af8076655fe00756bf7285940ba3670f99fcba0]\n",
    to: "Businesses/geheim.yaml")
  return tree
}

extension OneAtATime {
  @Suite struct WebServerTests {
    @Test(arguments: WebServer.allCases)
    func requests(_ kind: WebServer) async throws {
      let tree = try deployedTree()
      try await RunningServer.with(kind, in: tree) { server in
        func isServing() async throws -> Bool {
          try await server.send(greeting, path: "/gleichgewicht").text == greeted
        }
        let good = try await server.send(greeting, path: "/gleichgewicht")
        #expect(good.status == 200)
        #expect(good.text == greeted)
        #expect(good.headers["content-type"] == "application/json")
        #expect(good.headers["cache-control"] == "no-store")

        // The endpoint's business is the path's; without one, the request has to name it.
        #expect(code(try await server.send(greeting).body) == "entity_required")
        #expect(code(try await server.send(greeting, path: "/nobody").body) == "unknown_entity")
        let named = Array(#"{"action":"getAgents","appointmentTypeId":"course","entityId":"gleichgewicht"}"#.utf8)
        #expect(try await server.send(named).text == greeted)
        let foreign = Array(#"{"action":"getAgents","appointmentTypeId":"course","entityId":"geheim"}"#.utf8)
        #expect(code(try await server.send(foreign, path: "/gleichgewicht").body) == "wrong_entity")

        // The command line is not the client's to fill.
        #expect(try await server.send(greeting, path: "/gleichgewicht?-s+--help").text == greeted)
        #expect(try await server.send(greeting, path: "/gleichgewicht?check").text == greeted)

        let refused = try await server.send(nil, path: "/gleichgewicht")
        #expect(refused.status == 405)
        #expect(refused.headers["allow"] == "POST")
        #expect(code(refused.body) == "method_not_allowed")
        let head = try await server.send(nil, path: "/gleichgewicht", options: ["--head"])
        #expect(head.status == 405)
        #expect(head.body.isEmpty)

        let large = try await server.send([UInt8](repeating: 0, count: 5_000_000), path: "/gleichgewicht")
        #expect(large.status == 413)
        #expect(try await isServing())

        let chunked = try await server.send(greeting, path: "/gleichgewicht", headers: ["Transfer-Encoding: chunked"])
        // busybox hands the chunks over as they are on the wire, which is no JSON.
        #expect(chunked.status == (kind == .busybox ? 400 : 200))
        #expect(kind == .busybox || chunked.text == greeted)

        // A client that leaves in the middle of its upload gets no success, and the server goes on.
        let cut = try Loopback.exchange(
          server.port,
          """
          POST \(kind.path)/gleichgewicht HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 100\r\n\r\n\
          \(String(decoding: greeting, as: UTF8.self))
          """)
        #expect(!String(decoding: cut, as: UTF8.self).contains(greeted))
        #expect(try await isServing())
      }
      #expect(try processes(of: tree).isEmpty)
    }

    @Test(arguments: WebServer.allCases)
    func credentials(_ kind: WebServer) async throws {
      let tree = try deployedTree()
      try await RunningServer.with(kind, in: tree) { server in
        for (headers, status) in [
          ([], 401), (["Authorization: Bearer wrong"], 401), (["Authorization: Bearer s3cret"], 200),
          (["authorization: bearer s3cret"], 200), (["Authorization: Bearer"], 401), (["Authorization: s3cret"], 401),
        ] {
          let reply = try await server.send(greeting, path: "/geheim", headers: headers)
          #expect(reply.status == status, "\(headers)")
          #expect((reply.headers["www-authenticate"]?.hasPrefix("Bearer") == true) == (status == 401))
          let opened = greeted.replacing("gleichgewicht", with: "geheim")
          #expect((reply.text == opened) == (status == 200))
        }
        // A token in the address is not taken unless that is allowed.
        #expect(try await server.send(greeting, path: "/geheim?token=s3cret").status == 401)
      }
    }

    /// The manual's variables: the token that opens all businesses, and both logs.
    @Test(arguments: WebServerWithVariables.all)
    func variables(_ kind: WebServerWithVariables) async throws {
      let tree = try deployedTree()
      try await RunningServer.with(kind, in: tree) { server in
        #expect(try await server.send(greeting, path: "/gleichgewicht").status == 401)
        let right = ["Authorization: Bearer s3cret"]
        #expect(try await server.send(greeting, path: "/gleichgewicht", headers: right).text == greeted)
        try tree.files.write("name: 1", to: "Businesses/kaputt.yaml")
        #expect(try await server.send(greeting, path: "/kaputt", headers: right).status == 500)
      }
      let requests = try String(contentsOf: tree.root.appending(path: "run/requests.log"), encoding: .utf8)
      let codes = requests.split(separator: "\n").map { $0.split(separator: " ")[2...3].joined(separator: " ") }
      #expect(codes == ["gleichgewicht unauthorized", "gleichgewicht ok", "kaputt misconfigured_business"])
      let log = try String(contentsOf: tree.root.appending(path: "run/errors.log"), encoding: .utf8)
      #expect(log.contains("kaputt.yaml"))
    }

    /// 200 requests, 16 at a time, and a booking: none fails, and the file is the server's user's alone.
    @Test(arguments: WebServer.allCases)
    func manyAtOnce(_ kind: WebServer) async throws {
      let tree = try deployedTree()
      try await RunningServer.with(kind, in: tree) { server in
        let result = try await Child(
          path: "/usr/bin/curl",
          arguments: [
            "--silent", "--show-error", "--no-progress-meter", "--parallel", "--parallel-max", "16", "--max-time", "60",
            "--noproxy", "*",
            "--data-binary", String(decoding: greeting, as: UTF8.self), "--write-out", "%{http_code}\n",
            "--output", "/dev/null", "http://127.0.0.1:\(server.port)\(kind.path)/gleichgewicht?[1-200]",
          ]
        ).run()
        #expect(result.text.split(separator: "\n") == Array(repeating: "200", count: 200))
        #expect(result.errorText == "")

        var call = Call { try await server.send($0, path: "/gleichgewicht").body }
        #expect(try await call.book().hasPrefix("gleichgewicht."))
      }
      let data = tree.root.appending(path: "Data")
      let names = try FileManager.default.contentsOfDirectory(atPath: data.path)
      #expect(names.contains("gleichgewicht.jsonl"))
      for path in [""] + names.map({ "/" + $0 }) {
        let attributes = try FileManager.default.attributesOfItem(atPath: data.path + path)
        #expect(attributes[.posixPermissions] as? Int == (path.isEmpty ? 0o700 : 0o600), "\(path)")
        #expect(attributes[.ownerAccountID] as? Int == Int(ServerUser.current?.id ?? getuid()), "\(path)")
      }
    }

    /// The processes that have a tree in their command line.
    private func processes(of tree: DeployedTree) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { name in
        Int(name) != nil
          && (try? String(contentsOfFile: "/proc/\(name)/cmdline", encoding: .utf8))?.contains(tree.root.path) == true
      }
    }
  }

  /// Every transcript through every web server.
  @Suite struct WebServerTranscriptTests {
    /// busybox has no fcgiwrap; of the two that do one is enough.
    @Test(arguments: WebServer.allCases.filter { $0 != .caddy })
    func transcripts(_ kind: WebServer) async throws {
      // In the program's place stands a script that sets the variables of the request to come.
      let tree = try DeployedTree(
        script: """
          #!/bin/sh
          . '{root}/run/variables'
          exec '{root}/bin/program'
          """)
      try Program.copy(to: tree.root.appending(path: "bin/program"))
      try await RunningServer.with(kind, in: tree) { server in
        let carrier = WebCarrier(server: server, deployed: tree)
        for transcript in try Transcript.all() {
          var runner = try TranscriptRunner(transcript, by: carrier)
          try await runner.run()
        }
      }
    }
  }
}

/// A web server, with the program in front of a tree that is another for each transcript.
private struct WebCarrier: Carrier {
  let server: RunningServer
  let deployed: DeployedTree

  func send(
    _ body: [UInt8], _ variables: [String: String], endpoint: String?, tree: TemporaryTree
  ) async throws -> Received {
    var variables = variables.merging(["VOICEBOT_ROOT": tree.root.path]) { $1 }
    // An address carries no such thing: servers refuse it, or make another of it.
    var endpoint = endpoint
    if let name = endpoint, name.contains(/[^A-Za-z0-9_-]/) { (variables["VOICEBOT_ENTITY"], endpoint) = (name, nil) }
    let authorization = variables.removeValue(forKey: "HTTP_AUTHORIZATION")
    let lines = variables.map { "export \($0)='\($1.replacing("'", with: #"'\''"#))'\n" }
    try deployed.files.write(lines.joined(), to: "run/variables")
    try ServerUser.give(tree.root.appending(path: "Data"))
    let reply = try await server.send(
      body, path: endpoint.map { "/\($0)" } ?? "", headers: authorization.map { ["Authorization: \($0)"] } ?? [])
    var received = Received(status: reply.status, body: reply.body)
    let type = reply.headers["content-type"]
    if type != "application/json" && type != "application/problem+json" {
      received.complaint = "Content-Type is \(type ?? "missing")"
    }
    return received
  }
}
