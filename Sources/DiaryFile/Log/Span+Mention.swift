// Looks for a text in the bytes of a line, so that only lines are decoded that can say it.

extension Span<UInt8> {
  /// Whether the bytes contain a text, spelt without escapes; true where the text could be spelt otherwise.
  func mayMention(_ text: String) -> Bool {
    let wanted = text.utf8.span
    guard let first = text.utf8.first, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) else {
      return true
    }
    var start = 0
    search: while start &+ wanted.count <= count {
      defer { start &+= 1 }
      guard self[start] == first else { continue }
      for index in 1..<wanted.count where self[start &+ index] != wanted[index] { continue search }
      return true
    }
    return false
  }
}
