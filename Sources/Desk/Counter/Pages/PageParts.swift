// What several pages show in the same way: choices, names, times, telephone numbers, what was just done.

internal import ActionTable
internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile
internal import People

extension CounterDesk {
  /// What is offered, by appointment type, to choose from; first nothing in particular, if that has a name.
  func productOptions(_ chosen: Offered?, none: String?) -> HTML {
    var options = none.map { none -> HTML in "<option value=\"\">\(none)</option>" } ?? ""
    for type in business.appointmentTypes {
      let products = type.products.compactMap { business.product($0) }.map { product -> HTML in
        let offered = Offered(type, product)
        let isChosen = chosen?.text == offered.text
        return "<option value=\"\(offered.text)\"\(" selected", if: isChosen)>\(product.name)</option>"
      }
      options += "<optgroup label=\"\(type.name)\">\(products)</optgroup>"
    }
    return options
  }

  /// The agents to choose from, after all of them; one who has left is there where it is chosen.
  func agentOptions(_ chosen: String?, all: String, value: String = "") -> HTML {
    var agents = business.agents.map { (id: $0.id.text, name: $0.name) }
    if let chosen, chosen != value, !agents.contains(where: { $0.id == chosen }) { agents.append((chosen, chosen)) }
    let options = agents.map { agent -> HTML in
      "<option value=\"\(agent.id)\"\(" selected", if: agent.id == chosen)>\(agent.name)</option>"
    }
    return "<option value=\"\(value)\">\(all)</option>\(options)"
  }

  /// A telephone number to tap on, if it is one.
  func phoneLink(_ phone: String) -> HTML {
    let digits = phone.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "+") }
    guard digits.count == phone.utf8.count, digits.dropFirst().allSatisfy({ $0 != UInt8(ascii: "+") }) else {
      return HTML.name(phone)
    }
    return "<a href=\"tel:\(phone)\">\(phone)</a>"
  }

  /// What a field is called on a page.
  func label(_ field: String) -> String {
    let label = AskedField(field, of: business).label
    return label.prefix(1).uppercased() + label.dropFirst()
  }

  /// `Tue 24 Nov 08:30, Anna Schmidt`.
  func shortTime(_ start: Instant, _ agent: Identifier?) -> String {
    let clock = Wording.clock(start, offsets(start, start))
    return words.diary.shortDay(zone.local(start).date) + " " + clock + (agent.map { ", " + agentName($0.text) } ?? "")
  }

  /// `Tuesday, 24 November 2026, 08:30–09:00`.
  func time(_ start: Instant, _ end: Instant) -> String { words.diary.stretch(start, end, offsets(start, end)) }

  /// All that bookings say of the person with an id of this business; nil where there is none.
  func person(_ id: String) throws(PageFailure) -> RecordedPerson? {
    guard let local = PublicID.local(id, in: business.id) else { return nil }
    return try diary { view throws(DiaryError) in try view.person(PublicID.compose(business.id, local)) }
  }

  /// The length of the shortest product in seconds: shorter gaps are of no use.
  var shortest: Int { business.products.map(\.duration).min() ?? 0 }

  /// A notice of what a form has just done, by the address to which it led.
  var doneNotice: HTML {
    guard let done = query["done"], let sentence = words.done(done) else { return "" }
    return "<p class=\"notice done\" role=\"status\">\(sentence)</p>\n"
  }
}

/// Names and values of something, one below the other.
struct FactList {
  private var rows: [HTML] = []

  /// Adds a row.
  mutating func add(_ name: String, _ value: HTML) { rows.append("<div><dt>\(name)</dt><dd>\(value)</dd></div>\n") }

  /// Adds a row with a text, where there is one.
  mutating func add(_ name: String, text: String?) {
    if let text, !text.isEmpty { add(name, HTML.name(text)) }
  }

  /// Adds what is known of a person.
  mutating func add(_ person: Person, at desk: CounterDesk) {
    let order = ["firstname", "lastname", "dateOfBirth", "phone", "email", "address"]
    func place(_ name: String) -> Int { order.firstIndex(of: name) ?? order.count }
    let attributes = person.attributes.enumerated().sorted {
      (place($0.element.name), $0.offset) < (place($1.element.name), $1.offset)
    }
    for (_, attribute) in attributes {
      let value = attribute.value.line
      switch attribute.name {
      case "phone": add(desk.label("phone"), desk.phoneLink(value))
      case "dateOfBirth": add(desk.label("dateOfBirth"), text: desk.words.birthDate(value, today: desk.today))
      default: add(desk.label(attribute.name), text: value)
      }
    }
  }

  /// The list.
  var markup: HTML { "<dl class=\"facts\">\n\(rows)</dl>\n" }
}
