// What a record says once its business has another id.

internal import Diary
internal import People

extension Record {
  /// The record with every id that begins with a text beginning with another, and of another business.
  package func renamed(from old: String, to new: String, _ entity: String) -> Record {
    func renamed(_ id: String) -> String {
      id.utf8.starts(with: old.utf8) ? new + String(Substring(id.utf8.dropFirst(old.utf8.count))) : id
    }
    func renamed(_ booking: Booking) -> Booking {
      var booking = booking
      booking.id = renamed(booking.id)
      booking.booker.id = renamed(booking.booker.id)
      booking.participant.id = renamed(booking.participant.id)
      return booking
    }
    func renamed(_ block: Block) -> Block {
      var block = block
      block.id = renamed(block.id)
      return block
    }
    var record = self
    switch event {
    case .booked(let booking): record.event = .booked(renamed(booking))
    case .moved(let booking): record.event = .moved(renamed(booking))
    case .cancelled(let booking): record.event = .cancelled(renamed(booking))
    case .blocked(let block): record.event = .blocked(renamed(block))
    case .unblocked(let block): record.event = .unblocked(renamed(block))
    case .forgotten: if self.entity != nil { record.entity = entity }
    }
    return record
  }
}
