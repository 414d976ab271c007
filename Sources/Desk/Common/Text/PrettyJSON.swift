// JSON for people to read and to paste: one member a line, in the order it was put together.

internal import JSON

extension JSONValue {
  /// The value over several lines, indented by two blanks a level, with a line feed at its end.
  var prettyText: String {
    var text = ""
    JSONValue.write(self, indent: "", to: &text)
    return text + "\n"
  }

  private static func write(_ value: JSONValue, indent: String, to text: inout String) {
    let inner = indent + "  "
    switch value {
    case .array(let elements) where elements.contains { $0.objectValue != nil || $0.arrayValue != nil }:
      text += "["
      for (index, element) in elements.enumerated() {
        text += index == 0 ? "\n\(inner)" : ",\n\(inner)"
        write(element, indent: inner, to: &text)
      }
      text += "\n\(indent)]"
    case .object(let object) where !object.members.isEmpty:
      text += "{"
      for (index, member) in object.members.enumerated() {
        text += (index == 0 ? "\n\(inner)" : ",\n\(inner)") + JSONValue.string(member.name).text + ": "
        write(member.value, indent: inner, to: &text)
      }
      text += "\n\(indent)}"
    default: text += value.text
    }
  }
}
