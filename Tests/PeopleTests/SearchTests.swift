// Who is found by what was sent (contract, section 3, "Searching" and "Sounding alike").

import People
import Testing

/// What a search finds, in a line.
private func found(_ sent: KeyValuePairs<String, String>, _ people: [RecordedPerson]) -> String {
  let sent = attributes(sent)
  let search = PersonSearch(sent, by: matcher)
  if let missing = search.missing { return "missing " + missing.joined(separator: " ") }
  let keys = SearchKeys(searching: sent, by: matcher)
  func posted(_ keys: SearchKeys) -> [RecordedPerson] {
    people.filter { $0.records.contains { keys.contains(oneOf: SearchKeys.keys(of: $0)) } }
  }
  // The keys lead to everybody whom a look at all finds.
  let found = search.found(among: posted(keys))
  #expect(found == search.found(among: people))
  let heard = posted(SearchKeys(sounding: sent))
  let hint = search.hint(among: posted(keys), sounding: heard)
  #expect(hint == search.hint(among: people, sounding: people))
  let result = found ?? hint
  switch result {
  case .told(let proved, let similar): return (proved.map(\.id) + similar.map { "~" + $0.id }).joined(separator: " ")
  case .ambiguous(let fields): return "? " + fields.joined(separator: " ")
  }
}

private let anna = recorded(
  "anna",
  [
    "firstname": "Anna", "lastname": "Meyer", "dateOfBirth": "1980-03-15", "phone": "+493511234567",
    "email": "Anna.Meyer@example.de", "insuranceNumber": "A123456789", "address": "Weg 1",
  ])
private let ben = recorded("ben", ["firstname": "Ben", "lastname": "Meyer", "phone": "+493511234567"])
private let bare = recorded("bare", ["firstname": "Clara", "lastname": "Schmidt"])
private let everybody = [anna, ben, bare]

@Suite("Who is proved") struct ProofTests {
  @Test(
    arguments: [
      (["phone": "0351 1234567"], "anna ben"),
      (["phone": "493511234567"], "anna ben"),
      (["phone": "0351 1234567", "firstname": "Anna"], "anna"),
      (["email": "ANNA.MEYER@EXAMPLE.DE"], "anna"),
      (["firstname": "anna", "lastname": "MEYER"], "anna"),
      (["lastname": "Meyer", "dateOfBirth": "1980-03-15"], "anna"),
      (["firstname": "Anna", "lastname": "Meyer", "insuranceNumber": "a 123-456789"], "anna"),
      (["lastname": "Meyer", "insuranceNumber": "A123456789"], "anna"),
      // Another phone or e-mail excludes nobody, another birth date or number of one's own does.
      (["firstname": "Anna", "lastname": "Meyer", "phone": "0170 1234567"], "anna"),
      (["firstname": "Anna", "lastname": "Meyer", "email": "other@example.de"], "anna"),
      (["firstname": "Anna", "lastname": "Meyer", "dateOfBirth": "1980-03-16"], ""),
      (["phone": "0351 1234567", "dateOfBirth": "1980-03-16"], "ben"),
      (["firstname": "Anna", "lastname": "Meyer", "insuranceNumber": "B1"], ""),
      // What is mentioned and does not agree proves nothing.
      (["lastname": "Meyer", "email": "x@y.zz"], ""),
      (["lastname": "Meyer", "phone": "0351 99"], ""),
      (["lastname": "Meyer", "dateOfBirth": "1999-01-01"], ""),
      (["lastname": "Schmidt", "dateOfBirth": "1999-01-01"], ""),
      // What does not identify neither finds nor excludes.
      (["firstname": "Clara", "lastname": "Schmidt", "notes": "hello", "address": "Elsewhere"], "bare"),
      (["firstname": "Clara", "lastname": "Schmidt", "phone": "0351 99"], "bare"),
      // A number that its plan makes impossible counts as absent.
      (["firstname": "Clara", "lastname": "Schmidt", "phone": "+266696687"], "bare"),
      (["phone": "+266696687"], "missing lastname firstname"),
      (["lastname": "Meyer"], "missing firstname"),
      (["firstname": "Anna"], "missing lastname"),
      (["firstname": "Anna", "dateOfBirth": "1980-03-15"], "missing lastname"),
      (["lastname": "Meyer", "notes": "hello"], "missing firstname"),
      ([:], "missing lastname firstname"),
    ] as [(KeyValuePairs<String, String>, String)])
  func proves(_ sent: KeyValuePairs<String, String>, _ expected: String) {
    #expect(found(sent, everybody) == expected, "\(sent)")
  }

  @Test("who agrees on more displaces who agrees on less of the same; two who agree on different things both stay")
  func displacing() {
    let bare = recorded("1", ["firstname": "Anna", "lastname": "Schmidt"])
    let full = recorded("2", ["firstname": "Anna", "lastname": "Schmidt", "phone": "+493511234567"])
    let sent: KeyValuePairs = ["firstname": "Anna", "lastname": "Schmidt", "phone": "0351 1234567"]
    #expect(found(sent, [bare]) == "1")
    #expect(found(sent, [bare, full]) == "2")
    let byMail = recorded("3", ["lastname": "Schmidt", "email": "anna@example.de"])
    let byPhone = recorded("4", ["lastname": "Schmidt", "phone": "+493511234567"])
    #expect(found(["phone": "0351 1234567", "email": "ANNA@example.de"], [byMail, byPhone]) == "3 4")
  }

  @Test("a child is found by the mother's number, unless it has its own")
  func booker() {
    let mother = person("m", ["firstname": "Eva", "lastname": "Klein", "phone": "+493511234567"])
    let child = recorded("1", ["firstname": "Tim", "lastname": "Klein"], booker: mother)
    let grown = recorded("2", ["firstname": "Tom", "lastname": "Klein", "phone": "+491701234567"], booker: mother)
    #expect(found(["phone": "0351 1234567"], [child, grown]) == "1")
    #expect(child.user.attributes.map(\.name) == ["firstname", "lastname"])
  }

  @Test("a search compares with every value on record; a User is the newest, names the first")
  func severalRecords() {
    let anna = RecordedPerson(
      id: "1",
      records: [
        said("1", ["firstname": "Anna", "lastname": "Klein", "phone": "+493511111111"]),
        said("1", ["firstname": "Anne", "lastname": "Groß", "phone": "+493512222222", "dateOfBirth": "1980-03-15"]),
      ])
    #expect(found(["phone": "0351 1111111"], [anna]) == "1")
    #expect(found(["phone": "0351 2222222"], [anna]) == "1")
    #expect(found(["firstname": "Anne", "lastname": "Gross"], [anna]) == "1")
    #expect(found(["lastname": "Klein", "dateOfBirth": "1980-03-15"], [anna]) == "1")
    #expect(found(["lastname": "Klein", "phone": "0351 1111111", "dateOfBirth": "1980-03-16"], [anna]) == "")
    #expect(
      anna.user
        == person(
          "1",
          ["firstname": "Anna", "lastname": "Klein", "phone": "+493512222222", "dateOfBirth": "1980-03-15"]))
  }

  @Test("more than ten are not told; the fields that tell them apart are asked for")
  func many() {
    let family = (0..<11).map {
      recorded(
        "\($0)", ["firstname": "Kind \($0)", "lastname": "Klein", "phone": "+493511234567", "language": "de \($0)"])
    }
    #expect(found(["phone": "0351 1234567"], family) == "? firstname")
    #expect(found(["phone": "0351 1234567"], family.dropLast()).split(separator: " ").count == 10)
    // Where everything was said that tells them apart, who is proved is told.
    let namesakes = (0..<12).map { number in
      recorded(
        "\(number)",
        number == 5
          ? ["firstname": "Anna", "lastname": "Klein", "phone": "+493511234567", "dateOfBirth": "1980-03-15"]
          : ["firstname": "Anna", "lastname": "Klein", "phone": "+493511234567"])
    }
    let sent: KeyValuePairs = [
      "firstname": "Anna", "lastname": "Klein", "phone": "0351 1234567", "dateOfBirth": "1980-03-15",
    ]
    #expect(found(sent, namesakes) == "5")
  }

  @Test("what the business says of its fields is compared by their kinds, in every spelling")
  func kinds() {
    let fields = PersonMatcher(
      country: "DE",
      fields: [
        PersonMatcher.Field(name: "mobile", kind: .phone, identifies: true),
        PersonMatcher.Field(name: "mail", kind: .email, identifies: true),
        PersonMatcher.Field(name: "number", kind: .number, identifies: true),
        PersonMatcher.Field(name: "code", kind: .text, identifies: true),
      ])
    let anna = recorded(
      "1",
      [
        "lastname": "Klein", "mobile": "+33612345678", "mail": "müller@x.de", "number": "3",
        "code": String(repeating: "é", count: 70), "email": "rené@x.de",
      ])
    func isFound(_ sent: KeyValuePairs<String, String>) -> Bool {
      let sent = attributes(sent)
      let keys = SearchKeys(searching: sent, by: fields)
      let posted = anna.records.contains { keys.contains(oneOf: SearchKeys.keys(of: $0)) }
      return posted && PersonSearch(sent, by: fields).found(among: [anna]) == .told(proved: [anna], similar: [])
    }
    #expect(isFound(["lastname": "Klein", "mobile": "33612345678"]))
    #expect(isFound(["lastname": "Klein", "mobile": "+33612345678;ext=5"]))
    #expect(isFound(["lastname": "Klein", "mail": "mueller@x.de"]))
    #expect(isFound(["lastname": "Klein", "mail": "mu\u{308}ller@x.de"]))
    #expect(isFound(["lastname": "Klein", "number": "03.0"]))
    #expect(!isFound(["lastname": "Klein", "number": "30"]))
    #expect(isFound(["lastname": "Klein", "code": String(repeating: "E\u{301} ", count: 70)]))
    #expect(isFound(["email": "rene\u{301}@x.de"]))
    #expect(!isFound(["lastname": "Klein", "code": "-"]))
  }
}

@Suite("Who is similar") struct SimilarTests {
  @Test(
    arguments: [
      // Both names sound alike and something agrees.
      (["firstname": "Anna", "lastname": "Maier", "dateOfBirth": "1980-03-15"], "~anna"),
      (["firstname": "Ana", "lastname": "Maier", "phone": "0351 1234567"], "~anna"),
      (["firstname": "Anna", "lastname": "Maier", "email": "anna.meyer@example.de"], "~anna"),
      (["firstname": "Anna", "lastname": "Maier", "insuranceNumber": "A123456789"], "~anna"),
      // One name is enough beside a birth date or a number of one's own, the first beside a phone.
      (["firstname": "Anna", "lastname": "Schulze", "dateOfBirth": "1980-03-15"], "~anna"),
      (["firstname": "Ana", "lastname": "Schulze", "dateOfBirth": "1980-03-15"], "~anna"),
      (["firstname": "Zoe", "lastname": "Maier", "dateOfBirth": "1980-03-15"], "~anna"),
      (["lastname": "Maier", "dateOfBirth": "1980-03-15"], "~anna"),
      (["firstname": "Ana", "lastname": "Schulze", "phone": "0351 1234567"], "~anna"),
      // The last beside a phone only where nobody says a first name.
      (["lastname": "Maier", "phone": "0351 1234567"], "~anna ~ben"),
      (["firstname": "Zoe", "lastname": "Maier", "phone": "0351 1234567"], "? dateOfBirth email"),
      // By sound alone nobody is told.
      (["firstname": "Anna", "lastname": "Maier"], "? dateOfBirth phone email"),
      (["firstname": "Anna", "lastname": "Maier", "phone": "0170 1234567"], "? dateOfBirth phone email"),
      (["firstname": "Klara", "lastname": "Schmitt"], "? firstname lastname"),
      (["firstname": "Anna", "lastname": "Maier", "dateOfBirth": "1999-01-01"], ""),
      // Only the birth date differs: it may have been misheard.
      (
        ["firstname": "Anna", "lastname": "Meyer", "phone": "0351 1234567", "dateOfBirth": "1980-03-16"],
        "? dateOfBirth"
      ),
      (["firstname": "Zoe", "lastname": "Xu", "dateOfBirth": "1980-03-15"], ""),
    ] as [(KeyValuePairs<String, String>, String)])
  func sounds(_ sent: KeyValuePairs<String, String>, _ expected: String) {
    #expect(found(sent, everybody) == expected, "\(sent)")
  }

  @Test("people recorded twice are both found")
  func recordedTwice() {
    let twice = [
      recorded("1", ["firstname": "Sofia", "lastname": "Maier", "dateOfBirth": "1990-05-05"]),
      recorded("2", ["firstname": "Sophia", "lastname": "Meyer", "dateOfBirth": "1990-05-05"]),
    ]
    #expect(found(["firstname": "Sofia", "lastname": "Maier", "dateOfBirth": "1990-05-05"], twice) == "1 ~2")
    #expect(found(["firstname": "Sofie", "lastname": "Mayer", "dateOfBirth": "1990-05-05"], twice) == "~1 ~2")
  }
}

@Suite("An id") struct IDTests {
  @Test(
    arguments: [
      ([:], true), (["firstname": "Ana"], true), (["lastname": "Maier"], true), (["firstname": "Zoe"], false),
      (["lastname": "Schulze"], false), (["dateOfBirth": "1980-03-15"], true), (["dateOfBirth": "1980-03-16"], false),
      (["phone": "0351 99"], true), (["insuranceNumber": "B1"], false), (["notes": "hello"], true),
    ] as [(KeyValuePairs<String, String>, Bool)])
  func allows(_ sent: KeyValuePairs<String, String>, _ expected: Bool) {
    #expect(PersonSearch(attributes(sent), by: matcher).allows(anna) == expected, "\(sent)")
  }

  @Test func isSomebodyElse() {
    #expect(matcher.isSomebodyElse(attributes(["firstname": "Tim", "lastname": "Meyer"]), than: anna))
    #expect(matcher.isSomebodyElse(attributes(["firstname": "Anna", "dateOfBirth": "2018-01-01"]), than: anna))
    #expect(!matcher.isSomebodyElse(attributes(["firstname": "Ana", "lastname": "Groß"]), than: anna))
    #expect(!matcher.isSomebodyElse(attributes(["dateOfBirth": "2018-01-01"]), than: ben))
  }
}
