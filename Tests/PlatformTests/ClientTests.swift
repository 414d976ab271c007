// Real clients of the platforms against the release program behind web servers.

import Foundation
import ProgramSupport
import ServerSupport
import Testing

@Suite(.serialized) struct ClientTests {
  /// Each client lists the tools, makes a good call, reads an error and survives a tool that does not exist.
  @Test(arguments: [WebServer.nginx, .busybox])
  func clients(_ kind: WebServer) async throws {
    let tree = try DeployedTree()
    try tree.files.add(business: "gleichgewicht")
    _ = try await RunningServer.with(kind, in: tree) { server in
      let url = "http://127.0.0.1:\(server.port)\(kind.path)/gleichgewicht/mcp"
      try await runClient("mcp_client", [url, "auto"])
      try await runClient("mcp_client", [url, "legacy"])
      try await runClient("mcp_old_client", [url], in: .old)
      try await runClient("agents_client", [url])
    }
  }

  /// A client that keeps connections gets every reply, although busybox closes them without saying so.
  @Test(arguments: [WebServer.nginx, .busybox])
  func pooling(_ kind: WebServer) async throws {
    let tree = try DeployedTree()
    try tree.files.add(business: "gleichgewicht")
    _ = try await RunningServer.with(kind, in: tree) { server in
      try await runClient("pooling_client", ["http://127.0.0.1:\(server.port)\(kind.path)/gleichgewicht"])
    }
  }

  /// Only there does a reply say so: elsewhere it is the server's to say (RFC 3875, section 6.3.4).
  @Test func onlyBusyboxIsTold() async throws {
    let tree = try greetingTree()
    for (software, isTold) in [("busybox httpd/1.36.1", true), ("nginx/1.28", false), ("", false)] {
      let variables = Program.cgi(greeting, ["VOICEBOT_ROOT": tree.root.path, "SERVER_SOFTWARE": software])
      let result = try await Program.child(variables, input: .bytes(greeting)).run()
      let reply = try #require(CGIResponse(result.output))
      #expect((reply["Connection"] == "close") == isTold, "\(software)")
    }
  }
}
