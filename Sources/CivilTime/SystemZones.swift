// The zones of the system's database, by way of libc: the only place that calls it about time zones. libc knows one
// zone at a time (the variable TZ of the process), so one lock stands around setting it and asking.
// What may be asked for is checked in TZif.swift first, for libc answers UTC for whatever it cannot read.

import Glibc
import Synchronization

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
  public static func zone(
    named name: String, directories: [String] = SystemZones.directories
  ) throws(ZoneError) -> Zone {
    guard isWellFormed(name) else { throw .malformedName }
    if name.hasPrefix("right/") || name.hasPrefix("posix/") || name == "localtime" || name == "posixrules" {
      throw .unknown(name)
    }
    for directory in directories {
      let path = directory + "/" + name
      guard TZif.isWhole(path) else { continue }
      return Zone(name: name) { instant in LibcClock.offset(at: instant, file: path) }
    }
    let hasDatabase = directories.contains { TZif.isWhole($0 + "/UTC") || TZif.isWhole($0 + "/Etc/UTC") }
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

/// libc's one clock, behind one lock.
private enum LibcClock {
  /// The file that libc has loaded; empty at first.
  private static let loaded = Mutex("")

  /// Seconds east of UTC at an instant by a TZif file with an absolute path.
  ///
  /// Ends the process where libc cannot read the file, which was whole a moment ago (no descriptor is left, or the disk
  /// is broken): libc answers UTC then, and no reply is better than one with wrong times.
  static func offset(at instant: Instant, file: String) -> Int {
    loaded.withLock { loaded in
      for _ in 0..<100 {
        if loaded != file { load(file, &loaded) }
        var seconds = time_t(instant.seconds)
        var parts = unsafe tm()
        // It fails only for years that an Int32 cannot hold; Instant has none.
        guard unsafe localtime_r(&seconds, &parts) != nil else { return 0 }
        // Only what libc could not read has no abbreviation.
        if unsafe parts.tm_zone.pointee != 0 { return unsafe parts.tm_gmtoff }
        load("UTC0", &loaded)
      }
      let words = "voicebot: the time zone database of this host cannot be read\n"
      _ = unsafe write(STDERR_FILENO, words, words.utf8.count)
      exit(EX_OSERR)
    }
  }

  private static func load(_ zone: String, _ loaded: inout String) {
    unsafe setenv("TZ", zone, 1)
    tzset()
    loaded = zone
  }
}
