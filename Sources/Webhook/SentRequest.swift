// The forms in which a request comes to the webhook, and how its action is told apart from its members.

package import JSON

/// One request as it was sent.
package enum SentRequest: Sendable {
  /// A body that has the action among its members.
  case body([UInt8])
  /// A body of members, to an address that names the action. An empty body has none: platforms send it for an action without
  /// parameters.
  case members([UInt8], action: String)
  /// A call within an envelope that has been read already.
  case call(action: String, members: JSONObject)
  /// A request to an address that names nothing that is served.
  case lost
}

extension SentRequest {
  /// The action and the members.
  func read() throws(Problem) -> (action: Action, request: Request) {
    switch self {
    case .body(let body):
      let request = try Request(body)
      guard let name = try request.text("action") else {
        throw .invalidRequest(field: "action", reason: "it is missing" + (request.members.rightDoor ?? ""))
      }
      return (try SentRequest.action(name), request)
    case .members(let body, action: let name):
      return try SentRequest.addressed(body.isEmpty ? Request(JSONObject()) : Request(body), name)
    case .call(action: let name, members: let members):
      return try SentRequest.addressed(Request(members), name)
    case .lost: throw .unknownDoor
    }
  }

  private static func action(_ name: String) throws(Problem) -> Action {
    guard let action = Action(rawValue: name) else { throw .unknownAction(Action.names) }
    return action
  }

  /// A request whose action is said beside its members, where they must not say another.
  private static func addressed(
    _ request: Request, _ name: String
  ) throws(Problem) -> (action: Action, request: Request) {
    let action = try action(name)
    if let other = try request.text("action"), other != name {
      throw .invalidRequest(field: "action", reason: "it is another action than the one called; leave it out")
    }
    return (action, request)
  }
}

extension JSONObject {
  /// Where a body that has another form than its door takes should go: a clause to be put behind what is wrong; nil where
  /// its form is none that a door takes (contract, section 9).
  package var rightDoor: String? {
    if self["jsonrpc"] != nil {
      return "; a message of the Model Context Protocol goes to this address followed by /mcp"
    }
    if self["message"]?.objectValue?["type"] != nil {
      return "; a message of Vapi goes to this address followed by /vapi"
    }
    if self["name"]?.stringValue != nil, self["args"] != nil {
      return "; a call of Retell goes to this address followed by /retell"
    }
    if self["action"] != nil { return "; a request with an `action` goes to the business's address alone" }
    return nil
  }
}
