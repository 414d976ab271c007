// A directory that a test may fill and that is gone afterwards.

import Foundation

/// A fresh directory of mode 0700, removed with everything in it when the last user lets go of it.
final class TemporaryDirectory {
  let path: String

  init() throws {
    var template = Array((FileManager.default.temporaryDirectory.path + "/bookings-XXXXXX").utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The data directory in it, which is not there yet.
  var data: String { path + "/Data" }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: data + "/" + name)))
  }

  func write(_ bytes: [UInt8], _ name: String) throws {
    let path = data + "/" + name
    try? FileManager.default.removeItem(atPath: path)
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    else { throw CocoaError(.fileWriteUnknown) }
  }

  func names() -> [String] { ((try? FileManager.default.contentsOfDirectory(atPath: data)) ?? []).sorted() }
}
