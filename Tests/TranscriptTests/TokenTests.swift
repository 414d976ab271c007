// Who may ask: where a token is taken from, and what it opens, through the program started as CGI. Two tenants with
// tokens of their own are in TenantTests.swift.

import Foundation
import Host
import ProgramSupport
import Testing

@Suite struct TokenTests {
  /// Variables beside those of the request, and whether they open the door.
  struct Case: Sendable, CustomTestStringConvertible {
    var variables: [String: String]
    var opens: Bool
    var testDescription: String { "\(variables.sorted { $0.key < $1.key }) \(opens)" }

    init(_ opens: Bool, _ variables: [String: String], inQuery: Bool = false) {
      self.opens = opens
      self.variables = variables.merging(inQuery ? ["VOICEBOT_TOKEN_IN_QUERY": "1"] : [:]) { $1 }
    }
  }

  static let cases: [Case] = [
    Case(false, [:]),
    Case(true, ["HTTP_AUTHORIZATION": "Bearer s3cr+t/="]),
    Case(true, ["HTTP_AUTHORIZATION": "bearer   s3cr+t/=  "]),
    Case(true, ["HTTP_AUTHORIZATION": " BEARER s3cr+t/="]),
    Case(true, ["REDIRECT_HTTP_AUTHORIZATION": "Bearer s3cr+t/="]),
    Case(true, ["REDIRECT_REDIRECT_HTTP_AUTHORIZATION": "Bearer s3cr+t/="]),
    Case(true, ["Http_Authorization": "Bearer s3cr+t/="]),
    Case(true, ["HTTP_AUTHORIZATION": "", "REDIRECT_HTTP_AUTHORIZATION": "Bearer s3cr+t/="]),
    Case(false, ["HTTP_AUTHORIZATION": "Bearer s3cr+t/"]),
    Case(false, ["HTTP_AUTHORIZATION": "Bearer s3cr+t/=="]),
    Case(false, ["HTTP_AUTHORIZATION": "Bearer S3CR+T/="]),
    Case(false, ["HTTP_AUTHORIZATION": "Bearer s3cr+t/= x"]),
    Case(false, ["HTTP_AUTHORIZATION": "Bearer"]),
    Case(false, ["HTTP_AUTHORIZATION": "Bearer "]),
    Case(false, ["HTTP_AUTHORIZATION": "s3cr+t/="]),
    Case(false, ["HTTP_AUTHORIZATION": "Basic s3cr+t/="]),
    Case(false, ["HTTP_AUTHORIZATION": "Bearers3cr+t/="]),
    Case(false, ["HTTP_X_AUTHORIZATION": "Bearer s3cr+t/="]),
    Case(false, ["QUERY_STRING": "token=s3cr+t/="]),
    Case(true, ["QUERY_STRING": "token=s3cr+t/="], inQuery: true),
    Case(true, ["QUERY_STRING": "a=b&token=s3cr%2Bt%2f%3D&token=x"], inQuery: true),
    Case(true, ["QUERY_STRING": "&&=&token&token=s3cr+t/="], inQuery: true),
    Case(false, ["QUERY_STRING": "token=x&token=s3cr+t/="], inQuery: true),
    Case(false, ["QUERY_STRING": "token="], inQuery: true),
    Case(false, ["QUERY_STRING": "Token=s3cr+t/="], inQuery: true),
    Case(false, ["QUERY_STRING": "xtoken=s3cr+t/="], inQuery: true),
    Case(false, ["QUERY_STRING": "token=s3cr+t/=%"], inQuery: true),
    Case(false, ["QUERY_STRING": "token=s3cr+t/=%4"], inQuery: true),
    Case(false, ["QUERY_STRING": "token=s3cr+t/=%zz"], inQuery: true),
    // What a server wants for itself does not hide the query's.
    Case(true, ["HTTP_AUTHORIZATION": "Basic eDp5", "QUERY_STRING": "token=s3cr+t/="], inQuery: true),
    Case(false, ["HTTP_AUTHORIZATION": "Bearer no", "QUERY_STRING": "token=s3cr+t/="], inQuery: true),
  ]

  @Test(arguments: cases)
  func token(_ check: Case) async throws {
    let tree = try greetingTree()
    let environment = ["VOICEBOT_ROOT": tree.root.path, "VOICEBOT_TOKEN": "s3cr+t/="]
      .merging(check.variables) { $1 }
    let result = try await Program.child(Program.cgi(greeting, environment), input: .bytes(greeting)).run()
    let reply = try #require(CGIResponse(result.output))
    #expect(reply.status == (check.opens ? 200 : 401))
    #expect((reply["WWW-Authenticate"]?.hasPrefix("Bearer") == true) == !check.opens)
    #expect(!result.text.contains("s3cr"))
    #expect(result.errorText == "")
  }

  /// The token comes before anything else is said about the request.
  @Test(arguments: ["", "{", "[]", "{}", #"{"action":"x"}"#, #"{"action":"getBusinessName","entityId":"nobody"}"#])
  func tokenComesFirst(_ body: String) async throws {
    let tree = try greetingTree()
    let environment = ["VOICEBOT_ROOT": tree.root.path, "VOICEBOT_TOKEN": "s3cret"]
    let result = try await Program.child(environment, input: .bytes(Array(body.utf8))).run()
    #expect(code(result.output) == "unauthorized")
  }

  /// `Proxy` is a header that clients send and libraries obey (CVE-2016-5385).
  @Test func proxyIsDropped() {
    let variables = Variables([
      ("HTTP_PROXY", "http://attacker"), ("HTTP_PROXY_X", "kept"), ("HTTP_PROXY", "again"), ("A", "1"), ("A", "2"),
    ])
    #expect(variables["HTTP_PROXY"] == nil)
    #expect(variables["HTTP_PROXY_X"] == "kept")
    #expect(variables["A"] == "1")
  }
}
