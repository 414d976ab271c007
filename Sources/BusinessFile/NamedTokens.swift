// Whether a business file that cannot be read as a whole asks for tokens, as far as its bytes show.

/// The tokens in a file of which nobody can say what it means.
package enum NamedTokens {
  /// The hashes behind the key `tokens` at the top of a file, which need not be whole; nil where there is no such key.
  package static func hashes(inBroken file: [UInt8]) -> [String]? {
    let key = Array("tokens".utf8)
    let isFlow = file.first { $0 > 0x20 } == UInt8(ascii: "{")
    var index = 0
    while index + key.count < file.count {
      if file[index] == key[0], file[index..<index + key.count].elementsEqual(key),
        isKey(index, key.count, file, isFlow)
      {
        return hashes(in: file[(index + key.count)...])
      }
      index += 1
    }
    return nil
  }

  /// Whether a word of a file is a key: a colon follows, and before it a line begins or, in a file in braces, a pair.
  private static func isKey(_ start: Int, _ count: Int, _ file: [UInt8], _ isFlow: Bool) -> Bool {
    var before = start - 1
    if before >= 0, isQuote(file[before]) { before -= 1 }
    while isFlow, before >= 0, isBlank(file[before]) { before -= 1 }
    guard
      before < 0 || file[before] == UInt8(ascii: "\n") || file[before] == UInt8(ascii: "\r") || file[before] >= 0x80
        || isFlow && (file[before] == UInt8(ascii: "{") || file[before] == UInt8(ascii: ","))
    else { return false }
    var behind = start + count
    if behind < file.count, isQuote(file[behind]) { behind += 1 }
    while behind < file.count, isBlank(file[behind]) { behind += 1 }
    return behind < file.count && file[behind] == UInt8(ascii: ":")
  }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  /// All words of 64 hexadecimal digits, in lower case.
  static func hashes(in bytes: ArraySlice<UInt8>) -> [String] {
    var hashes: [String] = []
    var word: [UInt8] = []
    func end() {
      if word.count == 64 { hashes.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in bytes {
      let small = byte | 0x20
      if Bytes.isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(small) {
        // A word that is longer than a hash ends as none.
        if word.count < 65 { word.append(Bytes.isDigit(byte) ? byte : small) }
      } else {
        end()
      }
    }
    end()
    return hashes
  }
}
