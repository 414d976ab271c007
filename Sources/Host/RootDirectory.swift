// Where the deployment is when no variable says it: found from where the program itself lies. See Settings.swift for
// the variable names.

import Glibc

/// The running program's own file.
enum Executable {
  /// The directory it lies in, with every link resolved, by proc(5): empty for `/`; nil where that cannot be told.
  static var directory: String? { path.flatMap(parent) }

  private static var path: String? {
    let capacity = Int(PATH_MAX)
    let path = unsafe [CChar](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      count = max(0, unsafe readlink("/proc/self/exe", start, capacity))
    }
    guard !path.isEmpty, path.count < capacity else { return nil }
    return String(decoding: path.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The path without its last segment: empty for what lies in `/`; nil for the empty path.
  fileprivate static func parent(of path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return String(path[..<slash])
  }
}

/// The directory that holds `Businesses` and `Data`.
public enum RootDirectory {
  /// The directory above the executable's own, if it holds `Businesses`, else the working directory.
  @Sendable public static func find() -> String {
    guard let directory = Executable.directory, let root = Executable.parent(of: directory),
      isDirectory(root + "/Businesses")
    else { return "." }
    return root
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
