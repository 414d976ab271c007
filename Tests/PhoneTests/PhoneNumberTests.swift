// Named phone numbers: how each is read, what is kept of it and which others it agrees with.

import Foundation
import Phones
import Testing

@Suite("Phone numbers")
struct PhoneNumberTests {
  @Test(
    "a national prefix after the calling code does not count",
    arguments: [
      ("+49 0351 1234567", "+493511234567"), ("+49 (0351) 1234567", "+493511234567"),
      ("+49 (0)351 1234567", "+493511234567"), ("0049 0351 1234567", "+493511234567"),
      ("+44 07700 900123", "+447700900123"), ("+33 06 12 34 56 78", "+33612345678"),
      ("+43 0664 1234567", "+436641234567"), ("+36 06 1 234 5678", "+3612345678"),
      ("+1 1 415 555 2671", "+14155552671"),
      ("+7 8 912 345 67 89", "+79123456789"), ("+54 011 15 2345 6789", "+5491123456789"),
      // Italy's 0 is part of the number; (0) after a code whose country has none is a habit.
      ("+39 06 1234 5678", "+390612345678"), ("+39 (0)6 1234 5678", "+390612345678"),
      ("+48 (0)22 123 45 67", "+48221234567"), ("+34 (0)612 34 56 78", "+34612345678"),
    ])
  func afterTheCallingCode(text: String, full: String) {
    for country in ["DE", "US", nil] where country != "US" || text.hasPrefix("+") {
      #expect(PhoneNumber(text, country: country)?.e164 == full, "\(country ?? "no country")")
    }
  }

  @Test(
    "international prefixes of the country",
    arguments: [
      ("AU", "0011 31 6 12345678", "+31612345678"), ("HK", "001 49 351 1234567", "+493511234567"),
      ("SG", "001 49 351 1234567", "+493511234567"), ("KR", "001 49 351 1234567", "+493511234567"),
      ("US", "011 61 400 123 456", "+61400123456"), ("JP", "010 49 351 1234567", "+493511234567"),
      ("DE", "00 1 415 555 2671", "+14155552671"), ("RU", "810 49 351 1234567", "+493511234567"),
      ("DE", "+0049 351 1234567", "+493511234567"),
    ])
  func internationalPrefixes(country: String, text: String, full: String) {
    #expect(PhoneNumber(text, country: country)?.e164 == full)
  }

  @Test(
    "national numbers",
    arguments: [
      ("DE", "0351/1234567", "+493511234567"), ("DE", "(0351) 12 34 567", "+493511234567"),
      ("FR", "01 23 45 67 89", "+33123456789"), ("IT", "06 1234 5678", "+390612345678"),
      ("ES", "612 34 56 78", "+34612345678"), ("US", "(415) 555-2671", "+14155552671"),
      ("CA", "1 212 555 0187", "+12125550187"), ("HU", "06 1 234 5678", "+3612345678"),
      ("BR", "(11) 91234-5678", "+5511912345678"), ("IN", "98765 43210", "+919876543210"),
      ("AR", "11 2345-6789", "+541123456789"), ("AR", "011 15 2345-6789", "+5491123456789"),
      ("AR", "0387 15 312-3456", "+5493873123456"), ("CN", "131 2345 6789", "+8613123456789"),
      ("LK", "071 234 5678", "+94712345678"), ("PH", "0917 123 4567", "+639171234567"),
      ("KZ", "8 701 123 4567", "+77011234567"), ("RU", "8 (912) 345-67-89", "+79123456789"),
      ("NG", "0803 123 4567", "+2348031234567"), ("SA", "050 123 4567", "+966501234567"),
      ("LT", "8 612 34567", "+37061234567"), ("VA", "06 698 12345", "+390669812345"),
    ])
  func nationalNumbers(country: String, text: String, full: String) {
    #expect(PhoneNumber(text, country: country)?.e164 == full)
  }

  @Test(
    "the country's own calling code without a plus",
    arguments: [
      ("DE", "493511234567", "+493511234567"), ("DE", "49 0351 1234567", "+493511234567"),
      ("IN", "91 98765 43210", "+919876543210"), ("LK", "94712345678", "+94712345678"),
    ])
  func ownCallingCode(country: String, text: String, full: String) {
    #expect(PhoneNumber(text, country: country)?.e164 == full)
  }

  @Test(
    "what is not certain is kept as sent",
    arguments: [
      ("DE", "351 1234567"), ("GB", "7700 900123"), ("LK", "712345678"), ("DE", "110"), (nil, "0351 1234567"),
      ("QQ", "0351 1234567"), ("US", "0049 351 1234567"), ("de", "0351 1234567"), ("DE", "+999 123 456"),
      ("GG", "901234"),
    ] as [(String?, String)])
  func keptAsSent(country: String?, text: String) throws {
    let number = try #require(PhoneNumber(" \(text)\u{200E}", country: country))
    #expect(number.e164 == nil && number.recorded == text && !number.isImpossible)
    #expect(number.comparable == text.filter(\.isNumber))
  }

  @Test(
    "a number that its plan makes impossible",
    arguments: ["+266696687", "00266696687", "+49 1", "+34 (1)612345678"])
  func impossible(text: String) throws {
    let number = try #require(PhoneNumber(text, country: "DE"))
    #expect(number.isImpossible && number.e164 == nil && number.recorded == text)
  }

  @Test(
    "marks, dashes, blanks and digits of every kind",
    arguments: [
      "\u{202A}+49 351 1234567\u{202C}", "+49\u{200B}351\u{200E}1234567", "+49 351 123\u{2011}4567",
      "+49 351 \u{2013} 1234567", "+49\u{202F}351\u{00A0}1234567", "\u{FEFF}+49\u{2060}3511234567\u{2069}",
      "+49.351.1234567", "+49-(351)/1234567", "＋４９ ３５１ １２３４５６７", "+٤٩ ٣٥١ ١٢٣٤٥٦٧", "+४९ ३५१ १२३४५६७",
      "“+49 351 1234567”", "„+49 (0)351 1234567“", "'+49 351 1234567", "+49 [351] 1234567", "(+49) 351 1234567",
      "+49 351 1234567\n",
    ])
  func signs(text: String) {
    #expect(PhoneNumber(text, country: nil)?.e164 == "+493511234567")
  }

  @Test(
    "addresses",
    arguments: [
      "tel:+49-351-1234567", "TEL:+493511234567", "sip:+493511234567@carrier.example",
      "sips:+493511234567@10.0.0.1:5061",
      "sip:+493511234567;npdi=yes@carrier.example;user=phone", "sip:%2B49%20351%201234567@carrier.example",
      "sip:+493511234567:secret@carrier.example", "+493511234567@carrier.example", "+493511234567;user=phone",
      "\"Praxis 7\" <sip:+493511234567@carrier.example;user=phone>;tag=8f3", "<tel:+493511234567>",
      "tel:351-1234567;phone-context=+49", "Tel. +49 351 1234567", "Tel.: +49 351 1234567",
    ])
  func addresses(text: String) {
    #expect(PhoneNumber(text, country: "US")?.e164 == "+493511234567")
  }

  @Test(
    "extensions are kept and not compared",
    arguments: [
      "+49 351 1234567 ext. 12", "+49 351 1234567x12", "0351 1234567 Durchwahl 12", "+493511234567;ext=12",
      "tel:+493511234567;ext=12;isub=3", "0351 1234567 #12", "0351 1234567,,12#", "0351 1234567 доб. 12",
    ])
  func extensions(text: String) throws {
    let number = try #require(PhoneNumber(text, country: "DE"))
    #expect(number.extension == "12" && number.recorded == "+493511234567;ext=12")
    #expect(number.agrees(with: try #require(PhoneNumber("03511234567", country: "DE"))))
    #expect(PhoneNumber(number.recorded, country: "US") == PhoneNumber(text, country: "DE") || !text.hasPrefix("+"))
    #expect(PhoneNumber.digits(of: text)?.hasSuffix("234567") == true)
  }

  @Test(
    "what is no phone number",
    arguments: [
      "", "abc", "12", "+", "anonymous", "sip:anonymous@anonymous.invalid", "0351 x", "0351 1234567 evenings",
      "49+351123", "123456789012345678901", "0351 1234567 ext.", "*42", "0351 1234567; call later", "tel:", "x12345",
      "0351 1234567 x123456789012345678901",
    ])
  func none(text: String) {
    #expect(PhoneNumber(text, country: "DE") == nil)
  }

  @Test("a JSON number as text")
  func jsonNumber() {
    #expect(PhoneNumber("4155552671.0", country: "US")?.e164 == "+14155552671")
    #expect(PhoneNumber("4155552671.00", country: "US")?.digits == "4155552671")
    #expect(PhoneNumber("415.555.2671", country: "US")?.e164 == "+14155552671")
    #expect(PhoneNumber("0351.0", country: "DE")?.digits == "03510")
  }

  @Test(
    "which numbers are one",
    arguments: [
      ("+493511234567", "0351 1234567", true), ("493511234567", "+49 351 1234567", true),
      ("0351 1234567", "00493511234567 ext 3", true), ("351 1234567", "0351 1234567", false),
      ("351 1234567", "351-1234567", true), ("14155552671", "+1 415 555 2671", true),
      ("+1 415 555 2671", "+49 415 555 2671", false), ("84951234567", "+84 951234567", true),
      ("+8 495 1234567", "+84951234567", true),
    ])
  func agreement(one: String, other: String, agree: Bool) throws {
    let (one, other) = (
      try #require(PhoneNumber(one, country: "DE")), try #require(PhoneNumber(other, country: "DE"))
    )
    #expect(one.agrees(with: other) == agree && other.agrees(with: one) == agree)
  }

  @Test("the table is of the version beside which it is tested")
  func version() throws {
    let checkout = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let table = try String(
      contentsOf: checkout.appending(path: "Sources/Phones/PhonePlanTable.swift"), encoding: .utf8)
    let packages = try String(contentsOf: checkout.appending(path: "Tests/requirements.txt"), encoding: .utf8)
    let pinned = try #require(packages.split(separator: "\n").first { $0.hasPrefix("phonenumbers==") })
    #expect(table.prefix(400).contains("\n// \(pinned.replacing("==", with: " ")) has them"))
  }

  @Test("digits with a national prefix are not those of another country's number")
  func prefixIsNoCallingCode() throws {
    let moscow = try #require(PhoneNumber("8 495 123 45 67", country: "RU"))
    #expect(moscow.e164 == "+74951234567")
    #expect(!moscow.agrees(with: try #require(PhoneNumber("+84 951234567", country: "RU"))))
  }
}
