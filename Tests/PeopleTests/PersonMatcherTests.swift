// Who is found and who is recognised (contract, section 3, "Who is calling").

import People
import Testing

private let matcher = PersonMatcher(country: "DE", fields: [(name: "insuranceNumber", kind: .text)])

private func person(_ id: String, _ attributes: KeyValuePairs<String, String>) -> Person {
  Person(id: id, attributes: attributes.map { Attribute(name: $0.key, value: .text($0.value)) })
}

private func known(_ id: String, _ attributes: KeyValuePairs<String, String>, booker: Person? = nil) -> KnownPerson {
  KnownPerson(person: person(id, attributes), booker: booker)
}

@Suite("Searching people")
struct SearchTests {
  private func found(_ sent: KeyValuePairs<String, String>, _ people: [KnownPerson]) -> [String] {
    matcher.search(person("", sent).attributes, among: people).map(\.person.id)
  }

  @Test("every attribute sent has to match where the record has it")
  func differing() {
    let people = [
      known("1", ["firstname": "Anna", "lastname": "Schmidt", "dateOfBirth": "1980-03-15"]),
      known("2", ["firstname": "Anna", "lastname": "Schmidt", "dateOfBirth": "1975-01-01"]),
    ]
    #expect(found(["firstname": "anna", "lastname": "SCHMIDT"], people) == ["1", "2"])
    #expect(found(["firstname": "Anna", "lastname": "Schmidt", "dateOfBirth": "1975-01-01"], people) == ["2"])
    #expect(found(["firstname": "Anna", "lastname": "Schmidt", "dateOfBirth": "1976-01-01"], people) == [])
  }

  @Test("an attribute that a record lacks neither matches nor excludes; who agrees on it displaces who lacks it")
  func lacking() {
    let bare = known("1", ["firstname": "Anna", "lastname": "Schmidt"])
    let full = known("2", ["firstname": "Anna", "lastname": "Schmidt", "phone": "+493511234567"])
    let sent: KeyValuePairs = ["firstname": "Anna", "lastname": "Schmidt", "phone": "0351 1234567"]
    #expect(found(sent, [bare]) == ["1"])
    #expect(found(sent, [bare, full]) == ["2"])
    #expect(found(["phone": "0351 1234567"], [bare]) == [])
  }

  @Test("two who each agree on what the other lacks both stay")
  func neitherDisplaces() {
    let byPhone = known("1", ["lastname": "Schmidt", "phone": "+493511234567"])
    let byMail = known("2", ["lastname": "Schmidt", "email": "anna@example.de"])
    #expect(found(["phone": "0351 1234567", "email": "ANNA@example.de"], [byPhone, byMail]) == ["1", "2"])
  }

  @Test("a child is found by the mother's number, unless it has its own")
  func booker() {
    let mother = person("m", ["firstname": "Eva", "lastname": "Klein", "phone": "+493511234567"])
    let child = known("1", ["firstname": "Tim", "lastname": "Klein"], booker: mother)
    let grown = known("2", ["firstname": "Tom", "lastname": "Klein", "phone": "+4917012345"], booker: mother)
    #expect(found(["phone": "0351 1234567"], [child, grown]) == ["1"])
  }

  @Test("somebody of whom bookings say different things is one person who has all of them")
  func severalRecords() {
    let father = person("f", ["phone": "+493511111111"])
    let mother = person("m", ["phone": "+493512222222"])
    let people = [
      known("1", ["firstname": "Tim", "lastname": "Klein"], booker: mother),
      known("1", ["firstname": "Tim", "lastname": "Klein", "dateOfBirth": "2018-03-15"], booker: father),
      known("2", ["firstname": "Tim", "lastname": "Klein", "dateOfBirth": "1999-01-01"], booker: mother),
    ]
    #expect(found(["firstname": "Tim", "lastname": "Klein"], people) == ["1", "2"])
    #expect(found(["lastname": "Klein", "phone": "0351 1111111"], people) == ["1"])
    #expect(found(["lastname": "Klein", "phone": "0351 2222222"], people) == ["1", "2"])
    #expect(found(["phone": "0351 2222222", "dateOfBirth": "2018-03-15"], people) == ["1"])
    #expect(found(["lastname": "Klein", "dateOfBirth": "2018-03-16"], people) == [])
    #expect(matcher.search(person("", ["phone": "0351 1111111"]).attributes, among: people) == [people[0]])
  }

  @Test("addresses in parts")
  func parts() {
    let address = AttributeValue.parts([
      AttributePart(name: "street", text: "Hauptstraße 1"), AttributePart(name: "city", text: "Dresden"),
    ])
    let one = KnownPerson(
      person: Person(
        id: "1",
        attributes: [Attribute(name: "lastname", value: .text("Klein")), Attribute(name: "address", value: address)]),
      booker: nil)
    let same = Attribute(name: "address", value: .parts([AttributePart(name: "city", text: "DRESDEN")]))
    let other = Attribute(name: "address", value: .parts([AttributePart(name: "city", text: "Berlin")]))
    let text = Attribute(name: "address", value: .text("Hauptstrasse 1, Dresden"))
    #expect(matcher.search([same], among: [one]).count == 1)
    #expect(matcher.search([text], among: [one]).count == 1)
    #expect(matcher.search([other], among: [one]).isEmpty)
  }
}

@Suite("Recognising people")
struct RecognitionTests {
  private func recognised(_ sent: KeyValuePairs<String, String>, _ people: [KnownPerson]) -> String? {
    matcher.recognise(KnownPerson(person: person("", sent), booker: nil), among: people)?.id
  }

  @Test("the same name and one further attribute")
  func same() {
    let people = [known("1", ["firstname": "Anna", "lastname": "Müller", "phone": "+493511234567"])]
    #expect(recognised(["firstname": "ANNA", "lastname": "Mu\u{308}ller", "phone": "0351 1234567"], people) == "1")
    #expect(recognised(["firstname": "Anna", "lastname": "Mueller", "phone": "0351 1234567"], people) == nil)
    #expect(recognised(["firstname": "Anna", "lastname": "Müller"], people) == nil)
    #expect(recognised(["firstname": "Anna", "lastname": "Müller", "phone": "0351 7654321"], people) == nil)
    #expect(recognised(["firstname": "Anna", "lastname": "Müller", "email": "a@b.de"], people) == nil)
  }

  @Test("a name alone is enough only where nobody has more")
  func nameOnly() {
    let one = known("1", ["firstname": "Anna", "lastname": "Klein"])
    #expect(recognised(["firstname": "Anna", "lastname": "Klein"], [one]) == "1")
    #expect(
      recognised(
        ["firstname": "Anna", "lastname": "Klein"], [one, known("2", ["firstname": "Anna", "lastname": "Klein"])])
        == nil)
    #expect(recognised(["lastname": "Klein"], [known("3", ["lastname": "Klein"])]) == nil)
  }

  @Test("a child is the same child, whichever parent books, unless its own attributes differ")
  func eitherParent() {
    func booked(_ sent: KeyValuePairs<String, String>, by phone: String, _ people: [KnownPerson]) -> String? {
      matcher.recognise(KnownPerson(person: person("", sent), booker: person("b", ["phone": phone])), among: people)?.id
    }
    let mother = person("m", ["firstname": "Eva", "lastname": "Klein", "phone": "+493511234567"])
    let tim = known("1", ["firstname": "Tim", "lastname": "Klein", "dateOfBirth": "2018-03-15"], booker: mother)
    #expect(
      booked(["firstname": "Tim", "lastname": "Klein", "dateOfBirth": "2018-03-15"], by: "0351 99", [tim]) == "1")
    #expect(
      booked(["firstname": "Tim", "lastname": "Klein", "dateOfBirth": "2019-01-01"], by: "0351 1234567", [tim]) == nil)
    // Where their own attributes say nothing, the bookers' numbers do.
    let max = known("2", ["firstname": "Max", "lastname": "Klein"], booker: mother)
    #expect(booked(["firstname": "Max", "lastname": "Klein"], by: "0351 1234567", [max]) == "2")
    #expect(booked(["firstname": "Max", "lastname": "Klein"], by: "0351 99", [max]) == nil)
    #expect(booked(["firstname": "Tim", "lastname": "Klein"], by: "0351 1234567", [tim]) == "1")
    #expect(booked(["firstname": "Tim", "lastname": "Klein"], by: "0351 99", [tim]) == nil)
  }

  @Test("the first record counts: later ones add nothing to it")
  func firstRecord() {
    let people = [
      known("1", ["firstname": "Anna", "lastname": "Klein", "phone": "+493511234567"]),
      known("1", ["firstname": "Anna", "lastname": "Klein", "phone": "+493511234567", "email": "a@b.de"]),
    ]
    #expect(recognised(["firstname": "Anna", "lastname": "Klein", "phone": "0351 1234567"], people) == "1")
    #expect(recognised(["firstname": "Anna", "lastname": "Klein", "email": "a@b.de"], people) == nil)
  }

  @Test("two who agree in one attribute and differ in another are two")
  func differing() {
    let father = known(
      "1", ["firstname": "Karl", "lastname": "Klein", "phone": "+493511234567", "dateOfBirth": "1950-01-01"])
    let sent: KeyValuePairs = [
      "firstname": "Karl", "lastname": "Klein", "phone": "0351 1234567", "dateOfBirth": "1980-01-01",
    ]
    #expect(recognised(sent, [father]) == nil)
  }
}

@Suite("Search keys")
struct SearchKeysTests {
  @Test("whoever matches is under one of the keys that are looked up")
  func complete() {
    let people = [
      known("1", ["firstname": "Jürgen", "lastname": "Müller", "phone": "+493511234567", "email": "J@m.de"]),
      known("2", ["lastname": "Mueller"]),
      known("3", ["firstname": "Juergen", "lastname": "Muller", "dateOfBirth": "1980-03-15"]),
      known("4", ["firstname": "Rui", "dateOfBirth": "2018-03-15"]),
    ]
    let searches: [KeyValuePairs<String, String>] = [
      ["phone": "0351 1234567"], ["email": "j@M.DE"], ["lastname": "MULLER", "firstname": "Jurgen"],
      ["lastname": "Müller", "dateOfBirth": "1980-03-15"],
      ["lastname": "Mueller", "firstname": "Jürgen", "phone": "0351 99"], ["lastname": "Silva", "firstname": "RUI"],
    ]
    for search in searches {
      let sent = person("", search).attributes
      let keys = Set(SearchKeys.keys(searching: sent))
      let posted = people.filter { !keys.isDisjoint(with: SearchKeys.keys(of: $0)) }
      #expect(matcher.search(sent, among: posted) == matcher.search(sent, among: people))
      #expect(!matcher.search(sent, among: people).isEmpty)
    }
  }
}
