// What the store should say, kept in the simplest way: all events in a list, every question answered by going through
// them. Slow, short, and by its own code.

import Diary
import DiaryFile
import CivilTime
import People

struct Model {
  private(set) var events: [Event] = []
  private var bookings: [String: Booking] = [:]
  private var blocks: [String: (block: Block, isHeld: Bool)] = [:]

  mutating func append(_ event: Event) {
    events.append(event)
    switch event {
    case .booked(let booking), .moved(let booking), .cancelled(let booking): bookings[booking.id] = booking
    case .blocked(let block): blocks[block.id] = (block, true)
    case .unblocked(let block): blocks[block.id] = (block, false)
    case .forgotten: break
    }
  }

  var live: [Booking] { bookings.values.filter { $0.status == .booked }.sorted { $0.id < $1.id } }

  var heldBlocks: [Block] { blocks.values.filter(\.isHeld).map(\.block).sorted { $0.id < $1.id } }

  func booking(_ id: String) -> Booking? { bookings[id] }

  func occupations(in range: Range<Instant>) -> [Occupation] {
    (live.map(\.occupation) + heldBlocks.map(\.occupation))
      .filter { $0.occupiedStart < range.upperBound && range.lowerBound < $0.occupiedEnd }
      .sorted { ($0.occupiedStart, $0.bookingID) < ($1.occupiedStart, $1.bookingID) }
  }

  /// Bookings that qualify, by id, and of each the last state.
  func bookings(where qualifies: (Booking) -> Bool) -> Set<Booking> { Set(bookings.values.filter(qualifies)) }

  var ids: [String] { Array(bookings.keys) }

  var people: Set<Person> { Set(bookings.values.flatMap { [$0.booker, $0.participant] }) }
}

/// Random numbers that are the same for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Makes up what could happen next.
struct Chance {
  var random: Seeded
  /// Over how many minutes bookings are spread.
  var span = 40_000
  private var count = 0
  private static let lastnames = ["Müller", "Mueller", "Schmidt", "O'Neill", "Nguyễn", "Çelik"]
  private static let agents = ["anna", "ben", "chloé"]

  init(_ seed: UInt64) { random = Seeded(seed) }

  mutating func event(_ model: Model) -> Event {
    count += 1
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<3:
      guard let booking = model.live.randomElement(using: &random) else { break }
      return .moved(
        booking.moved(to: minute(), agent: Self.agents.randomElement(using: &random)))
    case 3..<6:
      guard let booking = model.live.randomElement(using: &random) else { break }
      return .cancelled(booking.cancelled)
    case 6:
      let start = minute()
      let length = [30, 600, 1440, 12_000, 100_000].randomElement(using: &random) ?? 30
      return .blocked(
        Block(
          id: "praxis.k\(count)", agent: "ben", start: .minute(start), end: .minute(start + length),
          reason: count % 2 == 0 ? nil : "Urlaub \u{1F334}"))
    case 7:
      guard let block = model.heldBlocks.randomElement(using: &random) else { break }
      return .unblocked(block)
    default: break
    }
    let booker = person()
    let resources = Array(["room", "laser", "sauna"].prefix(Int.random(in: 0...3, using: &random)))
    var booking = Booking.sample(
      "praxis.b\(count)", minute: minute(), agent: Self.agents.randomElement(using: &random) ?? "anna",
      duration: [900, 1800, 90_000].randomElement(using: &random) ?? 900,
      before: [0, 300].randomElement(using: &random) ?? 0, after: [0, 600].randomElement(using: &random) ?? 0,
      resources: resources, booker: booker, participant: Bool.random(using: &random) ? booker : person(),
      request: UInt64.random(in: 1...40, using: &random))
    for index in booking.resources.indices where Int.random(in: 0..<3, using: &random) == 0 {
      booking.resources[index].units = [2, 255, 256, 65_535].randomElement(using: &random) ?? 2
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      booking.pauseAfter = Int.random(in: 1...400, using: &random)
      booking.pauseLength = Int.random(in: 1...400, using: &random)
    }
    return .booked(booking)
  }

  private mutating func minute() -> Int { Int.random(in: -span...span, using: &random) }

  mutating func person() -> Person {
    let number = Int.random(in: 0..<30, using: &random)
    return .sample(
      "praxis.u\(number)", firstname: "Person \(number)", lastname: Self.lastnames[number % 6],
      phone: number % 3 == 0 ? nil : "+4935112345\(number)")
  }
}
