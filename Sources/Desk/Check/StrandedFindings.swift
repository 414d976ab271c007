// Bookings that a business file strands, as findings about the file. Only files of the deployment have bookings.

internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile
internal import Host

enum StrandedFindings {
  /// Adds what the files strand of the deployment's bookings.
  static func add(to files: inout [CheckedFile], at surroundings: Surroundings) {
    guard let premises = try? Premises(surroundings) else { return }
    let deployed = Files.resolved(premises.settings.businesses) ?? premises.settings.businesses
    for index in files.indices where files[index].choice.location.directory == deployed {
      guard let business = files[index].business, files[index].choice.id == business.id else { continue }
      do {
        let stranded = try premises.diary(of: business.id) { store throws(DiaryError) in
          try StrandedBooking.all(of: business, in: store.read(), after: premises.now)
        }
        files[index].add(stranded.map(finding))
      } catch {
        files[index].add([
          Finding(code: .bookingsUnread, message: "Whether it strands bookings is not known. \(error.sentence)")
        ])
      }
    }
  }

  private static func finding(_ stranded: StrandedBooking) -> Finding {
    Finding(
      code: .stranded,
      message:
        "\(stranded.day.text), \(stranded.booking.agent.name), \(stranded.clock): \(stranded.who) is booked, but "
        + "\(stranded.reason). Move the booking or cancel it, and call.")
  }
}
