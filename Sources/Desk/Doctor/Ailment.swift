// What a deployment suffers from, and commands for the shell.

internal import JSON

/// Something that needs mending.
struct Ailment {
  /// What kind of thing it is; stable, for scripts.
  var code: String
  /// The business that it is about; nil where it is about the deployment.
  var business: String?
  /// Full sentences: what is wrong, and what comes of it.
  var message: String
  /// A command for the shell that mends it.
  var command: String

  /// As an object.
  var json: JSONValue {
    .members([
      ("code", .string(code)), ("business", business.map(JSONValue.string)), ("message", .string(message)),
      ("command", .string(command)),
    ])
  }
}

/// Words for the shell.
enum Shell {
  /// A text as one word of a command line.
  static func word(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.utf8.allSatisfy { byte in
        byte >= 0x61 && byte <= 0x7a || byte >= 0x41 && byte <= 0x5a || byte >= 0x30 && byte <= 0x39
          || "_/.:=@%+,-".utf8.contains(byte)
      }
    return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }

  /// A path as one word that no program takes for an option.
  static func path(_ path: String) -> String { word(path.hasPrefix("-") ? "./" + path : path) }
}
