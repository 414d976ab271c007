// Numbers on which a business would never be called, because nobody can read them.

internal import Business
internal import Phones

extension Inspection {
  /// Entries of `sipIds` that hold digits and no letter, and are no phone number.
  mutating func inspectNumbers() {
    for text in business.sipIds where Inspection.looksLikeNumber(text) {
      guard let number = PhoneNumber(text, country: business.country) else {
        warn(
          .noNumber, at: ["sipIds", text],
          "\(Words.quoted(text)) is no phone number, so only a call to this very text is found by it; write the number with "
            + "its calling code, such as \"+49 351 1234567\".")
        continue
      }
      if number.isImpossible {
        warn(
          .noNumber, at: ["sipIds", text],
          "\(Words.quoted(text)) is no phone number: its country has none with so many digits; look for one that is missing "
            + "or too many.")
      }
    }
  }

  /// Whether a text holds digits and no letter.
  private static func looksLikeNumber(_ text: String) -> Bool {
    text.contains { $0.isNumber } && !text.contains { $0.isLetter }
  }
}
