// Birth dates that somebody alive may have.

package import CivilTime

/// What a birth date may be.
package enum BirthDate {
  /// Whether somebody alive may be born on a day: not after today, and at most 130 years ago.
  package static func isPlausible(_ date: LocalDate, today: LocalDate) -> Bool {
    date <= today && today.components.year - date.components.year <= 130
  }
}
