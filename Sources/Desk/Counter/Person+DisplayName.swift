// What a person is called on a list.

package import People

extension Person {
  /// First and last name, or one of them; without either e-mail address or phone number; nil where nothing of that is
  /// known, as of somebody who was forgotten.
  package var displayName: String? {
    let names = ["firstname", "lastname"].compactMap { text($0) }
    return names.isEmpty ? text("email") ?? text("phone") : names.joined(separator: " ")
  }

  /// The value of an attribute that is a single text.
  package func text(_ name: String) -> String? {
    guard case .text(let text)? = self[name] else { return nil }
    return text
  }
}
