// Taking a text apart into the digits of a number and an extension. PlainText has made its signs plain.

/// What of a text is a number.
struct WrittenNumber {
  /// The digits, 0 to 9, without the extension; three to twenty.
  private(set) var digits: [UInt8] = []
  /// Whether `+` stands before them.
  private(set) var hasPlus = false
  /// The digits of the extension; empty where there is none.
  private(set) var `extension`: [UInt8] = []
  /// Which of the digits is a 0 alone in parentheses.
  private(set) var zeroInParentheses: Int?

  /// Nil where the text is no number.
  init?(_ text: String) {
    let plain = plainText(text)
    digits.reserveCapacity(plain.count)
    guard plain.allSatisfy(isNumberSign) ? readNumber(plain[...]) : readParts(plain[...]) else { return nil }
    guard (3...20).contains(digits.count) else { return nil }
  }

  /// Reads what is more than digits and what parts them: an address, parameters, an extension; false where it is no number.
  private mutating func readParts(_ plain: ArraySlice<UInt8>) -> Bool {
    var number = plain
    WrittenNumber.takeAddress(&number)
    WrittenNumber.dropScheme(&number)
    let parameters = number.firstIndex(of: UInt8(ascii: ";")).map { number[$0...] } ?? []
    number = number.dropLast(parameters.count)
    guard readNumber(number) else { return false }
    for parameter in parameters.split(separator: UInt8(ascii: ";")) {
      guard readParameter(parameter) else { return false }
    }
    return true
  }

  /// Of `"Praxis" <sip:…>;tag=…` what stands between the angle brackets.
  private static func takeAddress(_ text: inout ArraySlice<UInt8>) {
    guard let open = text.lastIndex(of: UInt8(ascii: "<")) else { return }
    text = text[(open + 1)...].prefix { $0 != UInt8(ascii: ">") }
  }

  /// Takes `tel:`, `sip:` or `sips:` and `@host` away, and what is percent-encoded in an address.
  private static func dropScheme(_ text: inout ArraySlice<UInt8>) {
    text = text.drop(while: isBlank)
    for scheme in ["tel:", "sip:", "sips:", "tel.:", "tel."] where text.begins(scheme) {
      text = text.dropFirst(scheme.utf8.count)
      text = decoded(text)[...]
      // A password behind the user.
      let user = text.prefix { $0 != UInt8(ascii: "@") }
      if user.count < text.count { text = user.prefix { $0 != UInt8(ascii: ":") } }
      break
    }
    text = text.prefix { $0 != UInt8(ascii: "@") }
  }

  /// A JSON number may have come as `4155552671.0`.
  private static func withoutFraction(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let point = text.firstIndex(of: UInt8(ascii: ".")), let first = text.first, first != UInt8(ascii: "0"),
      text[..<point].allSatisfy(isDigit), text.count > point + 1 - text.startIndex,
      text[(point + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") })
    else { return text }
    return text[..<point]
  }

  /// Reads what stands before parameters; false where it is no number.
  private mutating func readNumber(_ text: ArraySlice<UInt8>) -> Bool {
    let text = WrittenNumber.withoutFraction(text)
    var opened: Int?
    for (index, byte) in zip(text.indices, text) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "+") where digits.isEmpty: hasPlus = true
      case UInt8(ascii: "("): opened = digits.count
      case UInt8(ascii: ")"):
        if let opened, digits.count == opened + 1, digits[opened] == 0 { zeroInParentheses = opened }
        opened = nil
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): continue
      default: return digits.count >= 3 && readExtension(text[index...])
      }
    }
    return true
  }

  /// Reads `ext. 12`, `x12`, `#12`, `,,12`, `Durchwahl 12`.
  private mutating func readExtension(_ text: ArraySlice<UInt8>) -> Bool {
    let signs: [UInt8] = [UInt8(ascii: "#"), UInt8(ascii: "~"), UInt8(ascii: ",")]
    let label = text.prefix { isLetter($0) || signs.contains($0) }
    var rest = text[label.endIndex...]
    if rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
    rest = rest.drop { isBlank($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-") }
    if rest.last == UInt8(ascii: "#") { rest = rest.dropLast() }
    let labels = [
      "x", "ext", "extn", "extension", "xt", "xtn", "int", "anexo", "dob", "#", "~", ",", ",,", "durchwahl", "dw",
      "poste", "ramal",
    ]
    return labels.contains { $0.utf8.elementsEqual(label) } && takeExtension(rest)
  }

  /// Reads a parameter: `ext=12` (RFC 3966), `phone-context=+49…`, which the number continues, digits alone, which are an
  /// extension, or any other, which says nothing.
  private mutating func readParameter(_ text: ArraySlice<UInt8>) -> Bool {
    let text = text.drop(while: isBlank)
    guard let first = text.first else { return true }
    if isDigit(first) { return takeExtension(text) }
    if text.begins("ext=") { return takeExtension(text.dropFirst(4)) }
    if text.begins("phone-context=+"), !hasPlus {
      digits = text.dropFirst(15).filter(isDigit).map { $0 - UInt8(ascii: "0") } + digits
      hasPlus = true
      zeroInParentheses = nil
      return true
    }
    return isLetter(first) && !text.contains(where: isBlank)
  }

  /// An extension of one to twenty digits, with blanks behind it at most.
  private mutating func takeExtension(_ text: ArraySlice<UInt8>) -> Bool {
    let taken = text.prefix(while: isDigit)
    guard (1...20).contains(taken.count), text[taken.endIndex...].allSatisfy({ isBlank($0) || $0 == UInt8(ascii: "-") })
    else { return false }
    self.extension = taken.map { $0 - UInt8(ascii: "0") }
    return true
  }

  /// An address without percent-encoding.
  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var next = text.startIndex
    while next < text.endIndex {
      var byte = text[next]
      next += 1
      if byte == UInt8(ascii: "%"), text.endIndex - next >= 2, let high = hexadecimal(text[next]),
        let low = hexadecimal(text[next + 1])
      {
        byte = high << 4 | low
        next += 2
      }
      decoded.append(byte)
    }
    return decoded
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

/// Digits and what parts them: most texts have nothing else.
private func isNumberSign(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: " "), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
    UInt8(ascii: "("), UInt8(ascii: ")"):
    true
  default: isDigit(byte)
  }
}

private func isLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }

private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") }

extension ArraySlice<UInt8> {
  /// Whether it begins with this.
  fileprivate func begins(_ text: String) -> Bool { prefix(text.utf8.count).elementsEqual(text.utf8) }
}
