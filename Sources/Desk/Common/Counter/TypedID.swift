// Ids as people read and type them: `b4k2x9qz` instead of `gleichgewicht.b4k2x9qz1m0cw7…`, `Anna Schmidt` instead of
// `anna`.

internal import ArgumentParser
internal import Business

/// The beginning of an id that is enough among a business's few thousand.
enum ShortID {
  /// The first eight characters of an id's local part.
  static func shown(_ id: String) -> String { String(local(id).prefix(8)) }

  /// Whether what somebody typed means an id: the whole, its local part, or at least four characters of its beginning.
  static func isMeant(_ id: String, by typed: String) -> Bool {
    if typed == id { return true }
    let isWhole = typed.utf8.contains(UInt8(ascii: "."))
    return local(typed).count >= 4 && (isWhole ? id[...] : local(id)).hasPrefix(typed)
  }

  private static func local(_ id: String) -> Substring {
    id.utf8.firstIndex(of: UInt8(ascii: ".")).map { id[id.utf8.index(after: $0)...] } ?? id[...]
  }
}

extension Identifier {
  /// The id that somebody typed, or whose name or first name they typed, in whatever case; nil where it is none of these, or
  /// the first name of several.
  static func meant(by typed: String, among choice: [(id: Identifier, name: String)]) -> Identifier? {
    let wanted = typed.lowercased()
    let match =
      choice.first { $0.id.text == typed } ?? choice.first { $0.id.text.lowercased() == wanted }
      ?? choice.first { $0.name.lowercased() == wanted }
    if let match { return match.id }
    let several = several(by: typed, among: choice)
    return several.count == 1 ? several[0] : nil
  }

  /// Those whose name begins with the word that somebody typed.
  static func several(by typed: String, among choice: [(id: Identifier, name: String)]) -> [Identifier] {
    let wanted = typed.lowercased()
    return choice.filter { $0.name.lowercased().hasPrefix(wanted + " ") }.map(\.id)
  }
}

extension Business {
  /// The short id of the agent that somebody typed by id, name or first name; what they typed where there is none in the file, for
  /// somebody who has left it may be meant.
  /// - Throws: where it is the first name of several.
  func agentID(_ typed: String) throws(DeskFailure) -> String {
    let several = Identifier.several(by: typed, among: agents.map { ($0.id, $0.name) })
    if several.count > 1, !agents.contains(where: { $0.id.text.lowercased() == typed.lowercased() }) {
      throw DeskFailure(
        "Several are called “\(TerminalText.harmless(typed))”: write \(Wording.list(several.map(\.text))).", status: 64)
    }
    return Identifier.meant(by: typed, among: agents.map { ($0.id, $0.name) })?.text ?? typed
  }
}

extension CompletionKind {
  /// The businesses of the deployment.
  static let businesses = CompletionKind.custom { _, _, _ in
    (try? Premises(.ofProcess()).businesses().map(\.text)) ?? []
  }
}
