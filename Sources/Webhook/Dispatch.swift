// Which function does which action, in the order of the API's page.

internal import Diary

extension Session {
  /// Does what the request asks, with the business's diary where it takes one.
  func answer(in diary: some DiaryStore) throws(Problem) -> Answer {
    switch action {
    case .getEntityForSipId: Answer(ok: entity())
    case .getBusinessName: Answer(ok: businessName())
    case .getAppointmentTypes: Answer(ok: appointmentTypes(withProducts: false))
    case .getAppointmentTypesWithProducts: Answer(ok: appointmentTypes(withProducts: true))
    case .getAgents: Answer(ok: try agents())
    case .getProducts: Answer(ok: try products())
    case .getSlots: Answer(ok: try slots(in: diary))
    case .getRequiredInfo: Answer(ok: try requiredInfo())
    case .bookAppointment: try book(in: diary)
    case .modifyAppointment: try move(in: diary)
    case .cancelAppointment: try cancel(in: diary)
    case .findExistingUser: Answer(ok: try findUser(in: diary))
    case .findExistingBooking: Answer(ok: try findBookings(in: diary))
    }
  }
}

extension Answer {
  /// A successful answer with nothing left to do.
  init(ok body: [UInt8]) { self.init(reply: Reply(ok: body)) }
}
