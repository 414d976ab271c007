// Where the computer is, to begin a business file with: its time zone, and the country of a zone. Guesses both; who knows
// better says so on the command line.

internal import System
internal import CivilTime
import Glibc
internal import Host

enum HomeZone {
  /// The time zone of the computer: what `TZ` names, else what `/etc/localtime` leads to; nil where that is UTC or nothing,
  /// as on most servers.
  static func name(_ variables: Variables) -> String? {
    guard let name = variables.nonEmpty("TZ") ?? localtime(), name.contains("/"), !name.hasPrefix("Etc/"), isZone(name)
    else { return nil }
    return name
  }

  private static func localtime() -> String? {
    guard let path = Files.resolved("/etc/localtime"), let range = path.firstRange(of: "/zoneinfo/") else { return nil }
    return String(path[range.upperBound...])
  }

  /// Whether the system's database has a zone of this name.
  static func isZone(_ name: String) -> Bool { (try? SystemZones.zone(named: name, calls: LinuxCalls())) != nil }

  /// The zone that somebody means, as the database names it today: `US/Pacific` is America/Los_Angeles, which every host
  /// has, while many lack the old names; `berlin` and `europe/berlin` are Europe/Berlin. What is no zone comes back as it is.
  static func meant(by text: String) -> String {
    let table = table
    if table.contains(where: { $0.zone == text }) { return text }
    if let name = todaysName(of: text), table.contains(where: { $0.zone == name }) { return name }
    if isZone(text) { return text }
    let words = text.replacing(" ", with: "_").lowercased()
    let alike = table.map(\.zone).filter { zone in
      let name = zone.lowercased()
      return name == words || name.hasSuffix("/" + words)
    }
    return alike.count == 1 ? alike[0] : text
  }

  /// The zone for which an old name stands, by the links of the database's text (`tzdata.zi`: `L ZONE NAME`), else by a link
  /// among its files.
  private static func todaysName(of name: String) -> String? {
    for directory in SystemZones.directories {
      if let bytes = try? Files.read(directory + "/tzdata.zi", limit: 1 << 20) {
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first == UInt8(ascii: "L") {
          let words = line.split(separator: UInt8(ascii: " "))
          if words.count == 3, words[2].elementsEqual(name.utf8) { return String(decoding: words[1], as: UTF8.self) }
        }
      }
      if isZone(name), let path = Files.resolved(directory + "/" + name), path.hasPrefix(directory + "/") {
        return String(path.dropFirst(directory.count + 1))
      }
    }
    return nil
  }

  /// The country in which a zone is, by the system's database; nil where it does not say.
  static func country(of zone: String) -> String? { table.first { $0.zone == zone }?.country }

  /// Zones and their countries, by the database's file `zone.tab`; empty where there is none.
  private static var table: [(zone: String, country: String)] {
    for directory in SystemZones.directories {
      guard let bytes = try? Files.read(directory + "/zone.tab", limit: 1 << 20) else { continue }
      return bytes.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }.compactMap { line in
        let columns = line.split(separator: UInt8(ascii: "\t"))
        guard columns.count >= 3 else { return nil }
        return (String(decoding: columns[2], as: UTF8.self), String(decoding: columns[0], as: UTF8.self))
      }
    }
    return []
  }
}
