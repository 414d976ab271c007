// What a store is asked, what it should answer, and whether it does.

import Diary
import DiaryFile
import CivilTime
import People

import Testing

/// Everything that a store can be asked, in one value.
struct Answers: Equatable {
  var occupations: [Occupation]
  var bookings: [Booking?]
  var ofPerson: Set<Booking>
  var people: Set<Person>

  private static let range = Instant.minute(-200_000)..<Instant.minute(200_000)

  /// What a diary answers.
  init(_ diary: FileView, _ ids: [String]) throws(FileError) {
    occupations = try diary.occupations(in: Self.range)
    bookings = []
    for id in ids { bookings.append(try diary.booking(id)) }
    ofPerson = Set(try diary.bookings(withPerson: "praxis.u1"))
    let keys = SearchKeys(phone: "+49351123451")
    // Who has no phone is found by that of the booker: not by this question.
    people = Set(try diary.people(keys).flatMap { $0.records.map(\.person) }.filter { $0.id == "praxis.u1" })
  }

  /// What it should answer.
  init(_ model: Model, _ ids: [String]) {
    occupations = model.occupations(in: Self.range)
    bookings = ids.map(model.booking)
    ofPerson = model.bookings { $0.booker.id == "praxis.u1" || $0.participant.id == "praxis.u1" }
    people = model.people.filter { $0.id == "praxis.u1" }
  }
}

/// The answers after some events, and those after one more.
struct Expected {
  let ids: [String]
  let answers: Answers
  private let answersWithNew: Answers

  init(_ events: some Sequence<Event>, _ new: Booking) {
    var model = Model()
    for event in events { model.append(event) }
    ids = [new.id, "praxis.none"] + model.ids.sorted().prefix(2) + model.ids.sorted().suffix(2)
    answers = Answers(model, ids)
    model.append(.booked(new))
    answersWithNew = Answers(model, ids)
  }

  private init(_ ids: [String], _ answers: Answers) {
    self.ids = ids
    self.answers = answers
    answersWithNew = answers
  }

  /// What is expected when the new booking has been made too.
  var withNew: Expected { Expected(ids, answersWithNew) }
}

/// How a store answered.
enum Outcome: Equatable {
  /// As expected.
  case right
  /// Otherwise.
  case wrong
  /// Not, because a line it needs is damaged.
  case damaged(line: Int)
  /// Not, for another reason.
  case failed(FileError)
}

extension FileStore {
  /// Asks everything, in one diary.
  func ask(_ expected: Expected) -> Outcome {
    do throws(FileError) {
      return try Answers(try read(), expected.ids) == expected.answers ? .right : .wrong
    } catch .damaged(let line, _) {
      return .damaged(line: line)
    } catch {
      return .failed(error)
    }
  }
}

extension Scene {
  func ask(_ expected: Expected) -> Outcome { store.ask(expected) }

  /// Whether nothing can be asked because a line is damaged.
  var isDamaged: Bool {
    if case .damaged = store.ask(Expected([], .sample("praxis.new"))) { return true }
    return false
  }
}

extension SearchKeys {
  /// The keys under which everybody is posted who has a phone number.
  init(phone number: String) {
    self.init(
      searching: [Attribute(name: "phone", value: .text(number))], by: PersonMatcher(country: nil, fields: []))
  }

  /// The keys under which everybody is posted who shares what identifies with somebody.
  init(of person: Person) {
    self.init(searching: person.attributes, by: PersonMatcher(country: nil, fields: []))
  }
}
