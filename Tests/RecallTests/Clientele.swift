// The customers of a business, drawn by the frequency of names, who live in households.

/// All customers of a business of one language.
///
/// Seven of ten households have a landline that some of its members give as their number, one of four shares an e-mail
/// address, children are booked for by a parent, and about a quarter of the people lack one attribute or another.
struct Clientele: Sendable {
  let language: Language
  private(set) var customers: [Customer] = []
  private let lists: NameLists
  private var chance: Chance
  /// Phone numbers that nobody else has yet are made of this.
  private var numbers = 0

  /// So many people, among them one for each of the pairs; those that `recordsTwice` picks are recorded under both
  /// spellings.
  init(_ language: Language, size: Int, pairs: [HeardPair], seed: Int, recordsTwice: (Int) -> Bool = { _ in false }) {
    self.language = language
    lists = NameLists(language)
    chance = Chance("\(language.rawValue) \(size) \(seed)")
    for (index, pair) in pairs.enumerated() {
      addHousehold(pair, recordedTwice: recordsTwice(index), atMost: size - customers.count)
    }
    while customers.count < size { addHousehold(nil, recordedTwice: false, atMost: size - customers.count) }
  }

  private mutating func addHousehold(_ pair: HeardPair?, recordedTwice: Bool, atMost room: Int) {
    let head = customers.count
    let name = pair?.recorded ?? lists.name(&chance)
    let members = min(room, [1, 1, 1, 1, 2, 2, 2, 3, 4, 4].randomElement(using: &chance) ?? 1)
    let landline = chance.percent(70) ? phone(isMobile: false) : nil
    let mailbox = chance.percent(25) ? email() : nil
    for member in 0..<members {
      var customer = Customer(name: name)
      if member == 0 {
        customer.pair = pair
        customer.second = recordedTwice ? pair?.heard : nil
      } else {
        customer.name.first = lists.firstName(&chance)
        if chance.percent(20) { customer.name.last = lists.name(&chance).last }
      }
      customer.birthDate = chance.percent(90) ? birthDate(of: member < 2 ? 18...90 : 0...17) : nil
      if member >= 2 {
        customer.parent = head
      } else {
        if chance.percent(93) { customer.phone = chance.percent(60) ? landline ?? phone() : phone() }
        if chance.percent(90) { customer.email = mailbox ?? email() }
        if customer.phone == nil && customer.email == nil { customer.phone = phone() }
      }
      customers.append(customer)
    }
  }

  /// A day on which somebody of such an age may have been born.
  mutating func birthDate(of ages: ClosedRange<Int> = 0...90) -> String {
    let year = 2025 - Int.random(in: ages, using: &chance)
    let month = Int.random(in: 1...12, using: &chance)
    let days = month == 2 ? 28 : [4, 6, 9, 11].contains(month) ? 30 : 31
    return "\(year)-\(Clientele.padded(month, 2))-\(Clientele.padded(Int.random(in: 1...days, using: &chance), 2))"
  }

  /// A valid number that nobody has: digits in a scrambled order behind a prefix of the language's country.
  mutating func phone(isMobile: Bool = true) -> String {
    numbers += 1
    // Multiplying by a number without a common factor visits each number below the modulus once.
    func digits(_ count: Int, _ modulus: Int) -> String { Clientele.padded(numbers * 7_654_321 % modulus, count) }
    return switch language {
    case .german: isMobile ? "+49151" + digits(8, 100_000_000) : "+493512" + digits(6, 1_000_000)
    case .english: (isMobile ? "+1415" : "+1312") + "6" + digits(6, 1_000_000)
    case .spanish: isMobile ? "+346" + digits(8, 100_000_000) : "+3491" + digits(7, 10_000_000)
    }
  }

  /// An address that nobody has and that says nothing of a name.
  mutating func email() -> String {
    numbers += 1
    return "k\(numbers * 7_654_321 % 100_000_000)@example.net"
  }

  /// A caller who is on no record: the names by frequency, the rest nobody's, but for a birth date, which is anybody's.
  mutating func stranger() -> Customer {
    Customer(name: lists.name(&chance), birthDate: birthDate(), phone: phone(), email: email())
  }

  /// The commonest names of the language.
  func commonestNames(_ count: Int) -> (first: [String], last: [String]) { lists.commonest(count) }

  private static func padded(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
