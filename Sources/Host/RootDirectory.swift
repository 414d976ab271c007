// Where a deployment lies when no variable says it: a tree of `bin/voicebot`, `Businesses/` and `Data/` finds itself,
// wherever it was copied to and whatever the working directory is. Settings.swift names the variables.

package import System

/// The running program's own file.
enum Executable {
  /// The directory it lies in, with every link resolved: empty for `/`; nil where that cannot be told.
  static func directory(_ calls: some SystemCalls) -> String? { (try? calls.executable()).flatMap(parent) }

  /// The path without its last segment: empty for what lies in `/`; nil for the empty path.
  fileprivate static func parent(of path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return String(path[..<slash])
  }
}

/// The root of a deployment that no variable names.
package enum RootDirectory {
  /// The directory above the executable's own, if it holds `Businesses`, else the working directory.
  package static func find(_ calls: some SystemCalls) -> String {
    guard let directory = Executable.directory(calls), let root = Executable.parent(of: directory),
      let status = try? calls.status(of: root + "/Businesses"), status.isDirectory
    else { return "." }
    return root
  }
}
