// How phone numbers, dates, addresses and numbers are read.

import People
import Testing

@Suite("Values of fields")
struct FieldKindTests {
  @Test(
    "phone numbers become E.164 where that is certain",
    arguments: [
      ("+49 351 1234567", "DE", "+493511234567"), ("0049 351 1234567", "DE", "+493511234567"),
      ("0351/1234567", "DE", "+493511234567"), ("+49 (0)351 1234567", nil, "+493511234567"),
      ("0049 (0) 351-1234567", "AT", "+493511234567"), ("(0351) 12 34 567", "DE", "+493511234567"),
      ("01 23 45 67 89", "FR", "+33123456789"), ("06 1234 5678", "IT", "+390612345678"),
      ("612 34 56 78", "ES", "+34612345678"),
      ("(212) 555-0187", "US", "+12125550187"), ("1 212 555 0187", "CA", "+12125550187"),
      ("06 1 234 5678", "HU", "+3612345678"),
      ("0351 1234567", nil, "0351 1234567"), ("351 1234567", "DE", "351 1234567"),
      ("0351 1234567", "QQ", "0351 1234567"),
      ("110", "DE", "110"), ("+49 351 1234567 ext. 12", "US", "+493511234567;ext=12"),
      ("+266696687", "DE", "+266696687"),
    ] as [(String, String?, String)])
  func phone(text: String, country: String?, kept: String) {
    #expect(FieldKind.phone.normalised(text, country: country) == kept)
  }

  @Test(
    "what is no phone number",
    arguments: ["abc", "12", "+", "0351 x", "++49", "49+351", "123456789012345678901", "anonymous"])
  func noPhone(text: String) {
    #expect(FieldKind.phone.normalised(text, country: "DE") == nil)
  }

  /// Whether somebody with one number is found by the other.
  private func agrees(_ one: String, _ other: String, in country: String?) -> Bool {
    let matcher = PersonMatcher(country: country, fields: [])
    let sent = Attribute(name: "phone", value: .text(one))
    let person = RecordedPerson(
      id: "1",
      records: [
        KnownPerson(person: Person(id: "1", attributes: [Attribute(name: "phone", value: .text(other))]), booker: nil)
      ])
    return PersonSearch([sent], by: matcher).found(among: [person]) == .told(proved: [person], similar: [])
  }

  @Test("phone numbers compare in full")
  func comparePhones() {
    #expect(agrees("+493511234567", "0351 1234567", in: "DE"))
    #expect(!agrees("+493511234567", "0351 1234567", in: "AT"))
    #expect(!agrees("+493511234567", "+49 30 1234567", in: "DE"))
    #expect(agrees("0351-1234567", "03511234567", in: nil))
    #expect(agrees("+493511234567;ext=12", "0351 1234567", in: "DE"))
    #expect(agrees("+493511234567", "493511234567", in: nil))
  }

  @Test("what is no number, or an impossible one, agrees with nothing", arguments: ["anonymous", "+266696687", "12"])
  func comparesWithNothing(text: String) {
    #expect(!agrees(text, text, in: "DE"))
  }

  @Test(
    "dates of birth",
    arguments: [
      ("1980-03-15", "1980-03-15"), ("15.03.1980", "1980-03-15"), ("15.3.1980", "1980-03-15"),
      (" 1.1.2000 ", "2000-01-01"),
      ("29.02.1980", "1980-02-29"), ("29.02.1981", nil), ("31.04.1980", nil), ("15.3.80", nil),
      ("1980-3-15", "1980-03-15"),
      ("3/15/1980", nil), ("yesterday", nil), ("15..1980", nil), ("015.3.1980", nil), ("+5.3.1980", nil),
    ] as [(String, String?)])
  func dates(text: String, kept: String?) {
    #expect(FieldKind.date.normalised(text, country: nil) == kept)
  }

  @Test("dates have the month first in the United States")
  func monthFirst() {
    #expect(FieldKind.date.normalised("3/4/1980", country: "US") == "1980-03-04")
    #expect(FieldKind.date.normalised("3/4/1980", country: "GB") == "1980-04-03")
    #expect(FieldKind.date.normalised("3/4/1980", country: nil) == "1980-04-03")
  }

  @Test("e-mail addresses agree by what people say of them")
  func compareEmails() {
    #expect(FieldKind.email.agrees("Jörg.Müller@Example.de", "joerg.mueller@example.DE"))
    #expect(!FieldKind.email.agrees("eva.klein@example.de", "evaklein@example.de"))
  }

  @Test(
    "e-mail addresses and numbers",
    arguments: [
      (.email, "a@b.de", "a@b.de"), (.email, "a.b+c@b.co.uk", "a.b+c@b.co.uk"), (.email, "a@b", nil),
      (.email, "@b.de", nil),
      (.email, "a b@c.de", nil), (.email, "a@b@c.de", nil), (.email, "a@b..de", nil), (.number, "12", "12"),
      (.number, "-1,5", "-1.5"), (.number, "1.", nil), (.number, "1.2.3", nil), (.number, "", nil),
      (.number, "1e3", nil),
    ] as [(FieldKind, String, String?)])
  func others(kind: FieldKind, text: String, kept: String?) {
    #expect(kind.normalised(text, country: nil) == kept)
  }
}
