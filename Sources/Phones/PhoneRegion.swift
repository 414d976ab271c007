// What the table says of a country and of a calling code.

/// The plan by which a country writes and dials.
struct PhoneRegion {
  private static let size = 16
  private let place: Int

  /// The plan of a country (ISO 3166, two capital letters); nil where libphonenumber has none.
  init?(_ country: String) {
    let letters = country.utf8.span
    guard letters.count == 2 else { return nil }
    let name = Int(letters[0]) << 8 | Int(letters[1])
    let regions = PhonePlanTable.regions
    guard let place = regions.firstRecord(of: PhoneRegion.size, isBefore: { PhoneRegion.name(at: $0) < name }),
      PhoneRegion.name(at: place) == name
    else { return nil }
    self.place = place
  }

  /// The plan with a number, in the order of the table.
  fileprivate init(number: Int) { place = number * PhoneRegion.size }

  /// The country calling code.
  var callingCode: Int { figure(2, 2) }

  /// What is dialled before a calling code; nil where nothing is known.
  var internationalPrefix: PrefixProgram? { PrefixProgram(at: figure(10, 3)) }

  /// A national number as it is written inside the country, without national prefix (or carrier), or rewritten as the
  /// plan says; `isFound` is whether a prefix was found, though it may be an empty one. A prefix that makes a
  /// number of the plan's form one of another stays, and so does one without which a number has no possible length.
  func national(_ written: [UInt8]) -> (digits: [UInt8], isFound: Bool) {
    guard let program = PrefixProgram(at: figure(13, 3)), let match = program.match(written) else {
      return (written, false)
    }
    var digits = written[match.end...]
    if program.group > 0, let kept = match.group(program.group) { digits = program.added + written[kept] + digits }
    if isOfPlan(written[...]), !isOfPlan(digits) { return (written, false) }
    // Cut off to a length that is never a full number's it would rather be a local one; one too long stays too long.
    let lengths = figure(7, 3)
    let isKept = lengths.hasLength(digits.count) || digits.count > lengths.longestLength
    return (isKept ? Array(digits) : written, true)
  }

  /// Whether a number begins as inside the country, with the national prefix.
  func hasNationalPrefix(_ written: [UInt8]) -> Bool {
    guard let program = PrefixProgram(at: figure(13, 3)) else { return false }
    return !program.nationalPrefix.isEmpty && written.starts(with: program.nationalPrefix)
  }

  /// Whether the plan's general description takes a national number.
  private func isOfPlan(_ digits: ArraySlice<UInt8>) -> Bool {
    DigitAutomaton.kind(of: digits, from: figure(4, 3)) != 0
  }

  private func figure(_ offset: Int, _ count: Int) -> Int {
    PhonePlanTable.regions.figure(at: place + offset, count: count)
  }

  private static func name(at place: Int) -> Int {
    let letters = PhonePlanTable.regions.utf8.span
    return Int(letters[place]) << 8 | Int(letters[place + 1])
  }
}

/// The numbers behind a calling code, which several countries may share.
struct CallingCode {
  private static let size = 13
  private let place: Int

  /// What a full number is by its length.
  enum Length {
    case possible, local, impossible
  }

  /// A calling code with which some digits begin, and its length; nil where there is none.
  static func beginning(_ digits: ArraySlice<UInt8>) -> (code: CallingCode, length: Int)? {
    var number = 0
    for (index, digit) in digits.prefix(3).enumerated() {
      number = number * 10 + Int(digit)
      // No calling code begins with 0.
      if number == 0 { return nil }
      if let code = CallingCode(number) { return (code, index + 1) }
    }
    return nil
  }

  /// The calling code with a number; nil where there is none.
  init?(_ number: Int) {
    let plans = PhonePlanTable.plans
    guard
      let place = plans.firstRecord(
        of: CallingCode.size, isBefore: { plans.figure(at: $0, count: 2) < number }),
      plans.figure(at: place, count: 2) == number
    else { return nil }
    self.place = place
  }

  /// The code.
  var number: Int { figure(0, 2) }

  /// The country by whose plan full numbers are read; nil where it belongs to none, such as 800.
  var mainRegion: PhoneRegion? {
    let number = figure(2, 2)
    return number == 0xFFF ? nil : PhoneRegion(number: number)
  }

  /// What a national number is by its length.
  func length(_ digits: [UInt8]) -> Length {
    if figure(7, 3).hasLength(digits.count) { return .possible }
    return figure(10, 3).hasLength(digits.count) ? .local : .impossible
  }

  /// Whether a national number is one of a country with this code, and whether such numbers are never written without
  /// their national prefix.
  func validity(_ digits: [UInt8]) -> (isValid: Bool, requiresPrefix: Bool) {
    let kind = DigitAutomaton.kind(of: digits[...], from: figure(4, 3))
    return (kind != 0, kind == 2)
  }

  private func figure(_ offset: Int, _ count: Int) -> Int {
    PhonePlanTable.plans.figure(at: place + offset, count: count)
  }
}

/// Lengths as bits, 1 the lowest.
extension Int {
  /// Whether a length is among them.
  fileprivate func hasLength(_ length: Int) -> Bool {
    length > 0 && length <= longestLength && self >> (length - 1) & 1 == 1
  }

  /// The longest of them; 0 where there is none.
  fileprivate var longestLength: Int { Int.bitWidth - leadingZeroBitCount }
}
