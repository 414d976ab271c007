// The two programs: there, to be run by the user, to be changed by root alone, of one version, and answering.

internal import Business
internal import CivilTime
import Glibc
internal import Host
internal import System

extension Doctor {
  /// The command that puts programs into the tree.
  private var deliver: String {
    let root = programs.flatMap { $0.hasSuffix("/bin") ? String($0.dropLast(4)) : nil } ?? "/srv/voicebot"
    return Files.exists(root + "/.build") ? "bin/build" : "bin/package tree \(Shell.path(root))"
  }

  /// Looks at the programs beside this one.
  mutating func examinePrograms() {
    guard let programs, isReached(programs + "/voicebot") else { return }
    if Look.at(programs + "/.ready").isDirectory {
      find(
        "update-interrupted", "An update of the programs was interrupted. In the checkout, the same again ends it.",
        deliver)
    }
    for name in ["voicebot", "voicebot-desk"] {
      let path = "\(programs)/\(name)"
      let look = Look.at(path)
      guard look.exists else {
        find("program-missing", "\(path) is missing. In the checkout, this puts it there.", deliver)
        continue
      }
      if unsafe access(path, X_OK) != 0 {
        find("program-not-executable", "\(user.name) may not run \(path).", "chmod 755 \(Shell.path(path))")
      } else if !look.isLink, look.mode & 0o022 != 0 {
        find(
          "program-writable", "Others than its owner may replace what \(path) does.", "chmod go-w \(Shell.path(path))")
      }
    }
    examineVersion(of: programs + "/voicebot")
  }

  private mutating func examineVersion(of path: String) {
    guard unsafe access(path, R_OK | X_OK) == 0, let bytes = try? Files.read(path, limit: 64 << 20) else { return }
    guard let version = ProgramVersion.of(bytes), SelfTest.answers(path) else {
      find(
        "program-fails", "\(path) does not run as \(user.name), or is not this program. In the checkout:", deliver)
      return
    }
    if version != ProgramVersion.text {
      find(
        "versions-differ",
        "\(path) is version \(version), and the commands beside it are \(ProgramVersion.text). In the checkout:",
        deliver)
    }
    let status = try? LinuxCalls().status(of: path)
    let modified = Int64(clamping: (status?.identity.modified ?? 0) / 1_000_000)
    if let now = premises?.now, now.milliseconds < modified - 86_400_000 {
      find(
        "clock-wrong", "By this computer's clock the program was written in the future: the clock is wrong.",
        "timedatectl set-ntp true")
    }
  }
}
