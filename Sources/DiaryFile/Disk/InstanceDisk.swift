// Whether a directory outlives the instance of a function that serves it. An instance of AWS Lambda has disks of its
// own that vanish with it; what stays is a network file system (EFS) that was mounted into it.

internal import System

/// Disks that vanish with the instance of a function.
package enum InstanceDisk {
  /// Whether a directory vanishes with the function's instance: it does unless it lies on a network file system, and so
  /// does one of which nobody can tell.
  static func vanishes(_ directory: String, _ calls: some SystemCalls) -> Bool {
    guard let path = resolved(directory, calls) else { return true }
    let type = fileSystem(of: path, in: mountTable(calls))
    return type != "nfs" && type != "nfs4"
  }

  /// The type of the file system that an absolute path without links lies on, by the lines of `/proc/self/mountinfo`
  /// (proc(5)); of two mounts at one place the later counts. Nil where none does.
  package static func fileSystem(of path: String, in mounts: String) -> String? {
    var longest = -1
    var type: String?
    for line in mounts.utf8.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " "))
      guard fields.count > 5, let dash = fields.firstIndex(where: { $0.elementsEqual("-".utf8) }),
        dash + 1 < fields.count
      else { continue }
      let point = unescaped(fields[4])
      let isRoot = point.elementsEqual("/".utf8)
      let covers = isRoot || path.utf8.elementsEqual(point) || path.utf8.starts(with: point + [UInt8(ascii: "/")])
      if covers && point.count >= longest {
        longest = point.count
        type = String(Substring(fields[dash + 1]))
      }
    }
    return type
  }

  /// A field of the table: space, tab, newline and backslash stand there as a backslash and three octal digits.
  private static func unescaped(_ field: Substring.UTF8View) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = field
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.count >= 3 {
        let value = rest.prefix(3).reduce(0) { $0 << 3 | ($1 & 7) }
        rest = rest.dropFirst(3)
        bytes.append(value)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static func mountTable(_ calls: some SystemCalls) -> String {
    guard
      let descriptor = try? retrying({ () throws(SystemError) in try calls.open("/proc/self/mountinfo", .read) })
    else { return "" }
    defer { calls.close(descriptor) }
    let table = try? calls.readToEnd(descriptor, size: nil, limit: 1 << 20)
    return String(decoding: table ?? [], as: UTF8.self)
  }

  /// The path without links of a directory, or of the nearest above it that is there; nil where it cannot be had.
  private static func resolved(_ path: String, _ calls: some SystemCalls) -> String? {
    var path = path
    while !path.isEmpty {
      do throws(SystemError) {
        return try retrying { () throws(SystemError) in try calls.resolve(path) }
      } catch {
        guard error.meansMissing else { return nil }
      }
      guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "/" }
      path = String(path[..<slash])
    }
    return "/"
  }
}
