// How national phone numbers are written in each country: facts of ITU-T E.164 and the national numbering plans.

/// What turns a national number into an international one.
struct NumberingPlan {
  /// The country calling code.
  var callingCode: String
  /// What is dialled before a national number inside the country and not from abroad; empty where there is none.
  var trunkPrefix: String
  /// The fewest and the most digits of a national number without the trunk prefix.
  var lengths: ClosedRange<Int>

  /// The plan of a country (ISO 3166 two-letter code); nil where it is not known here, so that nothing is guessed.
  init?(country: String) {
    guard let entry = NumberingPlan.entry(of: country) else { return nil }
    let parts = entry.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard parts.count == 4, let fewest = Int(Substring(parts[2])), let most = Int(Substring(parts[3])) else {
      return nil
    }
    self.callingCode = String(Substring(parts[0]))
    self.trunkPrefix = String(Substring(parts[1]))
    self.lengths = fewest...most
  }

  /// What the table says behind a country's name.
  private static func entry(of country: String) -> Substring.UTF8View? {
    var rest = NumberingPlan.table.utf8[...]
    while !rest.isEmpty {
      let entry = rest.prefix { $0 != UInt8(ascii: " ") }
      if entry.count > 3, entry.prefix(2).elementsEqual(country.utf8) { return entry.dropFirst(3) }
      rest = rest[entry.endIndex...].dropFirst()
    }
    return nil
  }

  /// Country, calling code, trunk prefix, fewest and most digits. Italy and San Marino keep the zero from abroad.
  private static let table = """
    AD,376,,6,9 AE,971,0,8,9 AL,355,0,8,9 AR,54,0,10,10 AT,43,0,4,13 AU,61,0,9,9 BA,387,0,8,9 BE,32,0,8,9 BG,359,0,7,9 \
    BR,55,0,10,11 CA,1,1,10,10 CH,41,0,9,9 CL,56,,9,9 CN,86,0,10,11 CY,357,,8,8 CZ,420,,9,9 DE,49,0,5,13 DK,45,,8,8 \
    EE,372,,7,8 EG,20,0,8,10 ES,34,,9,9 FI,358,0,5,12 FR,33,0,9,9 GB,44,0,9,10 GI,350,,8,8 GR,30,,10,10 HK,852,,8,8 \
    HR,385,0,8,9 HU,36,06,8,9 IE,353,0,7,9 IL,972,0,8,9 IN,91,0,10,10 IS,354,,7,7 IT,39,,6,11 JP,81,0,9,10 KR,82,0,8,10 \
    LI,423,,7,7 LT,370,0,8,8 LU,352,,4,11 LV,371,,8,8 MA,212,0,9,9 MC,377,,8,9 MD,373,0,8,8 ME,382,0,8,9 MK,389,0,8,8 \
    MT,356,,8,8 MX,52,,10,10 NL,31,0,9,9 NO,47,,8,8 NZ,64,0,8,10 PL,48,,9,9 PT,351,,9,9 RO,40,0,9,9 RS,381,0,8,9 \
    SE,46,0,7,9 SG,65,,8,8 SI,386,0,8,8 SK,421,0,9,9 SM,378,,6,10 TN,216,,8,8 TR,90,0,10,10 UA,380,0,9,9 US,1,1,10,10 \
    ZA,27,0,9,9
    """
}
