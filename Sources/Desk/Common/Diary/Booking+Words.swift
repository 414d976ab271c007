// What is said of a booking in the agenda and in exports.

internal import Diary
internal import People

extension Booking {
  /// Who booked, if that is somebody else than who comes.
  var otherBooker: Person? { booker.id == participant.id ? nil : booker }
}
