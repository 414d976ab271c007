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
  /// The names of the participant, as sent or on record.
  private let name: Person

  /// A request with the people that it means.
  init(
    _ order: BookingOrder, _ people: ReadParticipants, _ named: NamedParticipants, fingerprint: UInt64,
    in business: Business, by matcher: PersonMatcher
  ) {
    self.slot = order.slot
    self.people = people
    self.product = order.product
    self.business = business
    self.fingerprint = fingerprint
    self.matcher = matcher
    let sent = people.participant.attributes
    let recorded = named.participant?.user.attributes ?? []
    self.name = Person(
      id: people.participant.id,
      attributes: sent + recorded.filter { known in !sent.contains { $0.name == known.name } })
  }

  /// The keys under which the booking is found (`DiaryView.bookings(of:at:keys:)`).
  var keys: [UInt64] { SearchKeys.keys(naming: name) + [fingerprint] }

  /// Whether the request means a booking: it is live, where the request wants it, made by the same request word for word
  /// or for the same people, and nothing contradicts.
  func means(_ booking: Booking) -> Bool {
    guard booking.status == .booked, booking.start == slot.start, booking.type.id == slot.type.text,
      booking.product.id == slot.product.text, slot.agent == nil || booking.agent.id == slot.agent?.text
    else { return false }
    if booking.request == fingerprint { return true }
    guard people.isReadable, !booking.booker.id.isEmpty, !booking.participant.id.isEmpty else { return false }
    let isOne = booking.booker.id == booking.participant.id
    let participant = KnownPerson(person: booking.participant, booker: isOne ? nil : booking.booker)
    return means(people.knownBooker, KnownPerson(person: booking.booker, booker: nil), asking: product.bookerInfo)
      && means(people.knownParticipant, participant, asking: product.participantInfo)
  }

  private func means(_ sent: KnownPerson, _ recorded: KnownPerson, asking required: [String]) -> Bool {
    let isOwn = sent.person.id.isEmpty ? matcher.isSame(sent, recorded) : sent.person.id == recorded.person.id
    return isOwn
      && !matcher.differs(sent.person, from: recorded.person) { name in
        required.contains(name) && business.fields.contains { $0.name == name }
      }
  }
}
