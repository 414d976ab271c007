// Under which 64-bit keys a line is found again: by the id it is about, by the people it names, by the request that made
// it. Keys find and never prove: a search compares with the line itself.

internal import Basics
package import CivilTime
package import Diary
internal import People

/// A key under which lines are posted: a hash that is the same in every process, of what it is a key of, and of what kind
/// that is. A change to it needs a new `RunHeader.magic`.
package enum PostingKey {
  /// The lines of a booking or block.
  package static func subject(_ id: String) -> UInt64 { key(1, id.utf8.span) }

  /// The lines that name a person.
  package static func person(_ id: String) -> UInt64 { key(2, id.utf8.span) }

  /// The lines of bookings of a product at a start that have a key by which a repeated request is found.
  package static func place(_ product: String, _ start: Instant, _ key: UInt64) -> UInt64 {
    let place = self.key(3, product.utf8.span) ^ UInt64(bitPattern: Int64(start.milliseconds))
    return Mixing.mixed(Mixing.mixed(place) ^ key)
  }

  /// The lines that name somebody with this search key.
  package static func search(_ key: UInt64) -> UInt64 { Mixing.mixed(key ^ 4) }

  /// The line that names the business.
  package static var naming: UInt64 { Mixing.mixed(5) }

  /// The people of a booking, each with every key that leads to them, and once with nil: the key of their id.
  package static func people(of booking: Booking) -> [(person: String, key: UInt64?)] {
    var keys: [(person: String, key: UInt64?)] = []
    for known in booking.people {
      keys.append((known.person.id, nil))
      for key in SearchKeys.keys(of: known) { keys.append((known.person.id, search(key))) }
    }
    return keys
  }

  /// All keys of a line, each once.
  package static func all(of event: Event) -> [UInt64] {
    var keys: [UInt64] = []
    if let block = event.block { keys.append(subject(block.id)) }
    guard let booking = event.booking else { return keys }
    keys.append(subject(booking.id))
    for key in booking.repeatKeys { keys.append(place(booking.product.id, booking.start, key)) }
    for known in booking.people {
      keys.append(person(known.person.id))
      for key in SearchKeys.keys(of: known) {
        let posted = search(key)
        if !keys.contains(posted) { keys.append(posted) }
      }
    }
    return keys
  }

  private static func key(_ kind: UInt64, _ bytes: Span<UInt8>) -> UInt64 {
    var state = Mixing.mixed(kind ^ UInt64(truncatingIfNeeded: bytes.count) << 8)
    var index = 0
    while index < bytes.count {
      var word: UInt64 = 0
      let end = min(index &+ 8, bytes.count)
      while index < end {
        word = word << 8 | UInt64(bytes[index])
        index &+= 1
      }
      state = Mixing.mixed(state ^ word)
    }
    return Mixing.mixed(state)
  }
}
