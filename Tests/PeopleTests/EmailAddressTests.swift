// When two e-mail addresses are one.

import People
import Testing

@Suite("E-mail addresses")
struct EmailAddressTests {
  @Test(
    "case and umlauts do not count, everything else does",
    arguments: [
      ("eva@example.de", "eva@example.de"), ("Eva.KLEIN@Example.DE", "eva.klein@example.de"),
      ("jörg@müller.de", "joerg@mueller.de"), ("JÖRG@MÜLLER.DE", "joerg@mueller.de"),
      ("ärzte@straße.de", "aerzte@strasse.de"), ("STRAẞE@x.de", "strasse@x.de"),
      ("a\u{308}o\u{308}u\u{308}@x.de", "aeoeue@x.de"), ("A\u{308}@x.de", "ae@x.de"),
      ("é@x.de", "é@x.de"), ("eva+bot@x.de", "eva+bot@x.de"), ("e.v-a_@x.de", "e.v-a_@x.de"), ("ñ@x.de", "ñ@x.de"),
      ("", ""),
    ])
  func comparable(text: String, form: String) {
    #expect(EmailAddress.comparable(text) == form)
    #expect(EmailAddress.comparable(form) == form)
  }

  @Test(
    "two addresses are not one",
    arguments: [
      ("eva.klein@x.de", "evaklein@x.de"), ("eva+a@x.de", "eva@x.de"), ("jörg@x.de", "jorg@x.de"),
      ("e\u{308}va@x.de", "eeva@x.de"), ("eva@x.de", "eva@x.com"), ("rené@x.de", "rene@x.de"),
    ])
  func different(one: String, other: String) {
    #expect(EmailAddress.comparable(one) != EmailAddress.comparable(other))
  }
}
