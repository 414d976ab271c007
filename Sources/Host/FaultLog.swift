// One line for each 5xx, after the reply (contract, section 1): OpenFaaS and inetd mix standard error into the reply,
// so nothing is said where nothing is wrong. What is said comes from Webhook and Settings.

internal import CivilTime
package import System

package enum FaultLog {
  /// Reports a fault: `voicebot: <UTC time> <status> <sentence>` and a newline. A file that cannot be opened is
  /// replaced by standard error, which then says so.
  package static func report(_ fault: String, status: Int, to target: LogTarget, _ calls: some SystemCalls) {
    let time = SystemSources.now(calls)
    switch target {
    case .off: return
    case .standardError: _ = StandardStreams.offer(line(fault, status, time), to: StandardStreams.error, calls)
    case .file(let path):
      do throws(SystemError) {
        // Not blocking: a pipe without a reader must not keep the process waiting.
        let descriptor = try retrying { () throws(SystemError) in try calls.open(path, .append) }
        _ = StandardStreams.offer(line(fault, status, time), to: descriptor, calls)
        calls.close(descriptor)
      } catch {
        let fault = "\(fault) (VOICEBOT_LOG names a file that cannot be opened: \(error.phrase))"
        _ = StandardStreams.offer(line(fault, status, time), to: StandardStreams.error, calls)
      }
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
