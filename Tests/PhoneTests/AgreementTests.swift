// The reader against phonenumbers, the PyPI package with libphonenumber's rules: expectations.py prints cases and what
// they are by the contract's rule. bin/test installs the package, and VOICEBOT_PYTHON names its Python.

import Foundation
import Phones
import Testing

@Suite("Agreement with libphonenumber")
struct AgreementTests {
  @Test("example numbers of every region and type in every form, and changes of them")
  func agreement() throws {
    let cases = try AgreementTests.cases()
    var counts: [String: Int] = [:]
    var differences: [String] = []
    for line in cases {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(fields.count == 3, "\(line)")
      let found = AgreementTests.reading(of: fields[1], country: fields[0].isEmpty ? nil : fields[0])
      counts[found.hasPrefix("+") ? "E.164" : found, default: 0] += 1
      if found != fields[2] { differences.append("\(fields[0]) \(fields[1]): \(found), not \(fields[2])") }
    }
    #expect(differences.isEmpty, "\(differences.count) differ: \(differences.prefix(20).joined(separator: "; "))")
    print("figures: phones: \(cases.count) cases, \(differences.count) differ; \(counts.sorted { $0.key < $1.key })")
    #expect(cases.count > 60_000)
    #expect(counts.count == 4 && counts.values.allSatisfy { $0 > 100 })
  }

  @Test("what is recorded reads as itself in every country, and its last six digits stay")
  func recorded() throws {
    for (index, line) in try AgreementTests.cases().enumerated() where index % 7 == 0 {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard let number = PhoneNumber(fields[1], country: fields[0]), let full = number.e164 else { continue }
      for country in ["US", "DE", "RU", "AR", nil] {
        #expect(PhoneNumber(number.recorded, country: country)?.e164 == full, "\(line)")
      }
      if number.digits.count >= 6, full.count > 10 {
        #expect(PhoneNumber.digits(of: number.recorded)?.suffix(6) == number.digits.suffix(6), "\(line)")
      }
    }
  }

  /// What the script prints for a number that the reader reads so.
  private static func reading(of text: String, country: String?) -> String {
    guard let number = PhoneNumber(text, country: country) else { return "none" }
    return number.e164 ?? (number.isImpossible ? "impossible" : "sent")
  }

  /// The script's lines.
  private static func cases() throws -> [Substring] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "expectations.py").path
    process.arguments = [ProcessInfo.processInfo.environment["VOICEBOT_PYTHON"] ?? "python3", script]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "phonenumbers is missing; see bin/test")
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }
}
