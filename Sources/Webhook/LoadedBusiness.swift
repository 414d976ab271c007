// From an id to the business that its file describes now.

internal import Business
internal import BusinessFile
internal import CivilTime
internal import NumberCache
internal import System

/// A business, and which state of its file says so.
struct LoadedBusiness {
  /// What the file says.
  let business: Business
  /// Which file it was, for noticing a change.
  let identity: FileIdentity
}

/// The businesses of a deployment.
struct LoadedBusinesses<Calls: SystemCalls> {
  /// Their files.
  let directory: BusinessDirectory<Calls>
  /// The system they lie on.
  let calls: Calls
  /// Where what is known of all of them may be kept.
  let cache: String
  private let liftsTerms: Bool

  init(_ deployment: Deployment<Calls>) {
    self.directory = BusinessDirectory(path: deployment.businesses, calls: deployment.calls)
    self.calls = deployment.calls
    self.cache = deployment.cache
    self.liftsTerms = deployment.liftsTerms
  }

  /// Reads the file of a business.
  func load(_ id: Identifier) throws(Problem) -> LoadedBusiness {
    let file: BusinessFileContents
    do {
      file = try directory.read(id)
    } catch {
      if error == .notFound, !directory.exists { throw unlistable }
      throw Problem(error, of: id)
    }
    do {
      var business = try BusinessFileReader.read(file.bytes, id: id) { name throws(ZoneError) in
        try SystemZones.zone(named: name, calls: calls)
      }
      if liftsTerms { business.liftTerms() }
      return LoadedBusiness(business: business, identity: file.identity)
    } catch {
      throw .misconfiguredBusiness(id, summary: error.summary)
    }
  }

  /// Which state of its file a business has now.
  func identity(_ id: Identifier) throws(Problem) -> FileIdentity {
    do {
      return try directory.identity(id)
    } catch {
      throw Problem(error, of: id)
    }
  }

  /// The only business there is, or nil where there are several.
  func only() throws(Problem) -> Identifier? {
    let ids = try ids()
    if ids.isEmpty { throw .internalFault("there is no business file yet; make one with `voicebot new`") }
    return ids.count == 1 ? ids[0] : nil
  }

  private func ids() throws(Problem) -> [Identifier] {
    do {
      return try directory.ids()
    } catch {
      throw unlistable
    }
  }

  /// Their names cannot be had.
  var unlistable: Problem {
    .internalFault("the directory of the business files cannot be read; check VOICEBOT_ROOT and its permissions")
  }
}

extension Business {
  /// Whether it is called on a number.
  func answers(_ number: String) -> Bool {
    let called = SipNumber(number, country: country)
    return sipIds.contains { SipNumber($0, country: country).answers(called) }
  }
}

extension Problem {
  /// The problem that a business file which cannot be read is.
  init(_ error: BusinessDirectoryError, of id: Identifier) {
    switch error {
    case .notFound: self = .unknownEntity
    case .tooLarge: self = .misconfiguredBusiness(id, summary: "it is larger than 1 MiB")
    case .unreadable(let operation, let code):
      self = .internalFault("\(id.text).yaml: \(operation.rawValue) failed (error \(code)); check its permissions")
    }
  }
}

extension BusinessFileFailure {
  /// The first errors with their places, for the operator.
  var summary: String {
    let shown = issues.prefix(3).map { "line \($0.line), column \($0.column): \($0.what)" }.joined(separator: "; ")
    return issues.count > 3 ? shown + "; and \(issues.count - 3) more" : shown
  }
}
