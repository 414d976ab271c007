// The table of actions.

/// An action of the API.
enum Action: String, CaseIterable {
  case getEntityForSipId
  case getBusinessName
  case getAppointmentTypes
  case getAppointmentTypesWithProducts
  case getAgents
  case getProducts
  case getSlots
  case getRequiredInfo
  case bookAppointment
  case modifyAppointment
  case cancelAppointment
  case findExistingUser
  case findExistingBooking

  /// All names, for people.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The members that are ids and so name a business.
  var ids: [String] {
    switch self {
    case .getEntityForSipId, .getBusinessName, .getAppointmentTypes, .getAppointmentTypesWithProducts,
      .findExistingUser:
      []
    case .getAgents, .getProducts: ["appointmentTypeId"]
    case .getSlots: ["appointmentTypeId", "productId", "agentId", "bookingId"]
    case .getRequiredInfo: ["productId"]
    case .bookAppointment: ["appointmentTypeId", "productId", "slotId"]
    case .modifyAppointment: ["bookingId", "slotIdOld", "slotIdNew"]
    case .cancelAppointment: ["bookingId", "slotId"]
    case .findExistingBooking: ["id"]
    }
  }

  /// The members that are people, whose `id` names a business too.
  var people: [String] {
    switch self {
    case .bookAppointment: ["booker", "participant"]
    case .findExistingUser: ["participant"]
    default: []
    }
  }
}

extension Session {
  /// Does what the request asks.
  func answer() throws(Problem) -> Answer {
    switch action {
    case .getEntityForSipId: Answer(ok: entity())
    case .getBusinessName: Answer(ok: businessName())
    case .getAppointmentTypes: Answer(ok: appointmentTypes(withProducts: false))
    case .getAppointmentTypesWithProducts: Answer(ok: appointmentTypes(withProducts: true))
    case .getAgents: Answer(ok: try agents())
    case .getProducts: Answer(ok: try products())
    case .getRequiredInfo: Answer(ok: try requiredInfo())
    case .getSlots: Answer(ok: try slots())
    case .findExistingUser: Answer(ok: try findUser())
    case .findExistingBooking: Answer(ok: try findBookings())
    case .bookAppointment: try book()
    case .modifyAppointment: try move()
    case .cancelAppointment: try cancel()
    }
  }
}

extension Answer {
  /// A successful answer with nothing left to do.
  init(ok body: [UInt8]) { self.init(reply: Reply(ok: body)) }
}
