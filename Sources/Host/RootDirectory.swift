// Where a deployment lies when VOICEBOT_ROOT does not say it: a tree `bin/voicebot`, `Businesses/`, `Data/`
// finds itself, wherever it was copied to and whatever the working directory is.

import Glibc

/// The root of a deployment that no variable names.
public enum RootDirectory {
  /// The directory above the executable's own, if it holds `Businesses`, else the working directory.
  @Sendable public static func find() -> String {
    guard let executable = executablePath(), let root = parent(of: parent(of: executable)),
      isDirectory(root + "/Businesses")
    else { return "." }
    return root
  }

  /// The path of the running program with every link resolved, by proc(5).
  private static func executablePath() -> String? {
    let capacity = Int(PATH_MAX)
    let path = unsafe [CChar](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      count = max(0, unsafe readlink("/proc/self/exe", start, capacity))
    }
    guard !path.isEmpty, path.count < capacity else { return nil }
    return String(decoding: path.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The path without its last segment: empty for what lies in `/`; nil for the empty path.
  private static func parent(of path: String?) -> String? {
    guard let path, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return String(path[..<slash])
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
