// Which members a person may have in the requests of one business. Models make names up where they are not told them, and
// strict tool definitions forbid members that are not listed.

package import Business

/// The fields of a person in requests, besides `id`.
package struct AskedFields: Sendable {
  /// Those of a booker: what any product asks for, each once, in the products' order.
  package let booker: [AskedField]
  /// Those of a participant.
  package let participant: [AskedField]
  /// Those by which a person is found.
  package let sought: [AskedField]

  /// The fields that every business knows, for persons of none in particular.
  package static var common: AskedFields {
    AskedFields(
      ["firstname", "lastname", "phone", "email", "dateOfBirth", "address"].map {
        AskedField(known: $0, isGerman: false)
      })
  }

  private init(_ fields: [AskedField]) {
    booker = fields
    participant = fields
    sought = fields
  }

  /// The fields of a business.
  package init(of business: Business) {
    func asked(_ lists: [[String]]) -> [AskedField] {
      var names: [String] = []
      for list in lists {
        for name in list where !names.contains(name) { names.append(name) }
      }
      return names.map { AskedField($0, of: business) }
    }
    let products = business.products
    booker = asked(products.map { $0.bookerInfo } + products.map { $0.bookerOptionalInfo })
    participant = asked(products.map { $0.participantInfo } + products.map { $0.participantOptionalInfo })
    let identifying = business.fields.filter { $0.identifies }.map { $0.name }
    sought = asked([["lastname", "firstname", "phone", "email", "dateOfBirth"], identifying])
  }

  /// Those of a person in a role.
  package func fields(of role: ActionParameter.Role) -> [AskedField] {
    switch role {
    case .booker: booker
    case .participant: participant
    case .sought: sought
    }
  }
}

extension AskedField {
  /// How a model is told to fill it in.
  package var sentence: String {
    switch type {
    case "date": label + ", as YYYY-MM-DD"
    case "phone": label + ", with its digits, in international form if that is known"
    default: label
    }
  }
}
