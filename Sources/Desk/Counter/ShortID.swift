// Ids as people read and type them: `b4k2x9qz` instead of `gleichgewicht.b4k2x9qz1m0cw7…`.

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
