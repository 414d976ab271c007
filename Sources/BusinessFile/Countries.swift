// The country codes and zone names that messages can suggest.

/// ISO 3166-1 alpha-2.
enum Countries {
  /// Every assigned code, one after the other.
  private static let codes: StaticString = """
    ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZ\
    DEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISIT\
    JEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNI\
    NLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTM\
    TNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW
    """

  /// Whether this is an assigned code, in capital letters.
  static func contains(_ code: String) -> Bool {
    let code = Array(code.utf8)
    guard code.count == 2 else { return false }
    return codes.withUTF8Buffer { codes in
      var index = 0
      while index < codes.count {
        if unsafe codes[index] == code[0] && codes[index + 1] == code[1] { return true }
        index += 2
      }
      return false
    }
  }

  /// The code that was probably meant by small letters, a dialling code, a common mistake or the name of a country
  /// whose people are likely to read this.
  static func guess(_ text: String) -> String? {
    let upper = text.uppercased()
    if contains(upper) { return upper }
    let known: [(code: String, words: [String])] = [
      ("GB", ["UK", "ENGLAND", "GREAT BRITAIN", "UNITED KINGDOM", "+44", "44"]),
      ("DE", ["GERMANY", "DEUTSCHLAND", "D", "DEU", "GER", "+49", "49"]),
      ("AT", ["AUSTRIA", "ÖSTERREICH", "A", "AUT", "+43", "43"]),
      ("CH", ["SWITZERLAND", "SCHWEIZ", "SUISSE", "SVIZZERA", "CHE", "+41", "41"]),
      ("FR", ["FRANCE", "FRANKREICH", "F", "FRA", "+33", "33"]),
      ("IT", ["ITALY", "ITALIA", "ITALIEN", "I", "ITA", "+39", "39"]),
      ("ES", ["SPAIN", "ESPAÑA", "SPANIEN", "E", "ESP", "+34", "34"]),
      ("NL", ["NETHERLANDS", "NEDERLAND", "NIEDERLANDE", "NLD", "+31", "31"]),
      ("PL", ["POLAND", "POLSKA", "POLEN", "POL", "+48", "48"]),
      ("US", ["USA", "UNITED STATES", "+1", "1"]),
    ]
    return known.first { $0.words.contains(upper) }?.code
  }
}

/// Zone names to suggest for a misspelt one.
enum ZoneNames {
  /// The zone that a city alone names, else the name as it is.
  static func completed(_ name: String) -> String {
    common.first { $0.lowercased().hasSuffix("/" + name.lowercased()) } ?? name
  }

  /// The zones of most people who are likely to write a business file.
  static let common = [
    "Europe/Berlin", "Europe/Vienna", "Europe/Zurich", "Europe/London", "Europe/Paris", "Europe/Madrid", "Europe/Rome",
    "Europe/Lisbon", "Europe/Amsterdam", "Europe/Brussels", "Europe/Luxembourg", "Europe/Copenhagen",
    "Europe/Stockholm",
    "Europe/Oslo", "Europe/Helsinki", "Europe/Dublin", "Europe/Prague", "Europe/Warsaw", "Europe/Budapest",
    "Europe/Athens", "Europe/Istanbul", "Europe/Kyiv", "Europe/Bucharest", "Europe/Sofia", "Europe/Zagreb",
    "Europe/Belgrade", "Europe/Bratislava", "Europe/Ljubljana", "Europe/Vilnius", "Europe/Riga", "Europe/Tallinn",
    "Atlantic/Canary", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
    "America/Toronto", "America/Vancouver", "America/Mexico_City", "America/Sao_Paulo", "America/Bogota",
    "America/Argentina/Buenos_Aires", "Asia/Tokyo", "Asia/Shanghai", "Asia/Singapore", "Asia/Dubai", "Asia/Kolkata",
    "Australia/Sydney", "Pacific/Auckland", "UTC",
  ]
}
