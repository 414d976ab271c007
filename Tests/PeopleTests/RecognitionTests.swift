// Who is recognised when a booking is recorded, and whom a repeated request means (contract, section 3).

import People
import Testing

private func recognised(_ sent: KnownPerson, _ people: [RecordedPerson]) -> String? {
  let keys = SearchKeys(recognising: [sent], by: matcher)
  let posted = people.filter { $0.records.contains { keys.contains(oneOf: SearchKeys.keys(of: $0)) } }
  let meant = matcher.recognise(sent, among: people)
  // The keys lead to whom a look at all finds.
  #expect(matcher.recognise(sent, among: posted) == meant)
  return meant?.id
}

private func recognised(_ sent: KeyValuePairs<String, String>, _ people: [RecordedPerson]) -> String? {
  recognised(said("", sent), people)
}

@Suite("Recording is stricter than searching") struct RecognitionTests {
  private static let anna = recorded(
    "1", ["firstname": "Anna", "lastname": "Müller", "phone": "+493511234567", "dateOfBirth": "1980-03-15"])

  @Test(
    arguments: [
      (["firstname": "ANNA", "lastname": "Mu\u{308}ller", "phone": "0351 1234567"], true),
      (["firstname": "Anna", "lastname": "Mueller", "phone": "0351 1234567"], true),
      (["firstname": "Anna", "lastname": "Müller", "dateOfBirth": "1980-03-15"], true),
      (["firstname": "Anna", "lastname": "Müller", "dateOfBirth": "1980-03-15", "phone": "0351 99"], true),
      (["firstname": "Anna", "lastname": "Müller", "phone": "0351 1234567", "dateOfBirth": "1980-03-16"], false),
      (["firstname": "Anna", "lastname": "Müller"], false),
      (["firstname": "Anna", "lastname": "Müller", "phone": "0351 7654321"], false),
      (["firstname": "Anna", "lastname": "Müller", "email": "a@b.de"], false),
      (["firstname": "Ana", "lastname": "Müller", "phone": "0351 1234567"], false),
      (["firstname": "Anna", "lastname": "Möller", "phone": "0351 1234567"], false),
      (["lastname": "Müller", "phone": "0351 1234567"], false),
      // A shared language, note or address makes nobody one.
      (["firstname": "Anna", "lastname": "Müller", "language": "de", "notes": "x", "address": "y"], false),
    ] as [(KeyValuePairs<String, String>, Bool)])
  func recognises(_ sent: KeyValuePairs<String, String>, _ expected: Bool) {
    #expect((recognised(sent, [Self.anna]) == "1") == expected, "\(sent)")
  }

  @Test("a name alone is enough only where neither has anything that identifies, and it is spelt the same")
  func nameOnly() {
    let one = recorded("1", ["firstname": "Anna", "lastname": "Müller", "notes": "x"])
    #expect(recognised(["firstname": "anna ", "lastname": "MÜLLER"], [one]) == "1")
    #expect(recognised(["firstname": "Anna", "lastname": "Mueller"], [one]) == nil)
    let other = recorded("2", ["firstname": "Anna", "lastname": "Müller"])
    #expect(recognised(["firstname": "Anna", "lastname": "Müller"], [one, other]) == nil)
    #expect(recognised(["lastname": "Klein"], [recorded("3", ["lastname": "Klein"])]) == nil)
  }

  @Test("a father and a son of one name and number who said their birth dates are two")
  func fatherAndSon() {
    let father = recorded(
      "1", ["firstname": "Karl", "lastname": "Klein", "phone": "+493511234567", "dateOfBirth": "1950-01-01"])
    let son = recorded(
      "2", ["firstname": "Karl", "lastname": "Klein", "phone": "+493511234567", "dateOfBirth": "1980-01-01"])
    let sent: KeyValuePairs = ["firstname": "Karl", "lastname": "Klein", "phone": "0351 1234567"]
    #expect(recognised(sent, [father]) == "1")
    // Which of them nobody can say.
    #expect(recognised(sent, [father, son]) == nil)
    let dated: KeyValuePairs = [
      "firstname": "Karl", "lastname": "Klein", "phone": "0351 1234567", "dateOfBirth": "1980-01-01",
    ]
    #expect(recognised(dated, [father]) == nil)
    #expect(recognised(dated, [father, son]) == "2")
  }

  @Test("two of one name and birth date with different numbers of their own are two")
  func numbers() {
    let one = recorded(
      "1", ["firstname": "Eva", "lastname": "Klein", "dateOfBirth": "1980-01-01", "insuranceNumber": "A1"])
    let sent: KeyValuePairs = ["firstname": "Eva", "lastname": "Klein", "dateOfBirth": "1980-01-01"]
    #expect(recognised(sent, [one]) == "1")
    #expect(
      recognised(
        ["firstname": "Eva", "lastname": "Klein", "dateOfBirth": "1980-01-01", "insuranceNumber": "B1"], [one]) == nil)
    #expect(recognised(["firstname": "Eva", "lastname": "Klein", "insuranceNumber": "a-1"], [one]) == "1")
  }

  @Test("of several it is the one who agrees on all that the others agree on, and more")
  func best() {
    let people = [
      recorded("1", ["firstname": "Eva", "lastname": "Klein", "phone": "+493511234567"]),
      recorded("2", ["firstname": "Eva", "lastname": "Klein", "phone": "+493511234567", "email": "e@k.de"]),
      recorded("3", ["firstname": "Eva", "lastname": "Klein", "dateOfBirth": "1980-01-01"]),
    ]
    let both: KeyValuePairs = ["firstname": "Eva", "lastname": "Klein", "phone": "0351 1234567", "email": "E@K.de"]
    #expect(recognised(both, people) == "2")
    let all: KeyValuePairs = [
      "firstname": "Eva", "lastname": "Klein", "phone": "0351 1234567", "email": "e@k.de",
      "dateOfBirth": "1980-01-01",
    ]
    #expect(recognised(all, people) == nil)
  }

  @Test("a child is the same child, whichever parent books, unless the birth date differs")
  func eitherParent() {
    func booked(_ sent: KeyValuePairs<String, String>, by phone: String, _ people: [RecordedPerson]) -> String? {
      recognised(KnownPerson(person: person("", sent), booker: person("b", ["phone": phone])), people)
    }
    let mother = person("m", ["firstname": "Eva", "lastname": "Klein", "phone": "+493511234567"])
    let tim = recorded("1", ["firstname": "Tim", "lastname": "Klein", "dateOfBirth": "2018-03-15"], booker: mother)
    let dated: KeyValuePairs = ["firstname": "Tim", "lastname": "Klein", "dateOfBirth": "2018-03-15"]
    #expect(booked(dated, by: "0351 99", [tim]) == "1")
    #expect(
      booked(["firstname": "Tim", "lastname": "Klein", "dateOfBirth": "2019-01-01"], by: "0351 1234567", [tim]) == nil)
    #expect(booked(["firstname": "Tim", "lastname": "Klein"], by: "0351 1234567", [tim]) == "1")
    #expect(booked(["firstname": "Tim", "lastname": "Klein"], by: "0351 99", [tim]) == nil)
  }

  @Test("what says nothing counts as absent")
  func nothingSaid() {
    let one = recorded("1", ["firstname": "Anna", "lastname": "Klein", "phone": "+266696687"])
    #expect(recognised(["firstname": "Anna", "lastname": "Klein"], [one]) == "1")
    #expect(recognised(["firstname": "Anna", "lastname": "Klein", "phone": "+266696680"], [one]) == "1")
    let hyphen: KeyValuePairs = ["firstname": "Anna", "lastname": "Klein", "insuranceNumber": "-"]
    #expect(recognised(hyphen, [recorded("2", hyphen)]) == "2")
    let other = recorded(
      "3", ["firstname": "Anna", "lastname": "Klein", "insuranceNumber": "--", "phone": "+493511234567"])
    #expect(recognised(hyphen, [other]) == nil)
  }

  @Test("all bookings of a person count")
  func allRecords() {
    let anna = RecordedPerson(
      id: "1",
      records: [
        said("1", ["firstname": "Anna", "lastname": "Klein", "phone": "+493511234567"]),
        said("1", ["firstname": "Anna", "lastname": "Klein", "email": "a@b.de", "dateOfBirth": "1980-01-01"]),
      ])
    #expect(recognised(["firstname": "Anna", "lastname": "Klein", "email": "a@b.de"], [anna]) == "1")
    // One booking says the name, another the e-mail.
    let married = RecordedPerson(
      id: "2",
      records: [
        said("2", ["firstname": "Ida", "lastname": "Klein", "phone": "+493511234567"]),
        said("2", ["firstname": "Ida", "lastname": "Berg", "email": "i@b.de"]),
      ])
    #expect(recognised(["firstname": "Ida", "lastname": "Klein", "email": "i@b.de"], [married]) == "2")
    #expect(
      recognised(
        ["firstname": "Anna", "lastname": "Klein", "phone": "0351 1234567", "dateOfBirth": "1980-02-02"], [anna])
        == nil)
  }
}

@Suite("The same thing said twice") struct RepetitionTests {
  private static let booked = said(
    "1", ["firstname": "Tim", "lastname": "Klein", "phone": "+493511234567", "plate": "DD-AB 12", "notes": "x"])

  @Test(
    arguments: [
      (["firstname": "tim", "lastname": "Klein ", "phone": "0351 1234567"], true, false),
      (
        ["firstname": "Tim", "lastname": "Klein", "phone": "0351 1234567", "email": "t@k.de", "notes": "y"], true, false
      ),
      (["firstname": "Tim", "lastname": "Klein", "phone": "0351 1234567", "plate": "dd ab12"], true, false),
      (["firstname": "Tim", "lastname": "Klein", "phone": "0351 1234567", "plate": "DD-XY 1"], true, true),
      (["firstname": "Tim", "lastname": "Klein", "phone": "0351 7654321"], false, true),
      (["firstname": "Tom", "lastname": "Klein", "phone": "0351 1234567"], false, true),
      (["lastname": "Klein", "phone": "0351 1234567"], false, false),
    ] as [(KeyValuePairs<String, String>, Bool, Bool)])
  func repeats(_ sent: KeyValuePairs<String, String>, _ isSame: Bool, _ differs: Bool) {
    let sent = said("", sent)
    #expect(matcher.isSame(sent, Self.booked) == isSame)
    #expect(matcher.differs(sent.person, from: Self.booked.person) { $0 == "plate" } == differs)
  }

  @Test("a name that neither has matches")
  func missingNames() {
    let booked = said("1", ["lastname": "Klein", "phone": "+493511234567"])
    #expect(matcher.isSame(said("", ["lastname": "Klein", "phone": "0351 1234567"]), booked))
    #expect(!matcher.isSame(said("", ["firstname": "Tim", "lastname": "Klein", "phone": "0351 1234567"]), booked))
  }
}
