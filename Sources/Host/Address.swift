// What the address of a request says behind the program's own: the business, and the door (contract, section 9).

internal import Doors
internal import Webhook

/// The path behind the program's own.
struct Address: Equatable, Sendable {
  /// The business as written; nil where none is named.
  var entity: String?
  /// Which door.
  var door: ActionDoor

  /// An address that names a business at most.
  init(entity: String?) {
    self.entity = entity
    self.door = .plain
  }

  /// The address in a path: `[/<entity>][/<door>]`, with slashes in any number. A first segment that is a door's name is the
  /// door.
  init(path: String) {
    let slash = UInt8(ascii: "/")
    var rest = path.utf8.drop { $0 == slash }
    let first = rest.prefix { $0 != slash }
    rest = rest.dropFirst(first.count).drop { $0 == slash }
    guard !first.isEmpty else {
      self.init(entity: nil)
      return
    }
    let name = String(Substring(first))
    if rest.isEmpty {
      let door = ActionDoor(name)
      self.init(entity: door == .unknown ? name : nil)
      if door != .unknown { self.door = door }
      return
    }
    self.init(entity: name)
    while rest.last == slash { rest.removeLast() }
    door = ActionDoor(String(Substring(rest)))
  }
}

/// A way for calls of actions to come in.
enum ActionDoor: Equatable, Sendable {
  /// The action is among the body's members.
  case plain
  /// The address names the action.
  case action(String)
  /// The Model Context Protocol.
  case mcp
  /// Vapi's envelope.
  case vapi
  /// Retell's envelope.
  case retell
  /// The address names nothing that is served.
  case unknown

  /// The door of this name.
  init(_ name: String) {
    switch name {
    case "mcp": self = .mcp
    case "vapi": self = .vapi
    case "retell": self = .retell
    default: self = Webhook.hasAction(name) ? .action(name) : .unknown
    }
  }

  /// The largest body that is read, in bytes (contract, section 1).
  var bodyLimit: Int {
    switch self {
    case .vapi: VapiDoor.limit
    case .retell: RetellDoor.limit
    case .plain, .action, .mcp, .unknown: Host.bodyLimit
    }
  }
}
