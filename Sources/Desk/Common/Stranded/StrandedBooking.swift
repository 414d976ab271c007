// Live bookings to come that today's business file would no longer allow, as after somebody closed a day in it: whom to call.
// `check` and `agenda --stranded` show them.

internal import Business
internal import CivilTime
internal import Diary
internal import JSON
internal import Scheduling

/// A booking and why it cannot take place as it was booked.
struct StrandedBooking {
  let booking: Booking
  let why: Stranding
  /// The local day of its start, and its time.
  let day: LocalDate
  let clock: String

  /// No horizon is longer, in days.
  private static let longestHorizon = 3661

  /// Those of a business, by day, agent and start.
  static func all<View: DiaryView>(
    of business: Business, in diary: View, after now: Instant
  ) throws(View.Failure) -> [StrandedBooking] {
    let last = business.zone.local(now).date.adding(days: longestHorizon)
    var found: [StrandedBooking] = []
    for occupation in try diary.occupations(in: now..<max(now, business.zone.startOfDay(last))) {
      guard occupation.product != nil, occupation.start >= now, let booking = try diary.booking(occupation.bookingID),
        let why = Timetable.stranding(of: booking, in: business)
      else { continue }
      let day = business.zone.local(booking.start).date
      let clock = Wording.clock(booking.start, business.zone.offsets(from: day, through: day))
      found.append(StrandedBooking(booking: booking, why: why, day: day, clock: clock))
    }
    return found.sorted {
      ($0.day, $0.booking.agent.name, $0.booking.start, $0.booking.id) < (
        $1.day, $1.booking.agent.name, $1.booking.start, $1.booking.id
      )
    }
  }

  /// `30 Minuten Massage for Eva Muster, +49351123456`: what, for whom, and the number to call.
  var who: String {
    let booker = booking.otherBooker.map { ", booked by " + $0.shown } ?? ""
    let phone = booking.phone.map { ", " + $0 } ?? ", no number"
    return "\(booking.product.name) for \(booking.participant.shown)\(booker)\(phone)"
  }

  /// Why it cannot take place, as the end of a sentence.
  var reason: String {
    switch why {
    case .typeGone: "there is no appointment type “\(booking.type.id)” any more"
    case .productGone: "“\(booking.product.id)” is not offered any more"
    case .agentGone: "there is no agent “\(booking.agent.id)” any more"
    case .agentNotTaking: "\(booking.agent.name) does not take “\(booking.product.id)” any more"
    case .outsideHours: "\(booking.agent.name) does not work then"
    case .notAStart: "“\(booking.product.id)” does not start then"
    }
  }

  /// A stable word for the reason.
  var code: String {
    switch why {
    case .typeGone: "type-gone"
    case .productGone: "product-gone"
    case .agentGone: "agent-gone"
    case .agentNotTaking: "agent-not-taking"
    case .outsideHours: "outside-hours"
    case .notAStart: "not-a-start"
    }
  }
}

/// A list of stranded bookings for people, or as JSON.
enum StrandedList {
  /// By day, then by agent, what to say to whom; ends with a line feed.
  static func text(_ bookings: [StrandedBooking], of business: Business) -> String {
    guard !bookings.isEmpty else {
      return
        "No booking of \(TerminalText.harmless(business.name)) is stranded: today's file allows all that are to come.\n"
    }
    var lines = ["\(Wording.count(bookings.count, "booking")) to come that today's file would not allow:"]
    var day: LocalDate?
    var agent: String?
    for stranded in bookings {
      if stranded.day != day { lines += ["", Wording.day(stranded.day)] }
      if stranded.day != day || stranded.booking.agent.name != agent {
        lines.append("  " + stranded.booking.agent.name)
      }
      (day, agent) = (stranded.day, stranded.booking.agent.name)
      lines.append("    \(stranded.clock)  \(stranded.who) (\(stranded.reason))  \(ShortID.shown(stranded.booking.id))")
    }
    return lines.map { TerminalText.harmless($0) }.joined(separator: "\n") + "\n"
  }

  /// One object a booking.
  static func json(_ bookings: [StrandedBooking], of business: Business) -> String {
    let values = bookings.map { stranded in
      let booking = stranded.booking
      return JSONValue.members([
        ("id", .string(booking.id)), ("start", .string(ISO8601.write(booking.start, in: business.zone))),
        ("agent", .string(booking.agent.id)), ("product", .string(booking.product.id)),
        ("reason", .string(stranded.code)), ("participant", booking.participant.displayName.map(JSONValue.string)),
        ("phone", booking.phone.map(JSONValue.string)),
      ])
    }
    return JSONValue.array(values).text + "\n"
  }
}
