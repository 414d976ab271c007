// Finding people: as the bot does, by what is known of them. Who sits at the counter may know everybody, so where the bot
// would have to ask back, the page lists whoever is meant or sounds so.

internal import ActionTable
internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile
internal import JSON
internal import People

/// The search.
struct SearchPage {
  let desk: CounterDesk
  /// The most people that are listed.
  private static let most = 50

  /// What was found.
  private struct Found {
    var proved: [Person] = []
    var similar: [Person] = []
    var isCut = false
    var faults: [String] = []
  }

  private var names: [String] {
    ["lastname", "firstname", "phone", "email", "dateOfBirth"]
      + desk.business.fields.filter(\.identifies).map(\.name).filter {
        !["lastname", "firstname", "phone", "email", "dateOfBirth"].contains($0)
      }
  }

  /// The form, and who was found by it.
  func reply() throws(PageFailure) -> CounterReply {
    let words = desk.words
    let sent = names.compactMap { name in desk.query["participant." + name].map { (name: name, value: $0) } }
    let found = try sent.isEmpty ? nil : find(sent)
    let faults = found?.faults ?? []
    let inputs = names.map { name -> HTML in
      let id = "participant." + name
      let type = AskedField(name, of: desk.business).type
      let isWrong = faults.contains(id)
      return """
        <div class="field\(" wrong", if: isWrong)"><label for="\(id)">\(desk.label(name))</label>
        \("<p class=\"error\" id=\"\(id).error\">\(words.unreadableField(type))</p>", if: isWrong)\
        <input id="\(id)" name="\(id)" type="\(type == "phone" ? "tel" : "text")" autocomplete="off" \
        value="\(desk.query[id] ?? "")"\(" aria-invalid=\"true\" aria-describedby=\"\(id).error\"", if: isWrong)></div>

        """
    }
    let main: HTML = """
      <h1>\(words.findPerson)</h1>
      <p class="lead">\(words.searchHint)</p>
      <form class="entry" action="\(desk.address.path)" method="get" role="search" novalidate>
      <input type="hidden" name="search" value="1">
      <div class="fields">\(inputs)</div>
      <p class="actions"><button class="main">\(words.find)</button></p>
      </form>
      \(found.map(results))
      """
    return desk.page(words.findPerson, .search, main, status: faults.isEmpty ? 200 : 422)
  }

  private func results(_ found: Found) -> HTML {
    let words = desk.words
    if !found.faults.isEmpty { return "" }
    if found.proved.isEmpty, found.similar.isEmpty {
      return "<p class=\"notice\" role=\"status\">\(words.nobodyFound)</p>\n"
    }
    func list(_ people: [Person], _ title: String) -> HTML {
      if people.isEmpty { return "" }
      return "<section><h2>\(title)</h2>\n<ul class=\"people\">\n\(people.map(item))</ul></section>\n"
    }
    return list(found.proved, words.found) + list(found.similar, words.similar)
      + (found.isCut ? "<p class=\"notice\">\(words.moreFound)</p>\n" : "")
  }

  private func item(_ person: Person) -> HTML {
    let known = [
      person.text("dateOfBirth").map { desk.words.birthDate($0, today: desk.today) }, person.text("phone"),
      person.text("email"),
    ].compactMap { $0 }
    return """
      <li><a href="\(desk.address.view([("who", desk.short(person.id))]))">\(HTML.name(desk.words.name(person)))</a> \
      <small>\(known.joined(separator: " · "))</small></li>

      """
  }

  /// As the bot finds them; where it would ask back, whoever has these names or this number.
  private func find(_ sent: [(name: String, value: String)]) throws(PageFailure) -> Found {
    let participant = JSONValue.members(sent.map { ($0.name, .string($0.value)) })
    let users: [JSONValue]
    do throws(WebhookRefusal) {
      users = try desk.ask("findExistingUser", [("participant", participant)]).arrayValue ?? []
    } catch {
      switch error.code {
      case "missing_information", "ambiguous": users = []
      case "invalid_information": return Found(faults: error.fields)
      case "invalid_request": return Found(faults: [error.field])
      default: throw PageFailure(error)
      }
    }
    if users.isEmpty { return try everybody(sent) }
    var found = Found()
    for user in users {
      guard let person = try whole(user["id"]) else { continue }
      if user["match"] == "similar" { found.similar.append(person) } else { found.proved.append(person) }
    }
    return found
  }

  /// A person with all that is known.
  private func whole(_ id: String) throws(PageFailure) -> Person? { try desk.person(id)?.user }

  /// Everybody who has the names that were written or, where none were, names that sound like them; of a single word the
  /// first name counts too. It takes a reading of the whole diary.
  private func everybody(_ sent: [(name: String, value: String)]) throws(PageFailure) -> Found {
    let names = sent.filter { $0.name == "firstname" || $0.name == "lastname" }
    if names.isEmpty { return Found() }
    let wanted = names.map { (name: $0.name, sound: SoundingName($0.value)) }
    var people: [String: Person] = [:]
    var order: [String] = []
    try desk.diary { view throws(DiaryError) in
      try view.history { (event) throws(DiaryError) in
        guard let booking = event.event.booking else { return }
        for known in booking.people {
          let person = known.person
          if people[person.id] == nil { order.append(person.id) }
          people[person.id] = person
        }
      }
    }
    var found = Found()
    for person in order.reversed().compactMap({ people[$0] }) {
      let isMeant = wanted.allSatisfy { name, sound in
        person.text(name).map { sound.sounds(like: SoundingName($0)) } ?? false
      }
      guard isMeant else { continue }
      let isExact = names.allSatisfy { name, value in
        person.text(name).map { NameKeys(value).meets(NameKeys($0)) } ?? false
      }
      if found.proved.count + found.similar.count == Self.most {
        found.isCut = true
        break
      }
      if isExact { found.proved.append(person) } else { found.similar.append(person) }
    }
    return found
  }
}
