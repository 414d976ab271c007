// `--output FILE`: where a command writes its text instead of the standard output.

internal import ArgumentParser
import Glibc
internal import Synchronization
internal import System

/// The option, and the stream that it means.
struct OutputOption: ParsableArguments {
  @Option(
    help: "Write it to this file, readable by its owner alone: it is whole, or stays as it was.", completion: .file())
  var output: String?

  /// Gives `body` the stream to write to. The file has its name only when `body` has returned and the disk has it all.
  func write(at surroundings: Surroundings, _ body: (Output) throws -> Void) throws {
    guard let output else { return try body(surroundings.output) }
    let path = surroundings.path(output)
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    let directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let shown = TerminalText.harmless(surroundings.shown(path))
    guard !name.isEmpty, name != ".", name != "..", !Files.isDirectory(path) else {
      throw DeskFailure("\(shown) is a directory: name a file in it.", status: EX_IOERR)
    }
    let file: Mutex<WholeFile>
    do throws(SystemError) {
      file = Mutex(try WholeFile(name, in: directory))
    } catch {
      throw Self.failure(shown, error)
    }
    defer { file.withLock { $0.discard() } }
    do {
      try body(
        Output(columns: surroundings.output.columns) { text throws(OutputFailure) in
          let failure = file.withLock { file -> SystemError? in
            do throws(SystemError) {
              try file.write(Array(text.utf8))
              return nil
            } catch {
              return error
            }
          }
          if let failure { throw OutputFailure(errno: failure.code) }
        })
    } catch let failure as OutputFailure {
      throw Self.failure(shown, SystemError(failure.errno))
    }
    let failure = file.withLock { file -> SystemError? in
      do throws(SystemError) {
        try file.finish()
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw Self.failure(shown, failure) }
  }

  private static func failure(_ shown: String, _ error: SystemError) -> DeskFailure {
    if error.code == ErrorNumber.locked { return DeskFailure("Another program is writing \(shown).", status: EX_IOERR) }
    return DeskFailure("\(shown) cannot be written: \(error.words).", status: EX_IOERR)
  }
}
