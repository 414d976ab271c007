// Looking at a business file that may just be saved: editors cut a file to nothing and write it again, or take it away and
// put another in its place. A file that shows this is looked at again a few times, for a third of a second in all.

internal import Business
internal import BusinessFile
internal import CivilTime
internal import System

/// What one look at a business file found.
enum FileLook {
  /// A whole file. The hashes are those that the business had before, where it names none.
  case whole(Business, FileIdentity, remembered: [String]?)
  /// A file with errors.
  case broken(BusinessFileFailure, bytes: [UInt8], FileIdentity)
  /// No file whose bytes can be had.
  case unreadable(BusinessDirectoryError)
}

extension LoadedBusinesses {
  /// The waits between looks, in milliseconds.
  private static var pauses: InlineArray<5, Int32> { [10, 20, 40, 80, 150] }
  /// For how long a change is one that may still go on, in nanoseconds.
  private static var recent: Int64 { 2_000_000_000 }

  /// Looks at the file of a business, again as long as it may just be saved.
  func settledLook(_ id: Identifier) throws(Problem) -> FileLook {
    var found = try look(id)
    let pauses = Self.pauses
    for index in pauses.indices {
      guard isUnsettled(found, id) else { break }
      calls.pause(milliseconds: pauses[index])
      found = try look(id)
    }
    return found
  }

  private func look(_ id: Identifier) throws(Problem) -> FileLook {
    let file: BusinessFileContents
    do {
      file = try directory.read(id)
    } catch {
      return .unreadable(error)
    }
    let business: Business
    do {
      business = try BusinessFileReader.read(file.bytes, id: id) { name throws(ZoneError) in
        try SystemZones.zone(named: name, calls: calls)
      }
    } catch {
      return .broken(error, bytes: file.bytes, file.identity)
    }
    let remembered = business.tokenHashes.isEmpty ? try rememberedTokens(of: id) : nil
    return .whole(business, file.identity, remembered: remembered)
  }

  /// The hashes of the tokens that a business had; nil where nothing says that it had any.
  func rememberedTokens(of id: Identifier) throws(Problem) -> [String]? {
    do {
      return try TokenMark(of: id, in: cache, calls: calls).remembered()
    } catch {
      throw .internalFault(
        "\(TokenMark<Calls>.name(of: id)): stat failed: \(error.phrase); check the data directory")
    }
  }

  /// Whether a file may be another one in a moment: it is empty; it is broken, or has lost its tokens, and changed just now;
  /// it is not there, and the directory changed just now.
  private func isUnsettled(_ look: FileLook, _ id: Identifier) -> Bool {
    switch look {
    case .whole(_, let identity, let remembered): remembered != nil && isRecent(identity)
    case .broken(_, let bytes, let identity):
      bytes.isEmpty || isRecent(identity) || (try? directory.identity(id)).map { $0 != identity } ?? false
    case .unreadable(.notFound): (try? calls.status(of: directory.path)).map { isRecent($0.identity) } ?? false
    case .unreadable: false
    }
  }

  private func isRecent(_ identity: FileIdentity) -> Bool {
    let age = calls.time() &- Int64(bitPattern: max(identity.modified, identity.changed))
    return age > -Self.recent && age < Self.recent
  }
}
