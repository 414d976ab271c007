// What a business says about a field of booker or participant. BusinessFile reads it; People compares values by its kind.

package import Patterns

/// A field of booker or participant that the business defines.
package struct FieldDefinition: Sendable {
  /// How a value is read and compared.
  package enum Kind: Sendable {
    /// Any text.
    case text
    /// A calendar date.
    case date
    /// A phone number.
    case phone
    /// An e-mail address.
    case email
    /// A decimal number.
    case number
  }
  /// The member's name in `booker` and `participant`.
  package var name: String
  /// How its values are read.
  package var kind: Kind
  /// What the whole value must match.
  package var pattern: TextPattern?
  /// What people call the field.
  package var label: String?
  /// Whether a value tells people apart, as an insurance number does.
  package var identifies: Bool

  /// A field with every member given.
  package init(name: String, kind: Kind, pattern: TextPattern? = nil, label: String? = nil, identifies: Bool = false) {
    self.name = name
    self.kind = kind
    self.pattern = pattern
    self.label = label
    self.identifies = identifies
  }
}
