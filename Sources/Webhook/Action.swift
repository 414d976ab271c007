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
  static var names: String { allCases.map { $0.rawValue }.joined(separator: ", ") }

  /// The members that are ids and so name a business.
  var ids: [String] {
    switch self {
    case .getEntityForSipId, .getBusinessName, .getAppointmentTypes, .getAppointmentTypesWithProducts,
      .findExistingUser:
      []
    case .getAgents: ["appointmentTypeId", "productId"]
    case .getProducts: ["appointmentTypeId"]
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
    case .getEntityForSipId, .getBusinessName, .getAppointmentTypes, .getAppointmentTypesWithProducts, .getAgents,
      .getProducts, .getSlots, .getRequiredInfo, .modifyAppointment, .cancelAppointment, .findExistingBooking:
      []
    }
  }
}
