// The counter's page behind the web servers of its chapter, hosted as the chapter says: who comes in, what is recorded of
// whom, and that the address says nothing to the program but where the page is.

import Foundation
import ProgramSupport
import ServerSupport
import Testing

extension OneAtATime {
  @Suite struct CounterHostingTests {
    private static let chapter = Program.checkout.appending(path: "Sources/Manual/counter.md")

    /// The recipes of the chapter are the configurations that the tests run.
    @Test(arguments: CounterServer.allCases)
    func recipe(_ server: CounterServer) throws {
      let file = Program.checkout.appending(path: "Tests/Servers/counter-\(server.rawValue).conf")
      let parts = try String(contentsOf: file, encoding: .utf8).split(
        separator: /# -{40,}\n/, omittingEmptySubsequences: false)
      try #require(parts.count == 3)
      #expect(try String(contentsOf: Self.chapter, encoding: .utf8).contains("\n" + parts[1] + "```"))
    }

    @Test(arguments: CounterServer.allCases)
    func whoComesIn(_ kind: CounterServer) async throws {
      let tree = try await counterTree()
      try await RunningServer.with(kind, in: tree) { server in
        func page(_ path: String, _ user: String? = "dora:s3cret", body: String? = nil, _ headers: [String] = [])
          async throws -> HTTPResponse
        {
          try await server.send(
            body.map { Array($0.utf8) }, path: path,
            headers: ["Content-Type: application/x-www-form-urlencoded"] + headers,
            options: user.map { ["--user", $0] } ?? [])
        }
        #expect(try await page("/gleichgewicht", nil).status == 401)
        #expect(try await page("/gleichgewicht", "dora:wrong").status == 401)
        let week = try await page("/gleichgewicht?from=2026-12-07")
        #expect(week.status == 200)
        #expect(week.headers["cache-control"] == "no-store")
        #expect(week.text.contains("Physiotherapie Gleichgewicht"))
        #expect(week.text.contains("href=\"/counter/gleichgewicht"))
        #expect(!week.text.contains(tree.root.path))
        // What stands in the address is no command line.
        for query in ["?verify", "?-h", "?forget+gleichgewicht+lastname=Muster", "?--version"] {
          #expect(try await page("/gleichgewicht" + query).text.contains("Physiotherapie Gleichgewicht"))
        }
        #expect(try await page("/nobody").status == 404)

        let block = "do=block&fromDay=2026-12-24&reason=Heiligabend"
        #expect(try await page("/gleichgewicht", nil, body: block).status == 401)
        #expect(try await page("/gleichgewicht", body: block).status == 403)
        #expect(try await page("/gleichgewicht", body: block, ["Origin: http://example.com"]).status == 403)
        #expect(try await page("/gleichgewicht", body: block, ["Sec-Fetch-Site: cross-site"]).status == 403)
        let done = try await page("/gleichgewicht", body: block, ["Origin: http://127.0.0.1:\(server.port)"])
        #expect(done.status == 303)
        let history = try await Child(
          path: Program.desk, arguments: ["history", "gleichgewicht"], environment: ["VOICEBOT_ROOT": tree.root.path]
        ).run().text
        #expect(history.contains("  dora  blocked"))
        #expect(history.split(separator: "\n").count == 1)

        let feed = try await page("/gleichgewicht/calendar.ics")
        #expect(feed.status == 200)
        #expect(feed.headers["content-type"]?.hasPrefix("text/calendar") == true)
        #expect(feed.text.contains("SUMMARY:Heiligabend"))
        let tag = try #require(feed.headers["etag"])
        let again = try await page("/gleichgewicht/calendar.ics", ["If-None-Match: \(tag)"])
        #expect(again.status == 304)
        #expect(again.body.isEmpty)
        #expect(try await page("/gleichgewicht/calendar.ics", nil).status == 401)
      }
    }

    /// A tree with the passwords that the chapter's command makes.
    private func counterTree() async throws -> DeployedTree {
      let tree = try DeployedTree.ofCounter()
      let hash = try await Child(path: "/usr/bin/openssl", arguments: ["passwd", "-apr1", "s3cret"]).run().text
      #expect(try String(contentsOf: Self.chapter, encoding: .utf8).contains("openssl passwd -apr1"))
      try tree.files.write("dora:\(hash)", to: "counter.htpasswd", mode: 0o644)
      return tree
    }

    /// `voicebot counter`: the page on this machine, until it is told to end; then nothing of it is left.
    @Test func onThisMachine() async throws {
      let tree = try DeployedTree.ofCounter()
      let port = try Loopback.freePort()
      let command = try Child(
        path: tree.root.path + "/bin/voicebot-desk", arguments: ["counter", "--port", "\(port)"],
        environment: ["LOGNAME": "emil"], directory: "/", input: .stalled([]), deadline: 60
      ).start()
      while !Loopback.isListening(port), !command.hasEnded { try await Task.sleep(for: .milliseconds(10)) }
      let address = "http://127.0.0.1:\(port)/cgi-bin/counter/gleichgewicht"
      func curl(_ options: [String]) async throws -> HTTPResponse {
        let arguments = ["--silent", "--include", "--max-time", "30", "--noproxy", "*"] + options + [address]
        return try #require(HTTPResponse(try await Child(path: "/usr/bin/curl", arguments: arguments).run().output))
      }
      #expect(try await curl([]).text.contains("Physiotherapie Gleichgewicht"))
      // A name that leads here is another site's.
      #expect(try await curl(["--header", "Host: example.com:\(port)"]).status == 403)
      let block = ["--data", "do=block&fromDay=2026-12-24", "--header", "Origin: http://127.0.0.1:\(port)"]
      #expect(try await curl(block).status == 303)
      let taken = try await Child(
        path: tree.root.path + "/bin/voicebot-desk", arguments: ["counter", "--port", "\(port)"]
      ).run()
      #expect(taken.status == 1)
      #expect(taken.errorText.contains("Port \(port) of 127.0.0.1 is in use"))

      let ended = await command.stop()
      #expect(ended.status == 0)
      #expect(ended.text.contains(address + "\n"))
      #expect(!Loopback.isListening(port))
      let history = try await Child(
        path: Program.desk, arguments: ["history", "gleichgewicht"], environment: ["VOICEBOT_ROOT": tree.root.path]
      ).run().text
      #expect(history.contains("  emil  blocked"))
    }
  }
}
