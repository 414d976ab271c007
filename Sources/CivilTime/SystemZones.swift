// The zones of the system's database, by way of libc. TZif.swift checks first what libc is asked about, because libc
// answers UTC for whatever it cannot read.

public import System

/// The time zones of the host.
public enum SystemZones {
  /// Where hosts keep the database; the first that has the zone is used.
  public static let directories = [
    "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo",
  ]

  /// The zone of this name in the system's database.
  ///
  /// Names are those of contract section 5, "Zones", compared with case. Not among them are the database's second copies
  /// (`right/…`, whose clocks count leap seconds, and `posix/…`) and what a host calls its own (`localtime`,
  /// `posixrules`).
  /// - Parameters:
  ///   - name: such as `Europe/Berlin`; it may come from a request.
  ///   - directories: absolute paths of databases, without a final slash.
  ///   - calls: the system whose zones they are.
  public static func zone(
    named name: String, directories: [String] = SystemZones.directories, calls: some SystemCalls
  ) throws(ZoneError) -> Zone {
    guard isWellFormed(name) else { throw .malformedName }
    if name.hasPrefix("right/") || name.hasPrefix("posix/") || name == "localtime" || name == "posixrules" {
      throw .unknown(name)
    }
    var failure: SystemError?
    for directory in directories {
      let path = directory + "/" + name
      do throws(SystemError) {
        guard try TZif.isWhole(path, calls) else { continue }
      } catch {
        failure = error
        continue
      }
      return Zone(name: name) { instant in calls.offset(at: instant.seconds, zoneFile: path) }
    }
    if let failure { throw .unreadable(name, errno: failure.code) }
    // What cannot be read is there.
    let hasDatabase = directories.contains {
      (try? TZif.isWhole($0 + "/UTC", calls)) != false || (try? TZif.isWhole($0 + "/Etc/UTC", calls)) != false
    }
    throw hasDatabase ? .unknown(name) : .noDatabase
  }

  /// Whether a name has the form `[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}`; such a name never leaves a directory.
  static func isWellFormed(_ name: String) -> Bool {
    var slashes = 0
    var atStart = true
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"):
        atStart = false
      case UInt8(ascii: "/") where !atStart && slashes < 2:
        slashes += 1
        atStart = true
      default: return false
      }
    }
    return !atStart
  }
}
