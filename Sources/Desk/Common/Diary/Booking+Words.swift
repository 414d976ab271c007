// What is said of a booking in the agenda and in exports.

internal import Diary
internal import People

extension Booking {
  /// Who booked, if that is somebody else than who comes.
  var otherBooker: Person? { booker.id == participant.id ? nil : booker }

  /// The number to call about it: of who booked, else of who comes.
  var phone: String? { booker.text("phone") ?? participant.text("phone") }

  /// `30 Minuten Massage with Anna Schmidt for Lina Muster, booked by Hans Muster`.
  var summary: String {
    let booker = otherBooker.map { ", booked by \($0.shown)" } ?? ""
    return "\(product.name) with \(agent.name) for \(participant.shown)\(booker)"
  }
}
