// Reads what is sent of people, by the kinds of the fields and the business's patterns.

internal import Business
internal import CivilTime
internal import Patterns
internal import People

/// Reads the values of fields.
struct FieldReader {
  private let business: Business
  private let matcher: PersonMatcher
  private let today: LocalDate
  private let patterns: Bool

  /// A reader for recording; without `patterns`, one for searching, where a value is only compared. Nobody is born after
  /// `today`.
  init(_ business: Business, today: LocalDate, patterns: Bool = true) {
    self.business = business
    self.matcher = PersonMatcher(business)
    self.today = today
    self.patterns = patterns
  }

  /// The value in its normal form, or nil where it cannot be read.
  func read(_ attribute: Attribute) throws(Problem) -> AttributeValue? {
    let field = business.fields.first { $0.name == attribute.name }
    guard case .text(let text) = attribute.value else {
      // An address and what nobody defined may come in parts.
      return field == nil ? attribute.value : nil
    }
    guard let normal = matcher.normalised(text, field: attribute.name) else { return nil }
    if attribute.name == "dateOfBirth" {
      guard let date = LocalDate(text: normal), BirthDate.isPlausible(date, today: today) else { return nil }
    }
    if patterns, let field, let pattern = field.pattern, try !matches(text, pattern, of: field) { return nil }
    return .text(normal)
  }

  /// Whether a value matches; the business's file is at fault where nobody can say.
  private func matches(_ text: String, _ pattern: TextPattern, of field: FieldDefinition) throws(Problem) -> Bool {
    do {
      return try pattern.matches(text)
    } catch {
      let reason = error == .tooLarge ? "is too large" : "takes too long to match a value"
      throw .misconfiguredBusiness(business.id, summary: "The pattern of the field \"\(field.name)\" \(reason).")
    }
  }
}

extension PersonMatcher {
  /// Compares people as a business's file says.
  init(_ business: Business) {
    self.init(
      country: business.country,
      fields: business.fields.map { Field(name: $0.name, kind: FieldKind($0.kind), identifies: $0.identifies) })
  }
}

extension FieldKind {
  /// The kind of a field that a business defines.
  init(_ kind: FieldDefinition.Kind) {
    self =
      switch kind {
      case .text: .text
      case .date: .date
      case .phone: .phone
      case .email: .email
      case .number: .number
      }
  }
}
