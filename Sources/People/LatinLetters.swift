// Latin letters that Unicode's decomposition leaves whole, and how they are written where they are not to be had.

/// Letters like `ø` and `ß`.
enum LatinLetters {
  /// How people write a letter who leave out what makes it special (`o` for `ø`) and who spell it out (`oe`), in lower case;
  /// nil for letters that are written as they are.
  static func spelling(of scalar: Unicode.Scalar) -> (plain: String, speltOut: String)? {
    switch scalar {
    case "Æ", "æ": ("ae", "ae")
    case "Œ", "œ": ("oe", "oe")
    case "Ø", "ø": ("o", "oe")
    case "ß", "ẞ": ("ss", "ss")
    case "Þ", "þ": ("th", "th")
    case "Ĳ", "ĳ": ("ij", "ij")
    case "Ð", "ð": ("d", "d")
    case "Đ", "đ": ("d", "dj")
    case "Ħ", "ħ": ("h", "h")
    case "ı": ("i", "i")
    case "ĸ": ("k", "k")
    case "Ł", "ł", "Ŀ", "ŀ": ("l", "l")
    case "Ŋ", "ŋ", "ŉ": ("n", "n")
    case "Ŧ", "ŧ": ("t", "t")
    case "ſ": ("s", "s")
    default: nil
    }
  }
}
