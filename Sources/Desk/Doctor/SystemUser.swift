// Users of this computer, by /etc/passwd and /etc/group, and becoming one. The files are read here: in a static program libc
// would have to load modules of the host to look a name up.

import Glibc
internal import System

struct SystemUser {
  let id: UInt32
  let name: String

  /// The user who runs this process.
  static var current: SystemUser {
    let id = geteuid()
    return SystemUser(id: id, name: name(of: id))
  }

  /// The name of a user; the number where there is none.
  static func name(of id: UInt32) -> String {
    entries(of: "/etc/passwd").first { $0.count > 2 && $0[2] == String(id) }?[0] ?? String(id)
  }

  /// Gives up root's rights for those of the user with this name, for good, and returns that user. Without a name, and where
  /// it is this user's own, nothing changes.
  static func become(_ name: String?) throws(DeskFailure) -> SystemUser {
    guard let name else { return current }
    guard let entry = entries(of: "/etc/passwd").first(where: { $0.count > 3 && $0[0] == name }),
      let id = UInt32(entry[2]), let group = UInt32(entry[3])
    else {
      throw DeskFailure("This computer has no user “\(TerminalText.harmless(name))” in /etc/passwd.", status: 64)
    }
    if id == geteuid() { return SystemUser(id: id, name: name) }
    guard geteuid() == 0 else {
      throw DeskFailure("Only root can look as another user: sudo voicebot doctor --user \(name)", status: 64)
    }
    let more = entries(of: "/etc/group").compactMap { entry -> gid_t? in
      guard entry.count > 3, entry[3].split(separator: ",").contains(Substring(name)) else { return nil }
      return gid_t(entry[2])
    }
    let groups = [group] + more
    guard unsafe setgroups(groups.count, groups) == 0, setgid(group) == 0, setuid(id) == 0 else {
      throw DeskFailure("This process cannot become \(name): \(SystemError(errno).words).", status: 64)
    }
    return SystemUser(id: id, name: name)
  }

  /// The fields of each line.
  private static func entries(of file: String) -> [[String]] {
    let bytes = (try? Files.read(file, limit: 16 << 20)) ?? []
    return bytes.split(separator: UInt8(ascii: "\n")).map { line in
      line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }
}
