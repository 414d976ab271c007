// A problem as the reply to a request (RFC 9457). ProblemWords.swift has the words.

internal import Business
internal import JSON

extension Problem {
  /// The problem as a reply: `application/problem+json` with `type`, `title`, `status`, `detail`, `code` and, where the
  /// contract says so, `field`, `fields` or `alternatives`.
  package var reply: Reply { reply(labelling: []) }

  /// The problem as a reply that speaks of a business's own fields by their labels, too.
  func reply(labelling fields: [FieldDefinition]) -> Reply {
    let words = ProblemWords(self, labelling: fields)
    var json = JSONWriter()
    json.beginObject()
    json.member("type", "about:blank")
    json.member("title", words.title)
    json.key("status")
    json.integer(words.status)
    json.member("detail", words.detail)
    json.member("code", words.code)
    switch self {
    case .invalidRequest(let field?, _), .slotMismatch(let field): json.member("field", field)
    case .missingInformation(let fields), .invalidInformation(let fields), .ambiguous(let fields):
      json.key("fields")
      json.beginArray()
      for field in fields { json.string(field) }
      json.endArray()
    case .slotTaken(let alternatives):
      json.key("alternatives")
      json.beginArray()
      for alternative in alternatives { alternative.write(to: &json) }
      json.endArray()
    default: break
    }
    json.endObject()
    return Reply(
      status: words.status, body: json.bytes, contentType: "application/problem+json", headers: headers,
      fault: words.status >= 500 ? words.fault ?? words.title : nil)
  }

  private var headers: [(name: String, value: String)] {
    guard let header else { return [] }
    return [header]
  }

  /// The header that goes with it. One value, and not one array for each case: Embedded Swift 6.2 makes constants of several
  /// arrays in a function, and mixes them up where other modules have copies of the function.
  private var header: (name: String, value: String)? {
    switch self {
    case .unauthorized, .concealed: ("WWW-Authenticate", "Bearer realm=\"voicebot\"")
    case .methodNotAllowed: ("Allow", "POST")
    case .busy: ("Retry-After", "1")
    default: nil
    }
  }
}
