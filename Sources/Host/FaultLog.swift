// One line for each 5xx, after the reply (contract, section 1): OpenFaaS and inetd mix standard error into the reply,
// so nothing is said where nothing is wrong. What is said comes from Webhook and Settings.

internal import CivilTime
import Glibc

enum FaultLog {
  /// Reports a fault: `voicebot: <UTC time> <status> <sentence>` and a newline. A file that cannot be opened is
  /// replaced by standard error, which then says so.
  static func report(_ fault: String, status: Int, at time: Instant, to target: LogTarget) {
    switch target {
    case .off: return
    case .standardError: _ = StandardStreams.offer(line(fault, status, time), to: STDERR_FILENO)
    case .file(let path):
      // Not blocking: a pipe without a reader must not keep the process waiting.
      let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK
      let descriptor = unsafe open(path, flags, 0o600)
      guard descriptor >= 0 else {
        let fault = "\(fault) (VOICEBOT_LOG names a file that cannot be opened: error \(errno))"
        _ = StandardStreams.offer(line(fault, status, time), to: STDERR_FILENO)
        return
      }
      _ = StandardStreams.offer(line(fault, status, time), to: descriptor)
      close(descriptor)
    }
  }

  /// The line, without control characters: what a file or a request contains must not look like a line of its own.
  /// It is cut at 4 KiB, which a pipe takes whole.
  static func line(_ fault: String, _ status: Int, _ time: Instant) -> [UInt8] {
    var text = "voicebot: \(ISO8601.writeUTC(time)) \(status) "
    for scalar in fault.unicodeScalars {
      guard text.utf8.count < 4080 else {
        text += "…"
        break
      }
      text.unicodeScalars.append(isControl(scalar) ? " " : scalar)
    }
    return Array(text.utf8) + [UInt8(ascii: "\n")]
  }

  /// The control characters of ASCII and Latin-1 and Unicode's two line ends.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
  }
}
