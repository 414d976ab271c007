// What the tests of this target share: a small business, its zones, and the tables of named cases.

import Business
import BusinessFile
import CivilTime
import Foundation
import Testing

/// The business that most cases change a line or two of; `Tables/*.txt` count its lines from 1.
let smallBusiness = """
  name: Praxis
  timezone: Europe/Berlin
  hours: {mon-fri: 08:00-17:00}
  agents:
    anna: {name: Anna}
    ben: {name: Ben}
  appointmentTypes:
    massage: {name: Massage, products: [short]}
  products:
    short:
      name: Kurz
      duration: 30m

  """

/// A few zones without rules, so that no test depends on the host's database.
func testZones(_ name: String) throws(ZoneError) -> Zone {
  guard !name.contains("..") else { throw .malformedName }
  guard ["Europe/Berlin", "Europe/Vienna", "Europe/Lisbon"].contains(name) else { throw .unknown(name) }
  return Zone(name: name) { _ in 3600 }
}

struct BadTest: Error {
  let what: String
}

func id(_ text: String) throws -> Identifier {
  guard let id = Identifier(text) else { throw BadTest(what: "\(text) is no id") }
  return id
}

func read(_ text: String) throws -> Business {
  try BusinessFileReader.read(Array(text.utf8), id: try id("test"), zones: testZones)
}

/// The errors of a file, `line:column what`; none where it can be read.
func issues(_ bytes: [UInt8]) throws -> [String] {
  do throws(BusinessFileFailure) {
    guard let test = Identifier("test") else { return ["no id"] }
    _ = try BusinessFileReader.read(bytes, id: test, zones: testZones)
    return []
  } catch {
    return error.issues.map { "\($0.line):\($0.column) \($0.what)" }
  }
}

func issues(_ text: String) throws -> [String] { try issues(Array(text.utf8)) }

/// A directory of its own, which `body` may fill and which is gone afterwards.
func withTemporaryDirectory(_ body: (URL) throws -> Void) throws {
  let url = FileManager.default.temporaryDirectory.appending(path: "business-file-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: url) }
  try body(url)
}

/// The repository's own business files.
let businesses = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "Businesses")

/// A named case of a table in `Tables`.
///
/// Cases stand between empty lines. `# name` comes first. `7| text` puts a line in the place of the small business's
/// line 7 (several of them, several lines), `+| text` adds a line at its end, `=| text` writes the whole file.
/// `> 7:3 words` is an error expected at line 7, column 3, with exactly these words.
struct TableCase: CustomTestStringConvertible, Sendable {
  let name: String
  let file: String
  let expected: [String]
  var testDescription: String { name }

  static func all(_ table: String) -> [TableCase] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Tables/\(table).txt")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return text.split(separator: "\n\n").map { TableCase(block: $0) }
  }

  private init(block: Substring) {
    var name = ""
    var whole: [Substring] = []
    var added: [Substring] = []
    var replaced: [Int: [Substring]] = [:]
    var expected: [String] = []
    for line in block.split(separator: "\n") {
      if line.hasPrefix("# ") { name = String(line.dropFirst(2)) }
      if line.hasPrefix("> ") { expected.append(String(line.dropFirst(2))) }
      guard let bar = line.firstIndex(of: "|") else { continue }
      let text = line[line.index(after: bar)...].dropFirst()
      switch line[..<bar] {
      case "=": whole.append(text)
      case "+": added.append(text)
      case let number: if let number = Int(number) { replaced[number, default: []].append(text) }
      }
    }
    var lines: [Substring] = []
    for (number, line) in zip(1..., smallBusiness.dropLast().split(separator: "\n", omittingEmptySubsequences: false)) {
      lines += replaced[number] ?? [line]
    }
    self.name = name
    self.file = (whole.isEmpty ? lines + added : whole).joined(separator: "\n") + "\n"
    self.expected = expected
  }
}
