// What a person is called in lists and exports. What else an export says is in Person+Details.swift.

internal import People

extension Person {
  /// First and last name, or one of them; without either e-mail address or phone number; nil where nothing of that is
  /// known, as of somebody who was forgotten.
  var displayName: String? {
    let names = ["firstname", "lastname"].compactMap { text($0) }
    return names.isEmpty ? text("email") ?? text("phone") : names.joined(separator: " ")
  }

  /// What they are called, or that it is not known any more.
  var shown: String { displayName ?? "(forgotten)" }

  /// The value of an attribute that is a single text.
  func text(_ name: String) -> String? {
    guard case .text(let text)? = self[name] else { return nil }
    return text
  }
}
