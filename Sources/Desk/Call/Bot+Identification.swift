// Who is calling: names first, then, as long as several people match, the next thing that tells them apart.

internal import JSON

extension Bot {
  /// The person the caller is; nil, and said so, where nobody matches.
  func identify() throws(CallEnd) -> JSONValue? {
    var known = JSONObject()
    for field in ["firstname", "lastname"] {
      line.say(FieldQuestion.text(field))
      known.append(field, .string(try line.hear()))
    }
    while true {
      let asked: [String]
      switch try attempt("findExistingUser", [("participant", .object(known))]) {
      case .success(let answer):
        let users = answer.arrayValue ?? []
        if users.count == 1 { return users[0] }
        guard !users.isEmpty else {
          line.say("I am sorry, I know nobody of that name with an appointment.")
          return nil
        }
        asked = Discrimination.fields(users, known: known)
      case .failure(let refusal): asked = refusal.fields.map { FieldName.own($0) }
      }
      guard let field = asked.first else {
        line.say("I am sorry, I cannot tell you from somebody else. Please talk to somebody at the counter.")
        return nil
      }
      line.say("To be sure that it is you: " + FieldQuestion.text(field))
      known.members.removeAll { $0.name == field }
      known.append(field, .string(try line.hear()))
    }
  }
}

/// What tells people apart.
enum Discrimination {
  /// The fields that were not asked yet and in which these people differ: those that most of them have first, the order
  /// of their records otherwise.
  static func fields(_ users: [JSONValue], known: JSONObject) -> [String] {
    var names: [String] = []
    for member in users.flatMap({ $0.objectValue?.members ?? [] })
    where member.value.stringValue != nil && member.name != "id" && member.name != "userId" && known[member.name] == nil
      && !names.contains(member.name)
    {
      names.append(member.name)
    }
    let holders = names.map { name in users.compactMap { $0.objectValue?[name]?.stringValue } }
    return zip(names, holders).filter { Set($1).count > 1 || $1.count < users.count }.enumerated().sorted {
      left, right in
      (-left.element.1.count, left.offset) < (-right.element.1.count, right.offset)
    }.map(\.element.0)
  }
}
