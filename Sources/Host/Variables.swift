// The environment as a table, taken from the process once. Settings.swift knows what the deployment's own
// variables mean (contract, section 8), CGIRequest.swift what those of the web server mean.

internal import System

/// The environment variables of one process, as values: nothing below `main` asks the process again.
package struct Variables: Sendable {
  /// `NAME=value`, one behind the other, a zero byte behind each. Servers set dozens and a request asks for a few: strings
  /// are made of those alone.
  private var bytes: [UInt8] = []
  /// Where each begins.
  private var starts: [Int] = []

  /// A table of these variables; of two with one name the first counts, as in getenv(3). `HTTP_PROXY` is dropped:
  /// under CGI it is whatever the client sent as its header `Proxy` (CVE-2016-5385).
  package init(_ entries: [(name: String, value: String)]) {
    for entry in entries { add(Array((entry.name + "=" + entry.value).utf8)) }
  }

  /// The environment of this process.
  package static func ofProcess() -> Variables {
    var variables = Variables([])
    unsafe LinuxProcess.environment { entry in unsafe variables.add(entry) }
    return variables
  }

  private mutating func add(_ entry: some Collection<UInt8>) {
    starts.append(bytes.count)
    bytes.append(contentsOf: entry)
    bytes.append(0)
    if value(of: "HTTP_PROXY".utf8.span, at: starts.count - 1) != nil {
      bytes.removeLast(bytes.count - starts.removeLast())
    }
  }

  /// The value of a variable, or nil where it is not set. Bytes that are not UTF-8 become U+FFFD.
  package subscript(name: String) -> String? {
    let name = name.utf8.span
    for index in starts.indices {
      if let start = value(of: name, at: index) { return text(from: start) }
    }
    return nil
  }

  /// The value of a variable, or nil where it is not set or empty.
  package func nonEmpty(_ name: String) -> String? {
    guard let value = self[name], !value.isEmpty else { return nil }
    return value
  }

  /// The first value that is not empty among the variables whose name satisfies a condition, in the table's order.
  func first(where matches: (Span<UInt8>) -> Bool) -> String? {
    for start in starts {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "=")), bytes[end + 1] != 0,
        matches(bytes.span.extracting(start..<end))
      else { continue }
      return text(from: end + 1)
    }
    return nil
  }

  /// Where the value of a variable begins, if it is the one at a place of the table.
  private func value(of name: Span<UInt8>, at index: Int) -> Int? {
    let start = starts[index]
    // The zero at the end of the entry is in no name.
    for place in name.indices where bytes[start + place] != name[place] { return nil }
    return bytes[start + name.count] == UInt8(ascii: "=") ? start + name.count + 1 : nil
  }

  private func text(from start: Int) -> String {
    String(decoding: bytes[start...].prefix { $0 != 0 }, as: UTF8.self)
  }
}
