// Which business is called on a number (contract, section 2), among any number of business files. NumberCache says which
// file to look at; the file itself says whether it is the one.

internal import Business
internal import BusinessFile
internal import NumberCache
internal import System

extension LoadedBusinesses {
  /// The business that is called on a number, or nil: one whose file names exactly this text before one that names the
  /// same phone number, read by its country; of several the first by name.
  ///
  /// What the cache says counts as far as the files are what they were when it was made: for a file that answers, that
  /// file; for a number that nobody has, all files. Otherwise those that changed are read.
  /// A broken file takes only its own business out of service: its number is `misconfigured_business`, unless another
  /// business is called on it too.
  func called(on number: String) throws(Problem) -> LoadedBusiness? {
    if let hit = NumberHit(number, cachedIn: cache, of: directory, calls: calls) {
      var fault: Problem?
      let found = business(hit.id, fault: &fault) { business in
        business.sipIds.contains(number) || (!hit.isExact && business.answers(number))
      }
      if let found { return found }
    }
    if var table = NumberTable(cachedIn: cache, of: directory, calls: calls), table.isUnchanged() {
      return try search(table.candidates(for: number), number)
    }
    let table: NumberTable<Calls>
    do {
      table = try NumberTable(reading: directory, data: cache, calls: calls)
    } catch {
      throw unlistable
    }
    return try search(table.candidates(for: number), number)
  }

  /// The first of the candidates whose file says that it is called on a number.
  private func search(_ candidates: NumberCandidates, _ number: String) throws(Problem) -> LoadedBusiness? {
    var fault: Problem?
    for id in candidates.exact {
      if let found = business(id, fault: &fault, where: { $0.sipIds.contains(number) }) { return found }
    }
    for id in candidates.perhaps {
      var brokenFile: Problem?
      if let found = business(id, fault: &brokenFile, where: { $0.answers(number) }) { return found }
      // The ends of two numbers may be alike: a broken file is a fault only if this number stands in it.
      if fault == nil, brokenFile != nil, stands(number, in: id) { fault = brokenFile }
    }
    for id in candidates.unreadable where fault == nil {
      // Broken so that nobody can tell its numbers; but if this one stands in it, it is the one that is meant.
      do throws(BusinessDirectoryError) {
        guard SipNumber.stands(number, in: try directory.read(id).bytes) else { continue }
      } catch {
        // It may be the one that is meant.
        if error.hidesContent { fault = Problem(error, of: id) }
        continue
      }
      if let found = business(id, fault: &fault, where: { $0.answers(number) }) { return found }
    }
    if let fault { throw fault }
    return nil
  }

  /// Whether a number stands in a business's file, or that file cannot be had: then it may.
  private func stands(_ number: String, in id: Identifier) -> Bool {
    (try? directory.read(id)).map { SipNumber.stands(number, in: $0.bytes) } ?? true
  }

  /// The business, if its file is in order and it is the one; `fault` is what is wrong with the first file that is not.
  private func business(
    _ id: Identifier, fault: inout Problem?, where isMeant: (Business) -> Bool
  ) -> LoadedBusiness? {
    do {
      let loaded = try load(id)
      return isMeant(loaded.business) ? loaded : nil
    } catch {
      // Race: deleted since the names were read; then it is not called on anything.
      if case .unknownEntity = error { return nil }
      if fault == nil { fault = error }
      return nil
    }
  }
}
