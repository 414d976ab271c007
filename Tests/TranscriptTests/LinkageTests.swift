// What is in the programs: no request pays for the libraries of the operator's commands, and neither program needs any
// library of the host.

import Foundation
import ProgramSupport
import Testing

@Suite struct LinkageTests {
  /// What the request program must not have, as it appears in the names of symbols: the libraries of the commands, and
  /// Swift's runtime, which is written in C++ and which Embedded Swift does without.
  static let unwanted = [
    "Foundation", "ArgumentParser", "BoringSSL", "_ZN5swift", "_ZNSt", "_Znw", "__gxx_personality",
  ]

  /// Those of the unwanted that have symbols in a program, as bin/build leaves it before it strips it.
  private func unwanted(in path: String) async throws -> [String] {
    let program = Program.checkout.appending(path: path).path
    let result = try await Child(path: "/usr/bin/nm", arguments: [program]).run()
    try #require(result.status == 0, "\(result.errorText)")
    // The program has symbols at all: these are of the target that both have (Embedded Swift spells `$e` for `$s`).
    try #require(result.text.contains("$s4Host") || result.text.contains("$e4Host"))
    return Self.unwanted.filter(result.text.contains)
  }

  @Test func requestsPayForNoCommand() async throws {
    let built = ".build/embedded/release/voicebot"
    #expect(try await unwanted(in: built) == [])
    // That is the program under test, with its symbols.
    let tree = try TemporaryTree()
    let stripped = tree.root.appending(path: "stripped")
    let result = try await Child(
      path: "/usr/bin/strip", arguments: ["-o", stripped.path, Program.checkout.appending(path: built).path]
    ).run()
    try #require(result.status == 0, "\(result.errorText)")
    #expect(try Data(contentsOf: stripped) == Data(contentsOf: URL(filePath: Program.path)))
    // The same check finds what is there.
    let found = try await unwanted(in: ".build/release/voicebot-desk")
    #expect(found.contains("ArgumentParser") && found.contains("_ZN5swift"))
  }

  /// Whether an executable asks for a dynamic linker: its program headers have a PT_INTERP.
  private func asksForALinker(_ path: String) throws -> Bool {
    let bytes = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    func number(at offset: Int, bytes count: Int) throws -> Int {
      try #require(offset + count <= bytes.count)
      return (0..<count).reversed().reduce(0) { $0 << 8 | Int(bytes[bytes.startIndex + offset + $1]) }
    }
    // ELF, 64 bits, little-endian.
    try #require(bytes.starts(with: [0x7f, 0x45, 0x4c, 0x46, 2, 1]))
    let table = try number(at: 0x20, bytes: 8)
    let size = try number(at: 0x36, bytes: 2)
    let count = try number(at: 0x38, bytes: 2)
    try #require(count > 0)
    let interpreter = 3
    return try (0..<count).contains { try number(at: table + $0 * size, bytes: 4) == interpreter }
  }

  @Test func bothAreStatic() throws {
    #expect(try !asksForALinker(Program.path))
    #expect(try !asksForALinker(Program.desk))
    // The same check finds one where there is one.
    #expect(try asksForALinker("/bin/sh"))
  }
}
