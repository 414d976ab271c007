// Business files of the deployment that name no tokens although their business had some: cut off, or changed on purpose.

internal import Business
internal import BusinessFile
internal import Host
internal import System

enum LostTokens {
  /// Adds to each file that is one of the deployment's what the memory of its tokens says against it.
  static func find(in files: inout [CheckedFile], at surroundings: Surroundings) {
    guard let settings = try? surroundings.settings(), let home = Files.resolved(settings.businesses) else { return }
    for index in files.indices where files[index].choice.location.directory == home {
      guard let business = files[index].business, business.tokenHashes.isEmpty, let id = files[index].choice.id,
        let remembered = try? TokenMark(of: id, in: settings.data, calls: LinuxCalls()).remembered()
      else { continue }
      let mark = surroundings.shown("\(settings.data)/\(TokenMark<LinuxCalls>.name(of: id))")
      files[index].add([
        Finding(
          code: .tokensGone,
          message:
            "The business had \(remembered.isEmpty ? "tokens" : count(remembered.count)), and this file names none: "
            + "callers are still asked for them, because a file that was cut off must not open it. Write them back; "
            + "or, if you took them out, delete \(mark).")
      ])
    }
  }

  private static func count(_ number: Int) -> String { number == 1 ? "a token" : "\(number) tokens" }
}
