// Where the computer is, to begin a business file with: its time zone, and the country of a zone. Guesses both; who knows
// better says so on the command line.

internal import System
internal import CivilTime
import Glibc
internal import Host

enum HomeZone {
  /// What to begin with where the computer has no home, as servers do.
  private static let fallback = "Europe/Berlin"

  /// The time zone of the computer: what `TZ` names, else what `/etc/localtime` leads to; where that is UTC or nothing,
  /// Europe/Berlin.
  static func name(_ variables: Variables) -> String {
    guard let name = variables.nonEmpty("TZ") ?? localtime(), name.contains("/"), !name.hasPrefix("Etc/"),
      (try? SystemZones.zone(named: name, calls: LinuxCalls())) != nil
    else { return fallback }
    return name
  }

  private static func localtime() -> String? {
    guard let path = Files.resolved("/etc/localtime"), let range = path.firstRange(of: "/zoneinfo/") else { return nil }
    return String(path[range.upperBound...])
  }

  /// The country in which a zone is, by the system's database (its file `zone.tab`); nil where it does not say.
  static func country(of zone: String) -> String? {
    for directory in SystemZones.directories {
      guard let bytes = try? Files.read(directory + "/zone.tab", limit: 1 << 20) else { continue }
      for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
        let columns = line.split(separator: UInt8(ascii: "\t"))
        if columns.count >= 3, columns[2].elementsEqual(zone.utf8) {
          return String(decoding: columns[0], as: UTF8.self)
        }
      }
    }
    return zone == fallback ? "DE" : nil
  }
}
