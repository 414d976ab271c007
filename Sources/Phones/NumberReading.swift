// What some digits mean by the numbering plans (contract, section 3, "Phones"), as libphonenumber's parser reads them.

/// A number with its calling code.
struct FullNumber {
  /// The country calling code and the numbers behind it.
  let code: CallingCode
  /// The digits behind it, 0 to 9.
  private(set) var national: [UInt8]

  /// A number of a calling code. A national prefix said after the code is dropped, as often as it is said, so that what
  /// is recorded reads as itself.
  init(_ code: CallingCode, _ digits: [UInt8]) {
    self.code = code
    national = digits
    guard let region = code.mainRegion else { return }
    while true {
      let shorter = region.national(national).digits
      if shorter == national { return }
      national = shorter
    }
  }

  /// What it is by its length.
  var length: CallingCode.Length { code.length(national) }

  /// Whether it is a number of a country with this code.
  var isValid: Bool { code.validity(national).isValid }

  /// `+` and all digits.
  var e164: String {
    var text = [UInt8(ascii: "+")]
    text.reserveCapacity(4 + national.count)
    for unit in [100, 10, 1] where code.number >= unit { text.append(UInt8(code.number / unit % 10)) }
    text += national
    for index in 1..<text.count { text[index] += UInt8(ascii: "0") }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Digits read in a country.
struct NumberReading {
  /// The number where it is certain.
  private(set) var number: FullNumber?
  /// Whether its plan has no number of this length.
  private(set) var isImpossible = false
  /// Whether the digits have neither `+` nor international nor national prefix.
  private(set) var isBare = false

  /// Reads digits, 0 to 9; without a region `+` and `00` alone begin full numbers.
  init(_ digits: ArraySlice<UInt8>, hasPlus: Bool, in region: PhoneRegion?) {
    let digits = Array(digits)
    if hasPlus, let full = NumberReading.full(digits[...]) {
      take(full)
    } else if let international = NumberReading.behindInternationalPrefix(digits, of: region) {
      // A calling code that does not exist: nobody's plan says anything.
      if let full = NumberReading.full(international) { take(full) }
    } else if let region, !hasPlus {
      readNational(digits, in: region)
    } else {
      isBare = !hasPlus
    }
  }

  /// Takes a number that is written in full, if it has a possible length.
  private mutating func take(_ full: FullNumber) {
    switch full.length {
    case .possible: number = full
    case .local: break
    case .impossible: isImpossible = true
    }
  }

  private mutating func readNational(_ digits: [UInt8], in region: PhoneRegion) {
    guard let code = CallingCode(region.callingCode) else { return }
    let national = region.national(digits).digits
    let full = FullNumber(code, national)
    let isRewritten = national != digits
    if isRewritten, region.hasNationalPrefix(digits) || digits.reversed().starts(with: national.reversed()) {
      take(full)
      if number != nil { return }
    } else {
      isBare = true
      let validity = code.validity(full.national)
      if validity.isValid, !validity.requiresPrefix || code.mainRegion?.national(digits).isFound == true {
        number = full
        return
      }
    }
    // Its own calling code without `+`, as carriers send it.
    guard let (own, length) = CallingCode.beginning(digits[...]), own.number == code.number else { return }
    let rest = FullNumber(code, Array(digits[length...]))
    if rest.isValid {
      number = rest
      isImpossible = false
    }
  }

  /// The number that begins with a calling code; nil where no such code exists.
  private static func full(_ digits: ArraySlice<UInt8>) -> FullNumber? {
    guard let (code, length) = CallingCode.beginning(digits) else { return nil }
    return FullNumber(code, Array(digits.dropFirst(length)))
  }

  /// The digits behind the international prefix of a country, or behind `00`; nil where the number does not begin so.
  private static func behindInternationalPrefix(_ digits: [UInt8], of region: PhoneRegion?) -> ArraySlice<UInt8>? {
    let end: Int?
    if let region {
      end = region.internationalPrefix?.match(digits)?.end
    } else {
      end = digits.starts(with: [0, 0]) ? 2 : nil
    }
    // No calling code begins with 0.
    guard let end, end < digits.count, digits[end] != 0 else { return nil }
    return digits[end...]
  }
}
