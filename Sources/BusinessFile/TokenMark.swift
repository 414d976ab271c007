// `Data/<entityId>.tokens`: what a business's tokens were when a request last saw any. A business file that was cut off
// before its tokens can still be a whole file, which asks for none; the mark shows that it once did.

package import Business
package import System

/// The memory of a business's tokens: a line of 64 hexadecimal digits for each, as the business file has them. It is
/// written by the first request that sees them or others, and read by any that sees none. Who takes tokens out of a
/// business file on purpose deletes it.
package struct TokenMark<Calls: SystemCalls> {
  private let name: String
  private let data: String
  private let calls: Calls

  /// The name of a business's mark in the data directory.
  package static func name(of id: Identifier) -> String { id.text + ".tokens" }

  /// The mark of a business in the data directory at a path, which need not exist.
  package init(of id: Identifier, in data: String, calls: Calls) {
    name = TokenMark.name(of: id)
    self.data = data
    self.calls = calls
  }

  /// The hashes that the business had, none where they cannot be read; nil where there is no mark, which one system call
  /// tells, and where nobody may look into the data directory, so that there is none that this user wrote.
  package func remembered() throws(SystemError) -> [String]? {
    let status: FileStatus
    do throws(SystemError) {
      status = try retrying { () throws(SystemError) in try calls.status(of: "\(data)/\(name)") }
    } catch {
      guard error.meansMissing || error.meansForbidden else { throw error }
      return nil
    }
    return hashes(size: Int(status.size)) ?? []
  }

  /// Keeps these hashes, unless they are kept already. Where that cannot be done nothing is kept: a request is not refused
  /// for it.
  package func remember(_ tokenHashes: [String]) {
    guard hashes(size: 65 * tokenHashes.count) != tokenHashes else { return }
    guard let directory = openedDirectory() else { return }
    defer { calls.close(directory) }
    guard let home = try? calls.status(directory) else { return }
    // What root makes belongs to the owner of the directory.
    let owner = calls.effectiveUser() == 0 && home.owner.user != 0 ? home.owner : nil
    guard let descriptor = try? calls.open(name, in: directory, .create, as: owner) else { return }
    defer { calls.close(descriptor) }
    var bytes: [UInt8] = []
    for hash in tokenHashes {
      bytes.append(contentsOf: hash.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    // Another request writes the same. A part of the lines opens less, never more.
    guard let status = try? calls.status(descriptor), status.isRegular,
      (try? calls.lock(descriptor, patience: 0)) != nil,
      (try? calls.truncate(descriptor, to: 0)) != nil
    else { return }
    var done = 0
    while done < bytes.count {
      let more = try? retrying { () throws(SystemError) in
        try calls.write(descriptor, bytes, from: done, at: Int64(done))
      }
      guard let more, more > 0 else { return }
      done += more
    }
    try? calls.syncData(descriptor)
    try? calls.sync(directory)
  }

  /// Gives the mark of a business to the one that it is renamed to; nothing where there is none.
  package static func rename(_ old: Identifier, to new: Identifier, in data: String, calls: Calls) throws(SystemError) {
    do throws(SystemError) {
      let directory = try calls.openDirectory(data)
      defer { calls.close(directory) }
      try calls.rename(name(of: old), to: name(of: new), in: directory)
    } catch {
      guard error.meansMissing else { throw error }
    }
  }

  /// The data directory; a new one where there is none, but not root's, in which the program's own user could write nothing.
  private func openedDirectory() -> Int32? {
    do throws(SystemError) {
      return try calls.openDirectory(data)
    } catch {
      guard error.code == ErrorNumber.notFound, calls.effectiveUser() != 0 else { return nil }
      try? calls.makeDirectory(data)
      return try? calls.openDirectory(data)
    }
  }

  /// The hashes in the mark, which is so many bytes long if it is the one that is expected; nil where it cannot be read.
  private func hashes(size: Int) -> [String]? {
    let directory = try? retrying { () throws(SystemError) in try calls.openDirectory(data) }
    guard let directory else { return nil }
    defer { calls.close(directory) }
    let descriptor = try? retrying { () throws(SystemError) in try calls.open(name, in: directory, .read, as: nil) }
    guard let descriptor else { return nil }
    defer { calls.close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: min(max(size, 0), YAMLTree.sizeLimit) + 1)
    let count = try? retrying { () throws(SystemError) in
      try calls.read(descriptor, into: &bytes, from: 0, count: bytes.count, at: 0)
    }
    return count.map { NamedTokens.hashes(in: bytes[..<$0]) }
  }
}
