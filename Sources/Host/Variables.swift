// The environment as a table of strings, taken from the process once. What the variables mean is said in
// Settings.swift (the deployment's own, contract section 7) and in CGIRequest.swift (the web server's).

import Glibc

/// The environment variables of one process, as values: nothing below `main` asks the process again.
public struct Variables: Sendable {
  /// No tuple: the runtime makes the type of a list of tuples anew in each process.
  private struct Entry {
    let name: String
    let value: String
  }
  private let entries: [Entry]

  /// A table of these variables; of two with one name the first counts, as in getenv(3). `HTTP_PROXY` is dropped:
  /// under CGI it is whatever the client sent as its header `Proxy` (CVE-2016-5385).
  public init(_ entries: [(name: String, value: String)]) {
    self.init(entries.map { Entry(name: $0.name, value: $0.value) })
  }

  private init(_ entries: [Entry]) {
    self.entries = entries.filter { $0.name != "HTTP_PROXY" }
  }

  /// The environment of this process. Bytes that are not UTF-8 become U+FFFD.
  public static func ofProcess() -> Variables {
    var entries: [Entry] = []
    var next = unsafe environ
    while let entry = unsafe next.pointee {
      let text = unsafe String(cString: entry)
      if let separator = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
        let value = text[text.utf8.index(after: separator)...]
        entries.append(Entry(name: String(text[..<separator]), value: String(value)))
      }
      unsafe next += 1
    }
    return Variables(entries)
  }

  /// The value of a variable, or nil where it is not set.
  public subscript(name: String) -> String? { entries.first { $0.name == name }?.value }

  /// The value of a variable, or nil where it is not set or empty.
  public func nonEmpty(_ name: String) -> String? {
    guard let value = self[name], !value.isEmpty else { return nil }
    return value
  }

  /// The first value that is not empty among the variables whose name satisfies a condition, in the table's order.
  public func first(where matches: (String) -> Bool) -> String? {
    entries.first { !$0.value.isEmpty && matches($0.name) }?.value
  }
}
