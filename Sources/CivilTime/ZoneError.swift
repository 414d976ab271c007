// Why there is no zone of some name. The words for people are made where the error is answered.

/// Why a name gives no zone.
package enum ZoneError: Error, Equatable, Sendable {
  /// The name has another form than `[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}` (contract, section 5, zones).
  case malformedName
  /// The system's database has no zone of this name: no such file, or none that libc reads as a time zone.
  case unknown(String)
  /// The database has a zone of this name, or may have one, and it cannot be read.
  case unreadable(String, errno: Int32)
  /// The host has no time zone database (on Debian and its kin the package `tzdata`).
  case noDatabase
}
