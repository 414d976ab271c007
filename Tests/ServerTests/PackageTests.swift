// bin/package: what a tree and a zip hold, and that an update leaves alone what somebody configured on the host. The way
// back, and updates under load, are in PackageUpdateTests.swift.

import Foundation
import ProgramSupport
import Testing

@Suite struct PackageTests {
  /// A tree: both programs, the schema, one's own businesses, and of the examples those that were named.
  @Test func aTree() async throws {
    let bench = try PackageBench()
    try bench.add("praxis", to: bench.checkout)
    let result = try await bench.package("tree", bench.tree.path, "--with", "gleichgewicht")
    #expect(result.status == 0, "\(result.errorText)")
    #expect(
      result.text == """
        \(bench.tree.path):
        bin/voicebot and bin/voicebot-desk are written.
        Businesses/gleichgewicht.yaml is written.
        Businesses/praxis.yaml is written.
        Examples that anyone could book do not go along unless --with names them: haarschnitt, mar-alto.

        """)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.tree.path).sorted()
        == ["Businesses", "THIRD-PARTY", "bin", "share"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.tree.path + "/bin").sorted() == PackageBench.programs)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.tree.path + "/Businesses").sorted()
        == [".shipped", "business.schema.json", "gleichgewicht.yaml", "praxis.yaml"])

    let request = Array(#"{"action":"getAgents","appointmentTypeId":"course","entityId":"gleichgewicht"}"#.utf8)
    #expect(try await bench.run(input: request).text == greeted + "\n")
    let check = try await bench.run("voicebot", ["check"])
    #expect(check.status == 0, "\(check.errorText)")
    #expect(check.text == "2 files are in order.\n")
  }

  /// What was edited on the host stays, and is told with the difference; so does its mode.
  @Test func anEditedBusinessStays() async throws {
    let bench = try PackageBench()
    try bench.add("praxis", to: bench.checkout)
    _ = try await bench.package("tree", bench.tree.path)
    let token = String(repeating: "0a", count: 32)
    try bench.add("praxis", to: bench.tree, ending: "tokens: [\"\(token)\"]\n")
    let file = bench.tree.path + "/Businesses/praxis.yaml"
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    let result = try await bench.package("tree", bench.tree.path, version: "new")
    #expect(result.status == 0, "\(result.errorText)")
    #expect(bench.text("Businesses/praxis.yaml")?.hasSuffix("tokens: [\"\(token)\"]\n") == true)
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    #expect(result.text.contains("Businesses/praxis.yaml differs from this checkout's and stays as it is (- there, "))
    #expect(result.text.contains("\n  -tokens: [\"\(token)\"]\n"))
    #expect(bench.versions() == ["new", "new"])
  }

  /// A long difference is cut short.
  @Test func aLongDifferenceIsCutShort() async throws {
    let bench = try PackageBench()
    try bench.add("praxis", to: bench.checkout)
    try FileManager.default.createDirectory(
      at: bench.tree.appending(path: "Businesses"), withIntermediateDirectories: true)
    try bench.add("praxis", to: bench.tree, ending: String(repeating: "# more\n", count: 100))
    let result = try await bench.package("tree", bench.tree.path)
    #expect(result.text.contains("\n  -# more\n  … and 89 more lines\n"), "\(result.text)")
  }

  /// A business that was removed on the host is not written again, unless it is named.
  @Test func aRemovedBusinessStaysAway() async throws {
    let bench = try PackageBench()
    try bench.add("praxis", to: bench.checkout)
    _ = try await bench.package("tree", bench.tree.path)
    try FileManager.default.removeItem(at: bench.tree.appending(path: "Businesses/praxis.yaml"))
    let result = try await bench.package("tree", bench.tree.path)
    #expect(result.text.contains("Businesses/praxis.yaml was removed there and is not written again, "))
    #expect(bench.text("Businesses/praxis.yaml") == nil)
    let named = try await bench.package("tree", bench.tree.path, "--with", "praxis")
    #expect(named.text.contains("Businesses/praxis.yaml is written."))
    #expect(bench.text("Businesses/praxis.yaml") == (try bench.example()))
  }

  /// What answers requests although this checkout does not ship it is told.
  @Test func whatElseIsThereIsTold() async throws {
    let bench = try PackageBench()
    try bench.add("praxis", to: bench.checkout)
    _ = try await bench.package("tree", bench.tree.path, "--with", "haarschnitt")
    try bench.add("host-only", to: bench.tree)
    try FileManager.default.removeItem(at: bench.checkout.appending(path: "Businesses/praxis.yaml"))
    try bench.write("{}", to: bench.tree.appending(path: "Businesses/business.schema.json"))
    let result = try await bench.package("tree", bench.tree.path)
    #expect(
      result.text == """
        \(bench.tree.path):
        bin/voicebot and bin/voicebot-desk are these programs already.
        Businesses/business.schema.json is replaced.
        Businesses/haarschnitt.yaml is an example: it stays, and anyone can book there until you remove it.
        Businesses/praxis.yaml is gone from this checkout: it stays, and can be booked until you remove it.
        Business files that are there only, and stay as they are: 1.
        Examples that anyone could book do not go along unless --with names them: gleichgewicht, haarschnitt, mar-alto.

        """)
    #expect(bench.text("Businesses/praxis.yaml") == (try bench.example()))
    #expect(bench.text("Businesses/business.schema.json") != "{}")
  }

  /// A link on the host, also one that leads nowhere, is a business file like any other.
  @Test func aLinkStays() async throws {
    let bench = try PackageBench()
    try bench.add("praxis", to: bench.checkout)
    try FileManager.default.createDirectory(
      at: bench.tree.appending(path: "Businesses"), withIntermediateDirectories: true)
    let link = bench.tree.path + "/Businesses/praxis.yaml"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nowhere")
    let result = try await bench.package("tree", bench.tree.path)
    #expect(result.text.contains("Businesses/praxis.yaml is there, cannot be read, and stays as it is."))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "nowhere")
  }

  /// `--dry-run` says what would be done, and does nothing: where there is no tree, and where there is one.
  @Test func aDryRunChangesNothing() async throws {
    let bench = try PackageBench()
    try bench.add("praxis", to: bench.checkout)
    let first = try await bench.package("tree", bench.tree.path, "--dry-run")
    #expect(first.text.contains("bin/voicebot-desk would be written.\nBusinesses/praxis.yaml would be written.\n"))
    #expect(!FileManager.default.fileExists(atPath: bench.tree.path))

    _ = try await bench.package("tree", bench.tree.path)
    _ = try await bench.package("tree", bench.tree.path, version: "new")
    try bench.add("praxis", to: bench.tree, ending: "# edited\n")
    let before = try bench.contents()
    let update = try await bench.package("tree", "--dry-run", bench.tree.path, "--with", "mar-alto")
    #expect(update.text.contains("would be replaced"))
    #expect(update.text.contains("Businesses/mar-alto.yaml would be written."))
    #expect(update.text.contains("\n  -# edited\n"))
    let back = try await bench.package("tree", bench.tree.path, "--back", "--dry-run")
    #expect(back.status == 0, "\(back.errorText)")
    #expect(back.text.contains("would be the previous ones"))
    #expect(try bench.contents() == before)
  }

  /// The zip has what Lambda looks for in the places and with the modes it needs, no operator's program, and of the
  /// examples those that were named.
  @Test func aZip() async throws {
    let bench = try PackageBench()
    try bench.add("praxis", to: bench.checkout)
    let zip = bench.checkout.path + "/the function.zip"
    let result = try await bench.package("lambda", zip, "--with", "gleichgewicht")
    #expect(result.status == 0, "\(result.errorText)")
    #expect(result.text.contains(", with 2 business files.\n"))
    let unzip = try await Child(path: "/usr/bin/unzip", arguments: ["-q", zip, "-d", bench.tree.path]).run()
    #expect(unzip.status == 0, "\(unzip.errorText)")
    let root = bench.tree.path
    #expect(try FileManager.default.contentsOfDirectory(atPath: root).sorted() == ["Businesses", "bin", "bootstrap"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: root + "/bin") == ["voicebot"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: root + "/Businesses").sorted()
        == ["business.schema.json", "gleichgewicht.yaml", "praxis.yaml"])
    for file in ["/bootstrap", "/bin/voicebot"] { #expect(FileManager.default.isExecutableFile(atPath: root + file)) }
    #expect(try bench.leftovers().isEmpty)
  }

  @Test(arguments: [
    [], ["tree"], ["tree", "a", "b"], ["tree", "a", "--with"], ["tree", "a", "--with", "*"], ["tree", "a", "--force"],
    ["tree", "a", "--back", "--with", "praxis"], ["lambda", "a", "b"], ["lambda", "--back"], ["lambda", "--dry-run"],
    ["zip"],
  ])
  func saysHowItIsUsed(_ arguments: [String]) async throws {
    let result = try await Child(
      path: Program.checkout.path + "/bin/package", arguments: arguments, environment: ["PATH": "/usr/bin:/bin"],
      directory: "/"
    ).run()
    #expect(result.status == 64)
    #expect(result.errorText.contains("bin/package tree DIRECTORY"))
  }

  /// An example that does not exist, and the checkout as a tree, are refused before anything is done.
  @Test func refusesWhatCannotBeMeant() async throws {
    let bench = try PackageBench()
    let unknown = try await bench.package("tree", bench.tree.path, "--with", "gleichgewiht")
    #expect(unknown.status == 1)
    #expect(unknown.errorText.contains("there is no Businesses/gleichgewiht.yaml in this checkout"))
    #expect(!FileManager.default.fileExists(atPath: bench.tree.path))
    let itself = try await bench.package("tree", bench.checkout.path + "/bin/..")
    #expect(itself.status == 1)
    #expect(itself.errorText.contains("is this checkout"))
    #expect(!FileManager.default.fileExists(atPath: bench.checkout.path + "/bin/voicebot"))
  }
}
