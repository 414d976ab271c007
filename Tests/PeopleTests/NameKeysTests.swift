// Which names find each other, as a table that anybody can review.

import People
import Testing

@Suite("Names find each other")
struct NameKeysTests {
  @Test(
    "alike",
    arguments: [
      ("Müller", "Mueller"), ("Müller", "MULLER"), ("Mueller", "muller"), ("Mu\u{308}ller", "Müller"),
      ("Mu\u{308}ller", "Mueller"), ("Weiß", "Weiss"), ("STRAẞE", "strasse"), ("Özdemir", "Oezdemir"),
      ("Özdemir", "Ozdemir"), ("Jäger", "Jaeger"), ("von der Leyen", "Vonderleyen"),
      ("Müller-Lüdenscheidt", "Mueller Ludenscheidt"),
      ("Ågård", "Aagaard"), ("Ågård", "Agard"), ("Sørensen", "Soerensen"), ("Sørensen", "Sorensen"),
      ("Łukasz", "Lukasz"),
      ("Çelik", "celik"), ("Şahin", "Sahin"), ("Ionuț", "Ionut"), ("Nguyễn", "Nguyen"), ("O'Brien", "OBrien"),
      ("D’Angelo", "d'angelo"), ("Παπαδόπουλος", "παπαδοπουλος"), ("Алёна", "Алена"), ("Þórr", "Thorr"),
      ("Ægir", "Aegir"), ("Đoković", "Djokovic"), ("Đoković", "Dokovic"), ("Djokovic", "Dokovic"),
      ("DJOKOVIĆ", "đoković"),
      ("O\u{2BC}Brien", "OBrien"), ("Ka\u{2BB}ahumanu", "Kaahumanu"), ("O\u{FF07}Neill", "ONeill"),
      ("\u{FF2D}\u{FF35}\u{FF2C}\u{FF2C}\u{FF25}\u{FF32}", "Müller"), ("ﬁscher", "Fischer"), ("ﾀﾅｶ", "タナカ"),
      ("Їжакевич", "\u{406}\u{308}жакевич"), ("Їжакевич", "Іжакевич"), ("Саўчук", "Саучук"), ("Йовков", "Иовков"),
      ("김민수", "\u{1100}\u{1175}\u{11B7}\u{1106}\u{1175}\u{11AB}\u{1109}\u{116E}"), ("ガブリ", "カ\u{3099}フ\u{3099}リ"),
      ("آمنة", "امنة"), ("Ǖber", "Uber"), ("Lǐ Ǧan", "li gan"), ("Ἀθηνᾶ", "Αθηνα"), ("Đặng", "Dang"),
      ("José  María", "jose maria"), ("Saül", "Sauel"), ("Dvořák", "Dvorak"), ("İnönü", "Inonu"),
    ])
  func alike(one: String, other: String) {
    #expect(NameKeys(one).meets(NameKeys(other)))
    #expect(NameKeys(other).meets(NameKeys(one)))
  }

  @Test(
    "different",
    arguments: [
      ("Bauer", "Baur"), ("Müller", "Möller"), ("Meyer", "Meier"), ("Anna", "Anne"), ("Schmidt", "Schmitt"),
      ("Queller", "Quller"), ("Joe", "Jo"), ("Sue", "Su"), ("Chloe", "Chlo"), ("?", "!"), ("李", "王"), ("김", "기"),
      ("सुनील", "सीनल"), ("Weiß", "Weis"), ("", "a"),
    ])
  func different(one: String, other: String) {
    #expect(!NameKeys(one).meets(NameKeys(other)))
    #expect(!NameKeys(other).meets(NameKeys(one)))
  }
}
