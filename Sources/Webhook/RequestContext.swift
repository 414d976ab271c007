// One request whose business is known. Each action is an extension of it, in the file of its name.

internal import Diary
internal import Business
internal import CivilTime
internal import People
internal import Scheduling
internal import System

/// A request, its business and what it is given from outside.
struct RequestContext<Calls: SystemCalls> {
  /// What to do.
  let action: Action
  /// The members of the request.
  let request: Request
  /// The business as its file said it when the request was routed.
  let loaded: LoadedBusiness
  /// Clock, randomness and directories.
  let deployment: Deployment<Calls>

  /// The business.
  var business: Business { loaded.business }

  /// The appointment type that the request names.
  func appointmentType() throws(Problem) -> AppointmentType {
    let id = try request.requiredID("appointmentTypeId")
    guard let local = PublicID.local(id, in: business.id), let type = business.appointmentType(local) else {
      throw .unknownAppointmentType
    }
    return type
  }

  /// The product that the request names, which must be one of the type's.
  func product(of type: AppointmentType) throws(Problem) -> Product {
    let id = try request.requiredID("productId")
    guard let local = PublicID.local(id, in: business.id), type.products.contains(local),
      let product = business.product(local)
    else { throw .unknownProduct }
    return product
  }

  /// The problem that a wished agent is who does not take a product: it says who does.
  func unknownAgent(taking product: Product, in type: AppointmentType) -> Problem {
    .unknownAgent(
      takers: business.takers(of: product, in: type).prefix(20).map { agent in
        agent.name + " (" + PublicID.compose(business.id, agent.id) + ")"
      })
  }

  /// The slot id in a member that has to be there.
  func slotID(_ name: String) throws(Problem) -> SlotID {
    let text = try request.requiredID(name)
    guard let slot = SlotID(text, in: business.id) else { throw .unknownSlot }
    return slot
  }

  /// The whole id of the booking that the request names, where it names one.
  func bookingID() throws(Problem) -> String? {
    try request.id("bookingId").map { PublicID.whole($0, in: business.id) }
  }

  /// The time that the request's `start` names, in any spelling of ISO 8601, where it is sent.
  func statedStart() throws(Problem) -> StatedStart? {
    switch try request.dateTime("start", anySpelling: true) {
    case nil: return nil
    case .date:
      throw .invalidRequest(field: "start", reason: "it must be a date with a time, like 2026-09-16T08:30:00+02:00")
    case .local(let reading): return .reading(reading)
    case .instant(let instant, _, offsetSeconds: _): return .instant(instant)
    }
  }

  /// Passes on what the diary answers, with its failures as problems.
  func stored<Failure: DiaryFailure, Result>(
    _ body: () throws(Failure) -> Result
  ) throws(Problem) -> Result {
    do {
      return try body()
    } catch {
      throw Problem(error, of: business.id)
    }
  }
}

/// The start that a request states: an instant, or a clock reading in the business's zone.
enum StatedStart {
  case instant(Instant)
  case reading(LocalDateTime)

  /// The start that it names in a zone. A reading that clocks skip names an instant at which nothing is offered as that
  /// reading; one that they repeat names the first, which is what is offered.
  func instant(in zone: Zone) -> Instant {
    switch self {
    case .instant(let instant): instant
    case .reading(let reading): zone.resolve(reading).windowStart
    }
  }

  /// Whether it is this start.
  func names(_ start: Instant, in zone: Zone) -> Bool {
    switch self {
    case .instant(let instant): instant == start
    case .reading(let reading): zone.local(start) == reading
    }
  }
}
