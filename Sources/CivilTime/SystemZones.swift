// The zones of the system's database, by way of libc. libc is asked about regular files of the database alone, and its
// answer counts only where it could read the file: it answers UTC for whatever it cannot read.

package import System

/// The time zones of the host.
package enum SystemZones {
  /// Where hosts keep the database; the first that has the zone is used.
  package static let directories = [
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
  package static func zone(
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
        guard try isZone(path, calls) else { continue }
      } catch {
        failure = error
        continue
      }
      return Zone(name: name) { instant in
        // It was readable a moment ago. No reply is better than one with wrong times.
        guard let offset = calls.offset(at: instant.seconds, zoneFile: path) else {
          calls.fail("the time zone database of this host cannot be read")
        }
        return offset
      }
    }
    if let failure { throw .unreadable(name, errno: failure.code) }
    // What cannot be read is there.
    let hasDatabase = directories.contains {
      (try? isZone($0 + "/UTC", calls)) != false || (try? isZone($0 + "/Etc/UTC", calls)) != false
    }
    throw hasDatabase ? .unknown(name) : .noDatabase
  }

  /// Whether a path leads to a regular file that libc reads as a time zone (TZif, RFC 9636). Fails where nobody can tell.
  private static func isZone(_ path: String, _ calls: some SystemCalls) throws(SystemError) -> Bool {
    do throws(SystemError) {
      guard try retrying({ () throws(SystemError) in try calls.status(of: path) }).isRegular else { return false }
    } catch {
      guard error.meansMissing else { throw error }
      return false
    }
    if calls.offset(at: 0, zoneFile: path) != nil { return true }
    // libc does not say why it cannot read the file; opening it does.
    calls.close(try retrying { () throws(SystemError) in try calls.open(path, .read) })
    return false
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
