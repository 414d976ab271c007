// From an id to the business that its file describes now. A file that is just being saved is read again shortly after
// (FileLook.swift); one that lost its tokens still asks for them.

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
  /// The hashes of the tokens that open it: the file's, else those that it had; nil where it asks for none.
  let tokenHashes: [String]?
  /// What the operator has to be told: that callers are asked for tokens which the file does not name. Else nil.
  let warning: String?
}

/// The businesses of a deployment.
struct LoadedBusinesses<Calls: SystemCalls> {
  /// Their files.
  let directory: BusinessDirectory<Calls>
  /// The system they lie on.
  let calls: Calls
  /// Where what is known of all of them may be kept.
  let cache: String
  private let access: Access
  private let liftsTerms: Bool

  init(_ deployment: Deployment<Calls>) {
    self.directory = BusinessDirectory(path: deployment.businesses, calls: deployment.calls)
    self.calls = deployment.calls
    self.cache = deployment.cache
    self.access = deployment.access
    self.liftsTerms = deployment.liftsTerms
  }

  /// Reads the file of a business. Where it is broken, an asker whom the business's tokens do not let in learns nothing of it.
  func load(_ id: Identifier) throws(Problem) -> LoadedBusiness {
    switch try settledLook(id) {
    case .whole(var business, let identity, let remembered):
      if liftsTerms { business.liftTerms() }
      if !business.tokenHashes.isEmpty {
        TokenMark(of: id, in: cache, calls: calls).remember(business.tokenHashes)
        return LoadedBusiness(
          business: business, identity: identity, tokenHashes: business.tokenHashes, warning: nil)
      }
      let warning = remembered == nil ? nil : Self.lostTokens(id)
      return LoadedBusiness(business: business, identity: identity, tokenHashes: remembered, warning: warning)
    case .broken(let failure, let bytes, _):
      let named = NamedTokens.hashes(inBroken: bytes)
      let asked = named.map { !$0.isEmpty } == true ? named : try rememberedTokens(of: id) ?? named
      throw hidden(.misconfiguredBusiness(id, summary: failure.summary), id, failure.summary, from: asked)
    case .unreadable(let error):
      if error == .notFound { throw directory.exists ? .unknownEntity : unlistable }
      let problem = Problem(error, of: id)
      throw hidden(problem, id, "it cannot be read", from: try rememberedTokens(of: id))
    }
  }

  /// The problem, or that a token is needed where the business asks for one and it was not shown.
  private func hidden(_ problem: Problem, _ id: Identifier, _ what: String, from asked: [String]?) -> Problem {
    guard let asked, !access.mayUse(asked) else { return problem }
    return .concealed("\(id.text).yaml: \(what) (run `voicebot check`)")
  }

  /// What the operator is told of a business whose file names no tokens although it had some.
  private static func lostTokens(_ id: Identifier) -> String {
    "\(id.text).yaml names no tokens, and callers are still asked for those that it had; "
      + "if you took them out, delete \(TokenMark<Calls>.name(of: id)) in the data directory"
  }

  /// Whether the file of a business is in this state.
  func hasIdentity(_ id: Identifier, _ identity: FileIdentity) -> Bool { (try? directory.identity(id)) == identity }

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
      self = .internalFault(
        "\(id.text).yaml: \(operation.rawValue) failed: \(SystemError(code).phrase); check its permissions")
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
