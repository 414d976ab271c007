// Callers' systems retry, and models do not repeat themselves letter for letter: when does a booking request mean a booking
// that exists? (contract, section 3, "Booking, moving, cancelling")

internal import Business
internal import Diary
internal import People

/// A booking request that may have been done already.
struct Repetition {
  /// The slot that it asks for.
  let slot: SlotID
  private let people: ReadParticipants
  private let product: Product
  private let business: Business
  private let fingerprint: UInt64
  private let matcher: PersonMatcher

  /// A request with the people that it means, as it sent them.
  init(
    _ order: BookingOrder, _ people: ReadParticipants, fingerprint: UInt64, in business: Business,
    by matcher: PersonMatcher
  ) {
    self.slot = order.slot
    self.people = people
    self.product = order.product
    self.business = business
    self.fingerprint = fingerprint
    self.matcher = matcher
  }

  /// The keys under which the booking is found (`DiaryView.bookings(of:at:keys:)`).
  var keys: [UInt64] {
    let participant = people.participant
    let who = participant.id.isEmpty ? SearchKeys.keys(naming: participant) : [SearchKeys.key(id: participant.id)]
    return who + [fingerprint]
  }

  /// Whether the request means a booking: it is live, where the request wants it, made by the same request word for word
  /// or for the same people, and nothing contradicts.
  func means(_ booking: Booking) -> Bool {
    guard booking.status == .booked, booking.start == slot.start, booking.type.id == slot.type.text,
      booking.product.id == slot.product.text, slot.agent == nil || booking.agent.id == slot.agent?.text
    else { return false }
    // A fingerprint finds the same request; what was recorded proves it.
    if booking.request == fingerprint, people.booker.isSaid(in: booking.booker),
      people.participant.isSaid(in: booking.participant)
    {
      return true
    }
    guard people.isReadable, !booking.booker.id.isEmpty, !booking.participant.id.isEmpty else { return false }
    let isOne = booking.booker.id == booking.participant.id
    let recorded = KnownPerson(person: booking.participant, booker: isOne ? nil : booking.booker)
    // Who comes without a number is compared by the booker's, and this is the same booker.
    var sent = people.knownParticipant
    if !people.isOne, people.booker.id == booking.booker.id { sent.booker = booking.booker }
    let booker = KnownPerson(person: booking.booker, booker: nil)
    return means(people.knownBooker, people.named.booker, booker, asking: product.bookerInfo)
      && means(sent, people.named.participant, recorded, asking: product.participantInfo)
  }

  private func means(
    _ sent: KnownPerson, _ named: RecordedPerson?, _ recorded: KnownPerson, asking required: [String]
  ) -> Bool {
    if let named {
      guard named.id == recorded.person.id, !matcher.isSomebodyElse(sent.person.attributes, than: named) else {
        return false
      }
    } else if !matcher.isSame(sent, recorded) {
      return false
    }
    return !matcher.differs(sent.person, from: recorded.person) { name in
      required.contains(name) && business.fields.contains { $0.name == name }
    }
  }
}

extension Person {
  /// Whether everything that was sent of a person stands in a record, word for word.
  fileprivate func isSaid(in recorded: Person) -> Bool {
    (id.isEmpty || id == recorded.id) && attributes.allSatisfy { recorded[$0.name] == $0.value }
  }
}
