// Which function does which action, in the order of the API's page.

internal import Diary

extension RequestContext {
  /// Does what the request asks, with the business's diary where it takes one.
  func answer(in diary: some DiaryStore) throws(Problem) -> Answer {
    switch action {
    case .getEntityForSipId: entity()
    case .getBusinessName: businessName()
    case .getAppointmentTypes: appointmentTypes(withProducts: false)
    case .getAppointmentTypesWithProducts: appointmentTypes(withProducts: true)
    case .getAgents: try agents()
    case .getProducts: try products()
    case .getSlots: try slots(in: diary)
    case .getRequiredInfo: try requiredInfo()
    case .bookAppointment: try book(in: diary)
    case .modifyAppointment: try move(in: diary)
    case .cancelAppointment: try cancel(in: diary)
    case .findExistingUser: try findUser(in: diary)
    case .findExistingBooking: try findBookings(in: diary)
    }
  }
}

extension Answer {
  /// A successful answer with nothing left to do.
  init(ok body: [UInt8], finish: (@Sendable () -> Void)? = nil) { self.init(reply: Reply(ok: body), finish: finish) }
}
