// Whose the bookings are: on a deployed tree they are the web server's, and a command has to be run by that user.

import Glibc
internal import System

/// The owner of the data directory.
enum DataOwner {
  /// What is wrong where the directory is another user's; nil where it is the user's own, or root runs the command.
  static func refusal(_ directory: String, shown: String) -> DeskFailure? {
    let user = geteuid()
    guard user != 0, let status = try? LinuxCalls().status(of: directory), status.owner.user != user else { return nil }
    let (owner, mine) = (name(status.owner.user), name(user))
    return DeskFailure(
      "\(TerminalText.harmless(shown)) belongs to \(owner ?? "user \(status.owner.user)"), and you are "
        + "\(mine ?? "user \(user)"). Nothing was changed. Run the command as that user: sudo -u "
        + "\(owner ?? "'#\(status.owner.user)'") voicebot …")
  }

  /// The name of a user in the machine's own list; nil where it has none there. The library's own way would load modules of
  /// the host.
  private static func name(_ user: UInt32) -> String? {
    guard let bytes = try? Files.read("/etc/passwd", limit: 1 << 20) else { return nil }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: ":", omittingEmptySubsequences: false)
      if parts.count > 2, parts[2] == "\(user)" { return TerminalText.harmless(parts[0]) }
    }
    return nil
  }
}
