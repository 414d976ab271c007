// Where a deployment lies when no variable says it: a tree of `bin/voicebot`, `Businesses/` and `Data/` finds itself,
// wherever it was copied to and whatever the working directory is. Settings.swift names the variables.

package import System

/// The running program's own file.
enum Executable {
  /// The directory it lies in, with every link resolved: empty for `/`; nil where the system does not say.
  static func directory(_ calls: some SystemCalls) throws(SystemError) -> String? {
    do throws(SystemError) {
      return parent(of: try retrying { () throws(SystemError) in try calls.executable() })
    } catch {
      guard error.meansMissing else { throw error }
      return nil
    }
  }

  /// The path without its last segment: empty for what lies in `/`; nil for the empty path.
  fileprivate static func parent(of path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return String(path[..<slash])
  }
}

/// The root of a deployment that no variable names.
package enum RootDirectory {
  /// The directory above the executable's own, if it holds `Businesses`, else the working directory. Fails where nobody can
  /// tell: no request is answered from another deployment because this one cannot be read.
  package static func find(_ calls: some SystemCalls) throws(SettingsFault) -> String {
    do throws(SystemError) {
      guard let directory = try Executable.directory(calls), let root = Executable.parent(of: directory) else {
        return "."
      }
      let status = try retrying { () throws(SystemError) in try calls.status(of: root + "/Businesses") }
      return status.isDirectory ? root : "."
    } catch {
      if error.meansMissing { return "." }
      throw SettingsFault(
        sentence: "Where this program lies cannot be told: \(error.phrase). "
          + "Set VOICEBOT_ROOT to the directory that holds Businesses.")
    }
  }
}
