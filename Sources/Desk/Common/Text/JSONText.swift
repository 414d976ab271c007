// JSON that commands write: values put together from members, and their text.

internal import JSON

extension JSONValue {
  /// An object with those of these members that have a value, in this order.
  static func members(_ members: [(name: String, value: JSONValue?)]) -> JSONValue {
    var object = JSONObject()
    for member in members {
      if let value = member.value { object.append(member.name, value) }
    }
    return .object(object)
  }

  /// The value on one line.
  var text: String {
    var json = JSONWriter()
    json.value(self)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// The text of a member, or of a member of a member (`agent.name`); empty where there is none.
  subscript(path: String) -> String {
    path.split(separator: ".").reduce(JSONValue?.some(self)) { $0?.objectValue?[String($1)] }?.stringValue ?? ""
  }
}
