// Which business a request is for (contract, section 2), and whether the asker may use it. Routing never searches,
// except for the number of getEntityForSipId.

internal import Business
internal import BusinessFile
internal import JSON
internal import System

/// Finds the business of a request: the endpoint's own, `entityId`, the one its ids name, the only one deployed.
struct Routing<Calls: SystemCalls> {
  private let deployment: Deployment<Calls>
  private let businesses: LoadedBusinesses<Calls>

  init(_ deployment: Deployment<Calls>) {
    self.deployment = deployment
    self.businesses = LoadedBusinesses(deployment)
  }

  /// Reads a request as far as it takes to know its action and its business.
  func context(for sent: SentRequest) throws(Problem) -> RequestContext<Calls> {
    let located: (action: Action, request: Request, loaded: LoadedBusiness)
    do {
      located = try locate(sent)
    } catch {
      throw told(error)
    }
    try check(located.request, located.action, belongTo: located.loaded.business)
    return RequestContext(
      action: located.action, request: located.request, loaded: located.loaded, deployment: deployment)
  }

  /// The business of a door before anything is asked there: the endpoint's own, or the only one deployed.
  func entrance() throws(Problem) -> Business {
    do throws(Problem) {
      if let own = try own() { return own.business }
      guard let only = try businesses.only() else { throw .entityRequired }
      return try open(only).business
    } catch {
      throw told(error)
    }
  }

  /// What an asker is told of a problem: one without a token of the deployment or of a business learns nothing else.
  private func told(_ problem: Problem) -> Problem {
    if case .refused = deployment.access.verdict { return .unauthorized }
    return problem
  }

  private func locate(
    _ sent: SentRequest
  ) throws(Problem) -> (action: Action, request: Request, loaded: LoadedBusiness) {
    // An endpoint's own business comes first, so that its token is asked for before anything is said about the body.
    let own = try own()
    let (action, request) = try sent.read()
    if let own { return (action, request, own) }
    if action == .getEntityForSipId {
      guard let called = try businesses.called(on: try request.requiredID("sipId")) else { throw .unknownSipID }
      return (action, request, try opened(called))
    }
    return (action, request, try open(entity(of: request, action: action)))
  }

  /// The endpoint's own business, where its address or the deployment names one.
  private func own() throws(Problem) -> LoadedBusiness? {
    guard let text = deployment.endpoint else { return nil }
    guard let id = Identifier(text) else { throw .unknownEntity }
    let own = try open(id)
    if let addressed = deployment.addressed, addressed != id.text { throw .wrongEntity }
    return own
  }

  /// Loads a business and asks whether this request may use it.
  private func open(_ id: Identifier) throws(Problem) -> LoadedBusiness {
    try opened(businesses.load(id))
  }

  private func opened(_ loaded: LoadedBusiness) throws(Problem) -> LoadedBusiness {
    guard deployment.access.mayUse(loaded.tokenHashes) else {
      throw loaded.warning.map(Problem.concealed) ?? .unauthorized
    }
    return loaded
  }

  /// The business that the request itself names, where its endpoint names none.
  private func entity(of request: Request, action: Action) throws(Problem) -> Identifier {
    if let text = try request.id("entityId") {
      guard let id = Identifier(text) else { throw .unknownEntity }
      return id
    }
    if let id = try named(by: request, action).first { return id }
    guard let only = try businesses.only() else { throw .entityRequired }
    return only
  }

  /// Refuses a request that names more than one business, or a number that is not this business's.
  private func check(_ request: Request, _ action: Action, belongTo business: Business) throws(Problem) {
    if let text = try request.id("entityId"), text != business.id.text { throw .wrongEntity }
    for id in try named(by: request, action) where id != business.id { throw .wrongEntity }
    if action == .getEntityForSipId {
      let number = try request.requiredID("sipId")
      guard business.answers(number) else { throw .unknownSipID }
    }
  }

  /// The businesses that the ids of a request name, those of people last.
  private func named(by request: Request, _ action: Action) throws(Problem) -> [Identifier] {
    var businesses: [Identifier] = []
    for name in action.ids {
      if let id = try request.id(name), let business = PublicID.business(of: id) { businesses.append(business) }
    }
    for name in action.people {
      let id = try Request.id(request.members[name]?.objectValue?["id"], field: name + ".id")
      if let id, let business = PublicID.business(of: id) { businesses.append(business) }
    }
    return businesses
  }
}
