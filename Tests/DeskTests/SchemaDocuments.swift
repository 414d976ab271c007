// Business files for the tests of the schema: from YAML to what an editor checks against a schema, and from JSON, which
// is YAML, to what the reader reads.

import Business
import BusinessFile
import CivilTime
import Foundation
import JSON
import Testing

enum SchemaDocuments {
  /// The checkout that these tests belong to.
  static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The schema, read once.
  static let schema = Result {
    let bytes = try Data(contentsOf: checkout.appending(path: "Businesses/business.schema.json"))
    return SchemaEvaluator(root: try JSONValue(parsing: [UInt8](bytes), limits: JSONLimits(bytes: 1 << 20)))
  }

  /// What the reader has to say against a file; nothing where it takes it.
  static func issues(_ bytes: [UInt8]) throws -> [String] {
    let id = try #require(Identifier("praxis"))
    do {
      _ = try BusinessFileReader.read(bytes, id: id) { name throws(ZoneError) in
        guard name == "Europe/Berlin" else { throw .unknown(name) }
        return Zone(name: name) { _ in 3600 }
      }
      return []
    } catch {
      return error.issues.map(\.what)
    }
  }

  /// A file as editors hand it to a schema: by YAML 1.2's core schema, plain scalars are numbers, booleans and null where
  /// they look like it.
  static func value(_ yaml: String) throws -> JSONValue {
    let tree = try YAMLTree.parse(Array(yaml.utf8)).tree
    var index = 0
    return value(tree, &index)
  }

  private static func value(_ tree: YAMLTree, _ index: inout Int) -> JSONValue {
    let node = tree.nodes[index]
    index += 1
    switch node.kind {
    case .scalar: return scalar(tree, node)
    case .alias:
      var target = Int(node.start)
      return value(tree, &target)
    case .list:
      var items: [JSONValue] = []
      while index < Int(node.next) { items.append(value(tree, &index)) }
      return .array(items)
    case .map:
      var members: [JSONObject.Member] = []
      while index < Int(node.next) {
        let key = tree.nodes[index]
        index += 1
        let name = String(decoding: tree.bytes[Int(key.start)..<Int(key.start + key.count)], as: UTF8.self)
        members.append(JSONObject.Member(name: name, value: value(tree, &index)))
      }
      return .object(JSONObject(members))
    }
  }

  private static func scalar(_ tree: YAMLTree, _ node: YAMLTree.Node) -> JSONValue {
    let text = String(decoding: tree.bytes[Int(node.start)..<Int(node.start + node.count)], as: UTF8.self)
    guard node.isPlainOrFlow else { return .string(text) }
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default:
      let isNumber = text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil
      guard isNumber, let double = Double(text) else { return .string(text) }
      let written = double == double.rounded() && abs(double) < 1e15 ? "\(Int(double))" : "\(double)"
      return (try? JSONValue(parsing: Array(written.utf8))) ?? .string(text)
    }
  }

  /// A value as JSON.
  static func text(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(value)
    return writer.bytes
  }
}
