// Everything a command takes from the process it runs in, as one value, so that tests bring their own: environment,
// working directory, streams, clock and randomness.

internal import System
package import CivilTime
package import Host

/// What a command works with.
package struct Surroundings: Sendable {
  /// The environment.
  package var variables: Variables
  /// The directory that relative file names on the command line start from; empty for the process's own.
  package var directory: String
  /// The deployment's root where no variable names it.
  package var root: @Sendable () throws(SettingsFault) -> String
  /// The present instant, unless `VOICEBOT_NOW` says otherwise; see `Deployed`.
  package var clock: @Sendable () -> Instant
  /// So many bytes that nobody can guess.
  package var random: @Sendable (Int) -> [UInt8]
  /// Lines from the standard input.
  package var input: Input
  /// The standard output.
  package var output: Output
  /// The standard error stream.
  package var errors: Output

  /// Surroundings with every member given.
  package init(
    variables: Variables, directory: String, root: @escaping @Sendable () throws(SettingsFault) -> String,
    clock: @escaping @Sendable () -> Instant, random: @escaping @Sendable (Int) -> [UInt8], input: Input,
    output: Output, errors: Output
  ) {
    self.variables = variables
    self.directory = directory
    self.root = root
    self.clock = clock
    self.random = random
    self.input = input
    self.output = output
    self.errors = errors
  }

  /// The surroundings of this process.
  package static func ofProcess() -> Surroundings {
    let variables = Variables.ofProcess()
    return Surroundings(
      variables: variables, directory: "", root: { () throws(SettingsFault) in try RootDirectory.find(LinuxCalls()) },
      clock: { SystemSources.now(LinuxCalls()) },
      random: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } }, input: .standard,
      output: .standard(1, variables), errors: .standard(2, variables))
  }

  /// The deployment's settings; the root is looked for only where variables do not say everything.
  func settings() throws(DeskFailure) -> Settings {
    do {
      return try Settings(variables, root: root)
    } catch {
      throw DeskFailure(error.sentence, status: 2)
    }
  }

  /// The present: what `VOICEBOT_NOW` says, else the clock's.
  func now() throws(DeskFailure) -> Instant { try settings().now ?? clock() }

  /// A path as people are shown it: where it lies below the working directory, from there on.
  func shown(_ path: String) -> String {
    let here = (Files.resolved(directory.isEmpty ? "." : directory) ?? "") + "/"
    let above = ["./", here].first { path.hasPrefix($0) } ?? ""
    return String(path.dropFirst(above.count))
  }

  /// The path of a file named on the command line.
  func path(_ name: String) -> String {
    directory.isEmpty || name.hasPrefix("/") ? name : directory + "/" + name
  }
}
