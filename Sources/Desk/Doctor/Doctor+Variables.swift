// The variables of the deployment, and the logs that they name.

internal import CivilTime
import Glibc
internal import Host
internal import System

extension Doctor {
  /// Looks at what the variables say, and whether it can be done.
  mutating func examineVariables() {
    let variables = surroundings.variables
    if variables.nonEmpty("VOICEBOT_NOW") != nil {
      find("clock-stands", "VOICEBOT_NOW is set, so the clock of every request stands still.", "unset VOICEBOT_NOW")
    }
    if let entity = premises?.settings.entity, !Files.exists("\(businessFiles)/\(entity).yaml"),
      Files.isDirectory(businessFiles)
    {
      find(
        "entity-unknown",
        "VOICEBOT_ENTITY names “\(entity)”, of which there is no file in \(businessFiles): no request is served.",
        "unset VOICEBOT_ENTITY")
    }
    if variables.nonEmpty("VOICEBOT_COUNTER") == "open" {
      find(
        "counter-open",
        "VOICEBOT_COUNTER=open opens the counter's page, with everybody's names and numbers, to all who reach it. Let the "
          + "web server ask who is there.", "unset VOICEBOT_COUNTER")
    }
    do throws(ZoneError) {
      _ = try SystemZones.zone(named: "UTC", calls: LinuxCalls())
    } catch {
      find(
        "no-time-zones", "This computer has no time zone database, so no business can be served.",
        "apt-get install -y tzdata")
    }
    for (name, loss) in [
      ("VOICEBOT_LOG", "what goes wrong is not written down"), ("VOICEBOT_REQUESTS", "no request is counted"),
    ] {
      guard let path = variables.nonEmpty(name), name != "VOICEBOT_LOG" || path != "stderr" && path != "off" else {
        continue
      }
      examineLog(path, name, loss)
    }
  }

  private mutating func examineLog(_ path: String, _ name: String, _ loss: String) {
    guard isReached(path) else { return }
    let look = Look.at(path)
    let directory = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    if look.exists {
      if unsafe access(path, W_OK) == 0, !look.isDirectory { return }
      let command =
        look.isDirectory
        ? "rmdir \(Shell.path(path))" : "chown \(user.name): \(Shell.path(path)) && chmod u+w \(Shell.path(path))"
      find("log-unwritable", "\(user.name) cannot write to \(path), which \(name) names: \(loss).", command)
    } else if !Look.at(directory).exists {
      find(
        "log-unwritable", "There is no directory \(directory) for the file that \(name) names: \(loss).",
        "install -d -m 750 -o \(user.name) -g $(id -g \(user.name)) \(Shell.path(directory))")
    } else if unsafe access(directory.isEmpty ? "/" : directory, W_OK | X_OK) != 0 {
      find(
        "log-unwritable", "\(user.name) cannot make \(path), which \(name) names: \(loss).",
        "install -m 640 -o \(user.name) -g $(id -g \(user.name)) /dev/null \(Shell.path(path))")
    }
  }
}
