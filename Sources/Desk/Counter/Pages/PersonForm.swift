// The fields of booker and participant in a form. Both are mostly one person: what is asked of both is asked once, and the
// participant's own names stand apart, for somebody who books for another.

internal import ActionTable
internal import Business
internal import JSON
internal import People

/// The fields of people that a product asks for.
struct PersonForm {
  /// What is wrong with a field.
  enum Fault {
    case missing
    case unreadable
  }

  let desk: CounterDesk
  let product: Product
  /// What was typed, by name (`booker.lastname`).
  var typed: (String) -> String?
  /// What is wrong, by name.
  private(set) var faults: [(field: String, fault: Fault)] = []

  private var bookerNames: [String] { product.bookerInfo + product.bookerOptionalInfo }
  private var participantNames: [String] { product.participantInfo + product.participantOptionalInfo }
  /// Asked of the participant alone.
  private var ownNames: [String] { participantNames.filter { !bookerNames.contains($0) } }
  /// Asked of both.
  private var sharedNames: [String] { participantNames.filter { bookerNames.contains($0) } }

  /// Booker and participant as a booking request has them. Who says no name of the participant's own means that the booker
  /// comes.
  var members: [(name: String, value: JSONValue)] {
    let booker = values("booker", bookerNames)
    let own = values("participant", participantNames)
    if own.isEmpty { return [("booker", object(booker))] }
    if isOther { return [("booker", object(booker)), ("participant", object(own))] }
    let said =
      own
      + booker.filter { value in
        sharedNames.contains(value.name) && !own.contains { $0.name == value.name }
      }
    return [("booker", object(booker)), ("participant", object(said))]
  }

  /// Whether a name of the participant's own was said.
  private var isOther: Bool {
    sharedNames.contains { Self.isName($0) && typed("participant." + $0) != nil }
  }

  /// The same form with what is wrong with fields. Where the booker comes, what is asked of both is wrong once.
  func marking(_ fields: [String], as fault: Fault) -> PersonForm {
    var form = self
    form.faults = fields.filter { field in
      let isAgain = field.hasPrefix("participant.") && sharedNames.contains(FieldName.own(field))
      return isOther || !isAgain || typed(field) != nil
    }.map { ($0, fault) }
    return form
  }

  private static func isName(_ field: String) -> Bool { field == "firstname" || field == "lastname" }

  private func values(_ role: String, _ names: [String]) -> [(name: String, value: String)] {
    names.compactMap { name in typed(role + "." + name).map { (name, $0) } }
  }

  private func object(_ values: [(name: String, value: String)]) -> JSONValue {
    .members(values.map { ($0.name, .string($0.value)) })
  }

  /// The fields.
  var markup: HTML {
    let words = desk.words
    let other = sharedNames.map { input("participant", $0, isRequired: false) }
    let isOpen =
      sharedNames.contains { typed("participant." + $0) != nil }
      || faults.contains { fault in sharedNames.contains { fault.field == "participant." + $0 } }
    let own =
      ownNames.isEmpty
      ? HTML.nothing
      : """
      <fieldset><legend>\(words.aboutWhoComes)</legend>
      <div class="fields">\(ownNames.map { input("participant", $0, isRequired: product.participantInfo.contains($0)) })</div>
      </fieldset>

      """
    let booker =
      bookerNames.isEmpty
      ? HTML.nothing
      : """
      <fieldset><legend>\(words.whoBooks)</legend>
      <div class="fields">\(bookerNames.map { input("booker", $0, isRequired: product.bookerInfo.contains($0)) })</div>
      </fieldset>

      """
    let otherPerson =
      other.isEmpty
      ? HTML.nothing
      : """
      <details\(" open", if: isOpen)><summary>\(words.somebodyElseComes)</summary>
      <fieldset><legend>\(words.whoComes)</legend>
      <div class="fields">\(other)</div>
      </fieldset></details>

      """
    return booker + own + otherPerson
  }

  private func input(_ role: String, _ name: String, isRequired: Bool) -> HTML {
    let id = role + "." + name
    let fault = faults.first { $0.field == id }?.fault
    let words = desk.words
    let type = AskedField(name, of: desk.business).type
    let hint = type == "date" ? words.dateHint : ""
    let sentence = fault.map { self.sentence($0, type: type) }
    let described = [hint.isEmpty ? nil : id + ".hint", fault == nil ? nil : id + ".error"].compactMap { $0 }
    let description: String? = described.isEmpty ? nil : described.joined(separator: " ")
    let mode: String? =
      switch type {
      case "number": "decimal"
      default: nil
      }
    let optional: HTML = isRequired ? "" : " <small>(\(words.optional))</small>"
    let hints: HTML = hint.isEmpty ? "" : "<p class=\"hint\" id=\"\(id).hint\">\(hint)</p>"
    let error = sentence.map { sentence -> HTML in "<p class=\"error\" id=\"\(id).error\">\(sentence)</p>" }
    let kind = type == "phone" ? "tel" : type == "email" ? "email" : "text"
    let value = typed(id) ?? ""
    return """
      <div class="field\(" wrong", if: fault != nil)">
      <label for="\(id)">\(desk.label(name))\(optional)</label>
      \(hints)\(error)<input id="\(id)" name="\(id)" type="\(kind)" autocomplete="off" value="\(value)"\(attribute: "inputmode", mode)\
      \(attribute: "aria-describedby", description)\(" aria-invalid=\"true\"", if: fault != nil)\
      \(" required", if: isRequired)>
      </div>

      """
  }

  private func sentence(_ fault: Fault, type: String) -> String {
    switch fault {
    case .missing: desk.words.isMissing
    case .unreadable: desk.words.unreadableField(type)
    }
  }

  /// What is wrong, each with a link to its field.
  var summary: HTML {
    if faults.isEmpty { return "" }
    let items = faults.map { field, fault -> HTML in
      let name = field.split(separator: ".").last.map(String.init) ?? field
      let type = AskedField(name, of: desk.business).type
      return "<li><a href=\"#\(field)\">\(desk.label(name)): \(sentence(fault, type: type))</a></li>\n"
    }
    return "<ul>\n\(items)</ul>\n"
  }
}
