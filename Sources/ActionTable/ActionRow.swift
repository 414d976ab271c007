// What a row of the table of actions says. ActionTable.swift has the rows.

/// One of the thirteen actions, as models, platforms and the manual are told of it.
package struct ActionRow: Sendable {
  /// What an action does to the diary.
  package enum Effect: Sendable {
    /// Nothing.
    case reads
    /// It adds to it or changes it; a retry changes nothing more.
    case writes
    /// It takes something away; a retry changes nothing more.
    case cancels
  }

  /// The action's name, as requests write it.
  package var name: String
  /// What it is for and when to call it: English for a language model.
  package var sentence: String
  /// The members of a request in the contract's order.
  package var parameters: [ActionParameter]
  /// What it does to the diary.
  package var effect: Effect
  /// Whether a model is offered it: models choose better among few (contract, section 9: ten are listed).
  package var isListed: Bool

  /// The parameters that a model fills in.
  package var modelParameters: [ActionParameter] { parameters.filter { $0.isForModels } }

  init(
    _ name: String, _ effect: Effect, isListed: Bool = true, _ sentence: String, _ parameters: [ActionParameter] = []
  ) {
    self.name = name
    self.sentence = sentence
    self.parameters = parameters
    self.effect = effect
    self.isListed = isListed
  }
}

/// One member of an action's request.
package struct ActionParameter: Sendable {
  /// What a value looks like.
  package enum Kind: Equatable, Sendable {
    /// An id that an earlier answer gave.
    case id
    /// Any text.
    case text
    /// A date, or a date and time, in ISO 8601.
    case dateTime
    /// A whole number from the first to the second; nil where there is no greatest.
    case integer(from: Int, through: Int?)
    /// A person who books or takes part: an object of strings.
    case person(Role)
  }
  /// What a person is in a request.
  package enum Role: Sendable {
    case booker
    case participant
    /// Somebody who is searched for.
    case sought
  }
  /// Where a value comes from.
  package enum Source: Equatable, Sendable {
    /// The answers of these actions.
    case replies([String])
    /// What the caller says.
    case caller
    /// The telephone system; no model fills it in.
    case platform
    /// The endpoint's address; needed only where an address names no business.
    case address
    /// The model itself.
    case model
  }
  /// Whether it must be there.
  package enum Need: Equatable, Sendable {
    case required
    case optional
    /// It, or the parameter of this name, must be there. Models are told to send it.
    case requiredUnless(String)
  }

  /// The member's name.
  package var name: String
  /// What its values look like.
  package var kind: Kind
  /// Where its value comes from.
  package var source: Source
  /// Whether it must be there.
  package var need: Need
  /// What else is to be said to whoever fills it in; may be empty.
  package var note: String
  /// Whether a model is told of it.
  package var isForModels: Bool

  init(
    _ name: String, _ kind: Kind, from source: Source, _ need: Need = .required, _ note: String = "",
    isForModels: Bool = true
  ) {
    self.name = name
    self.kind = kind
    self.source = source
    self.need = need
    self.note = note
    self.isForModels = isForModels
  }

  /// How a model is told to fill it in.
  package var sentence: String {
    guard case .replies(let actions) = source else { return note }
    let copied = "Copied exactly from \(actions.joined(separator: " or "))."
    let rule = kind == .id ? copied + " Never invented, never spoken." : copied
    return note.isEmpty ? rule : rule + " " + note
  }
}
