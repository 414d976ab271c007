// Whether a file of which nobody can tell the meaning asks for tokens, and by which.

import BusinessFile
import Testing

@Suite struct NamedTokensTests {
  static let hash = String(repeating: "0a", count: 32)

  @Test(arguments: [
    ("tokens: [\(hash)]", [hash]), ("name: x\ntokens:\n  - \(hash.uppercased())", [hash]), ("\"tokens\" : {", []),
    ("'tokens': x", []), ("\u{FEFF}tokens: [\(hash)", [hash]), ("a\r\ntokens: \(hash), \(hash)", [hash, hash]),
    ("{name: x, tokens: [\(hash)", [hash]), ("{\"tokens\": [", []), ("tokens: [\(hash)0, \(hash.dropLast())]", []),
    ("tokens:", []),
  ])
  func asks(_ file: String, _ hashes: [String]) {
    #expect(NamedTokens.hashes(inBroken: Array(file.utf8)) == hashes)
  }

  @Test(arguments: [
    "", "tokens", "token: x", "tokens x: y", "mytokens: [\(hash)]", "a: {tokens: 1}", "  tokens: 1", "# tokens: 1",
    "name: tokens: 1", "tokensX: 1",
  ])
  func asksForNone(_ file: String) {
    #expect(NamedTokens.hashes(inBroken: Array(file.utf8)) == nil)
  }
}
