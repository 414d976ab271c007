// The schema that editors use against the reader that the program uses: neither may take what the other refuses, but for
// what a schema cannot say (SchemaCorpus.swift lists it).

import BusinessFile
import Foundation
import JSON
import Testing

@Suite struct SchemaTests {
  let schema: SchemaEvaluator

  init() throws { schema = try SchemaDocuments.schema.get() }

  @Test(arguments: SchemaCase.all)
  func readerAndSchemaSayTheSame(_ line: SchemaCase) throws {
    let yaml = line.yaml.replacing(/…([0-9]+) characters…/) { String(repeating: "x", count: Int($0.1) ?? 0) }
    let issues = try SchemaDocuments.issues(Array(yaml.utf8))
    let isAccepted = try schema.accepts(SchemaDocuments.value(yaml))
    #expect(issues.isEmpty == (line.verdict == .ok || line.verdict == .schema), "reader: \(issues)")
    #expect(isAccepted == (line.verdict == .ok || line.verdict == .reader), "schema")
  }

  @Test func everyLineOfTheTableIsACase() {
    let lines = SchemaCase.table.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count == SchemaCase.all.count)
    #expect(SchemaCase.all.count > 200)
  }

  /// The keys of each kind of map, the reader's and the schema's.
  @Test func theyHaveTheSameKeys() throws {
    let kinds: [(keys: KeySet, path: [String])] = [
      (.business, []), (.agent, ["$defs", "agent"]), (.type, ["$defs", "appointmentType"]),
      (.product, ["$defs", "product"]), (.terms, ["properties", "booking"]), (.info, ["$defs", "requiredInfo"]),
      (.info, ["$defs", "optionalInfo"]),
      (.field, ["$defs", "field"]), (.rota, ["$defs", "rota"]),
      (.pause, ["$defs", "product", "properties", "pause"]),
    ]
    for (keys, path) in kinds {
      let map = try #require(path.reduce(schema.root) { $0?.member($1) })
      #expect(Set(map.member("properties")?.members?.map(\.name) ?? []) == Set(keys.names))
      #expect(map.member("additionalProperties")?.boolValue == false)
      let required = map.member("required")?.arrayValue?.compactMap(\.stringValue) ?? []
      #expect(required == Array(keys.names.prefix(keys.requiredExamples.count)))
    }
  }

  @Test func everyKeyIsExplained() throws {
    var keys = 0
    try forEachSchema { schema in
      for property in schema.member("properties")?.members ?? [] {
        keys += 1
        let target = try property.value.member("$ref").map { try self.schema.resolved($0) }
        for word in ["title", "description"] {
          let text = property.value.member(word)?.stringValue ?? target?.member(word)?.stringValue
          #expect((text ?? "").count > 1, "\(property.name) has no \(word)")
        }
      }
    }
    #expect(keys > 40)
  }

  @Test func examplesAndDefaultsSatisfyTheirSchema() throws {
    var examples = 0
    try forEachSchema { schema in
      let values = (schema.member("examples")?.arrayValue ?? []) + [schema.member("default")].compactMap { $0 }
      for value in values {
        examples += 1
        let isAccepted = try self.schema.accepts(value, schema)
        #expect(isAccepted, "\(value)")
      }
    }
    #expect(examples > 20)
  }

  /// Calls `body` with the schema and every schema in it.
  private func forEachSchema(_ body: (JSONValue) throws -> Void) throws {
    func visit(_ schema: JSONValue) throws {
      guard schema.members != nil else { return }
      try body(schema)
      for map in ["properties", "patternProperties", "$defs"] {
        for member in schema.member(map)?.members ?? [] { try visit(member.value) }
      }
      for one in ["items", "additionalProperties", "propertyNames", "not"] { try schema.member(one).map(visit) }
      for list in ["anyOf", "allOf"] {
        for schema in schema.member(list)?.arrayValue ?? [] { try visit(schema) }
      }
    }
    try visit(schema.root)
  }

  @Test func countriesAreTheReadersOwn() throws {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
    let base = SchemaCase(verdict: .ok, change: "country: DE").yaml
    for code in letters.flatMap({ first in letters.map { first + $0 } }) {
      let yaml = base.replacing("country: DE", with: "country: \(code)")
      let isRead = try SchemaDocuments.issues(Array(yaml.utf8)).isEmpty
      let isAccepted = try schema.accepts(SchemaDocuments.value(yaml))
      #expect(isAccepted == isRead, "\(code)")
    }
  }

  /// The examples say which schema is theirs, satisfy it, and are read.
  @Test func theExamplesAreInOrder() throws {
    let directory = SchemaDocuments.checkout.appending(path: "Businesses")
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.path).filter { $0.hasSuffix(".yaml") }
    #expect(!names.isEmpty)
    for name in names {
      let yaml = try String(contentsOf: directory.appending(path: name), encoding: .utf8)
      #expect(yaml.hasPrefix("# yaml-language-server: $schema=business.schema.json\n"), "\(name)")
      let isAccepted = try schema.accepts(SchemaDocuments.value(yaml))
      #expect(isAccepted, "\(name)")
    }
  }
}
