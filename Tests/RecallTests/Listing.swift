// Ways to try to list the customers of a business, and what may be told in each reply.

/// Ways to list customers.
enum Listing {
  /// A thousand requests by one idea.
  struct Way: Sendable {
    var name: String
    /// How many of a thousand customers they may tell at most.
    var greatest: Int
    var requests: [ListingTests.Sent]
  }

  /// All that is tried on a business; birth dates are drawn from those that customers may have.
  static func ways(_ clientele: inout Clientele) -> [Way] {
    let names = clientele.commonestNames(1000)
    let dates = (0..<1000).map { _ in clientele.birthDate(of: 18...90) }
    func first(_ index: Int) -> String { names.first[index % min(200, names.first.count)] }
    func last(_ index: Int) -> String { names.last[index % min(200, names.last.count)] }
    /// Names of the list, one behind the other.
    func words(_ names: [String], _ index: Int, _ count: Int) -> String {
      (0..<count).map { names[(index * count + $0) % names.count] }.joined(separator: " ")
    }
    func way(_ name: String, _ greatest: Int, _ sent: (Int) -> ListingTests.Sent) -> Way {
      Way(name: name, greatest: greatest, requests: (0..<1000).map(sent))
    }
    let dummies = ["anonymous", "0000000000", "unknown", "+10000000000", "123", "restricted"]
    return [
      // Two names prove, so whoever guesses both right is told of that customer.
      way("common first and last names", 100) {
        [("firstname", names.first[$0 % 32]), ("lastname", names.last[$0 / 32])]
      },
      way("common first and last names and birth dates", 100) {
        [("firstname", names.first[$0 % 32]), ("lastname", names.last[$0 / 32]), ("dateOfBirth", dates[$0])]
      },
      way("last names alone", 0) { [("lastname", last($0))] },
      way("last names and what nobody knows", 0) { [("lastname", last($0)), ("language", "de"), ("notes", "x")] },
      way("last names and a dummy e-mail", 0) { [("lastname", last($0)), ("email", "x\($0 / 200)@y.zz")] },
      way("last names and a dummy phone", 0) { [("lastname", last($0)), ("phone", dummies[$0 / 200])] },
      way("names with their last letter doubled", 0) {
        [("firstname", first($0) + first($0).suffix(1)), ("lastname", last($0 / 5) + last($0 / 5).suffix(1))]
      },
      way("names of four words", 0) {
        [("firstname", words(names.first, $0, 4)), ("lastname", words(names.last, $0, 4))]
      },
      way("names of forty words and a dummy e-mail", 0) {
        [
          ("firstname", words(names.first, $0, 40)), ("lastname", words(names.last, $0, 40)), ("email", "x@y.zz"),
        ]
      },
      way("the commonest last names and birth dates", 10) {
        [("lastname", names.last[$0 % 10]), ("dateOfBirth", dates[$0])]
      },
      way("names of four words and birth dates", 20) {
        [
          ("firstname", words(names.first, $0, 4)), ("lastname", words(names.last, $0, 4)), ("dateOfBirth", dates[$0]),
        ]
      },
      way("names of forty words and birth dates", 0) {
        [
          ("firstname", words(names.first, $0, 40)), ("lastname", words(names.last, $0, 40)),
          ("dateOfBirth", dates[$0]),
        ]
      },
    ]
  }

  /// What a reply tells that it may not, given what was sent; nil where nothing.
  ///
  /// Whoever is proved agrees on a phone or an e-mail, or on two of last name, first name and birth date; whoever is similar
  /// agrees on one of birth date, phone and e-mail, and of them only the names are told. Of neither does the birth date differ.
  /// At most ten are told, and a refusal names nobody.
  static func complaint(of answer: Found, to sent: ListingTests.Sent, _ customers: [Customer]) -> String? {
    if answer.code != nil {
      let words = Set(answer.text.split { !$0.isLetter }.map(String.init))
      if answer.text.contains("recall.") { return "a refusal tells an id" }
      if customers.contains(where: { words.contains($0.name.last) }) { return "a refusal tells a name" }
      return nil
    }
    if answer.entries.count > 10 { return "more than ten are told" }
    let values = Dictionary(sent.map { ($0.name, $0.value) }) { first, _ in first }
    for entry in answer.entries {
      guard let customer = entry.customer.map({ customers[$0] }) else { return "an unknown id is told" }
      func agrees(_ proof: Proof) -> Bool {
        values[proof.rawValue].map { $0 == customer.value(proof, among: customers) } ?? false
      }
      func agrees(_ name: String, _ recorded: String) -> Bool {
        values[name].map { FullName.letters($0) == FullName.letters(recorded) } ?? false
      }
      if let date = customer.birthDate, let said = values["dateOfBirth"], said != date { return "a birth date differs" }
      let contact = agrees(.phone) || agrees(.email)
      let facts = [
        agrees(.birthDate), agrees("firstname", customer.name.first), agrees("lastname", customer.name.last),
      ]
      if entry.isSimilar {
        if !contact && !agrees(.birthDate) { return "somebody is similar by sound alone" }
        if !Set(entry.members).isSubset(of: ["id", "firstname", "lastname", "match"]) {
          return "more than the names is told of somebody similar"
        }
      } else if !contact && facts.count(where: { $0 }) < 2 {
        return "somebody is told whom nothing proves"
      }
    }
    return nil
  }
}
