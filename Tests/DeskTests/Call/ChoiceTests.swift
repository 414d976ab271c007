// What somebody means who is offered a choice.

import Desk
import Testing

@Suite struct ChoiceTests {
  static let choices = [
    "Massage", "Krankengymnastik", "Kurs für Rücken", "Kurs Beckenboden", "Anna Schmidt", "90 Minuten",
  ]

  static let meanings: [(String, Choice.Meaning)] = [
    ("1", .one(0)), ("6", .one(5)), ("massage", .one(0)), ("MASSAGE", .one(0)), ("mass", .one(0)), ("kurs", .several),
    ("kurs becken", .one(3)), ("rucken", .one(2)), ("Rücken", .one(2)), ("ruecken", .none), ("anna", .one(4)),
    ("schmidt", .one(4)), ("k", .several), ("krank", .one(1)), ("7", .none), ("0", .none), ("90", .one(5)),
    ("9", .one(5)),
    ("yoga", .none), ("", .none), ("?!", .none), ("99999999999999999999", .none), ("-1", .none),
  ]

  @Test(arguments: meanings)
  func meaning(_ answer: String, _ expected: Choice.Meaning) {
    #expect(Choice.meaning(of: answer, among: Self.choices) == expected)
  }

  /// What is said word for word is meant, although it begins something else too.
  @Test func exactComesFirst() {
    #expect(Choice.meaning(of: "Massage", among: ["Massage lang", "Massage"]) == .one(1))
    #expect(Choice.meaning(of: "2", among: ["2 Stunden", "1 Stunde"]) == .one(1))
  }

  static let assents: [(String, Bool?)] = [
    ("yes", true), ("Yes please", true), ("y", true), ("ok", true), ("no", false), ("N", false), ("not really", false),
    ("maybe", nil), ("", nil), ("1", true), ("2", false),
  ]

  @Test(arguments: assents)
  func yesAndNo(_ answer: String, _ expected: Bool?) {
    #expect(Choice.yes(answer) == expected)
  }
}
