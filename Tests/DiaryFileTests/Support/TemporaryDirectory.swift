// A directory that a test may fill and that is gone afterwards. Plain system calls, because some tests use it a hundred
// thousand times.

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

  /// The path of a file in the data directory.
  func path(_ name: String) -> String { data + "/" + name }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  /// Puts a new file of mode 0600 in the place of one.
  func write(_ bytes: [UInt8], _ name: String) throws {
    remove(name)
    let descriptor = unsafe open(path(name), O_WRONLY | O_CREAT | O_EXCL, 0o600)
    defer { close(descriptor) }
    guard descriptor >= 0, unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  func remove(_ name: String) { _ = unsafe unlink(path(name)) }

  func names() -> [String] { ((try? FileManager.default.contentsOfDirectory(atPath: data)) ?? []).sorted() }

  func exists(_ name: String) -> Bool { unsafe access(path(name), F_OK) == 0 }

  /// The content of all files in the data directory.
  func everything() throws -> [(name: String, bytes: [UInt8])] {
    try names().map { ($0, try bytes($0)) }
  }

  /// Makes the data directory hold these files and no others.
  func restore(_ files: [(name: String, bytes: [UInt8])]) throws {
    for name in names() { remove(name) }
    if files.isEmpty { _ = unsafe rmdir(data) }
    for file in files { try write(file.bytes, file.name) }
  }

  /// Changes the bits of a mask in one byte of a file, in place.
  func flip(_ name: String, _ place: Int, _ mask: UInt8) throws {
    let descriptor = unsafe open(path(name), O_RDWR)
    defer { close(descriptor) }
    var byte: UInt8 = 0
    guard unsafe pread(descriptor, &byte, 1, place) == 1 else { throw CocoaError(.fileReadUnknown) }
    byte ^= mask
    guard unsafe pwrite(descriptor, &byte, 1, place) == 1 else { throw CocoaError(.fileWriteUnknown) }
  }
}
