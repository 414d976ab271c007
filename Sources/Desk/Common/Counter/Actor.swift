// Who does something at the counter, as the diary's events record it (contract, section 6).

internal import Host

/// The name under which a command or the counter's page acts.
enum Actor {
  /// The most bytes of a name that are recorded.
  static let greatestLength = 64

  /// Who runs this process: whom the web server knows (`REMOTE_USER`), else who became this user by `sudo`, else who logged
  /// in, else `counter`. Names come from the environment, because looking them up would load modules of the host.
  static func name(_ variables: Variables) -> String {
    let names = Host.isWebServer(variables) ? ["REMOTE_USER"] : ["SUDO_USER", "LOGNAME", "USER"]
    for name in names.compactMap({ variables[$0] }) {
      let recorded = shortened(name)
      if !recorded.isEmpty { return recorded }
    }
    return "counter"
  }

  /// The printable beginning of a name.
  private static func shortened(_ name: String) -> String {
    var kept = ""
    var used = 0
    for character in TerminalText.harmless(name) {
      used += character.utf8.count
      if used > greatestLength { break }
      kept.append(character)
    }
    return kept
  }
}
