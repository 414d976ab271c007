// Everything that can go wrong, as facts. The words, statuses and codes for them are in ProblemWords.swift.

package import Business

/// Why a request was not done (contract, section 4). Each case is one `code`.
package enum Problem: Error, Sendable {
  // 400
  /// The body is no JSON text; `reason` is a sentence naming the byte.
  case invalidJSON(reason: String)
  /// A member is missing, of the wrong type or of an unreadable form; `field` names it (nil: the body itself).
  case invalidRequest(field: String?, reason: String)
  /// No webhook has this `action`.
  case unknownAction(String)
  /// No door has the address.
  case unknownDoor
  /// Nothing in the request says which business is meant.
  case entityRequired
  // 401, 403
  /// No token, or one that does not open this business.
  case unauthorized
  /// The same, where more is wrong that the asker may not know: the words are for the operator's log.
  case concealed(String)
  /// The request names another business than its endpoint or its other ids.
  case wrongEntity
  /// A page of another site sent it.
  case foreignOrigin
  // 404
  /// No business is called on this number.
  case unknownSipID
  /// No business has this id.
  case unknownEntity
  /// The business has no such appointment type.
  case unknownAppointmentType
  /// The business has no such product, or the appointment type does not offer it.
  case unknownProduct
  /// The business has no such agent, or the agent does not take this product; the names and ids of those who do.
  case unknownAgent(takers: [String])
  /// The slot id cannot be read.
  case unknownSlot
  /// The business has no such booking.
  case unknownBooking
  /// The business knows no such person.
  case unknownUser
  // 405, 408, 411, 413
  /// Another method than POST.
  case methodNotAllowed
  /// The body did not arrive in time.
  case requestTimeout
  /// The length of the body is not said.
  case lengthRequired
  /// The body is longer than `limit` bytes.
  case requestTooLarge(limit: Int)
  // 409
  /// The slot is not on offer (any more); up to three nearest that are.
  case slotTaken(alternatives: [OfferedSlot])
  /// The booking is not where the request says it is.
  case bookingChanged
  /// The booking was cancelled.
  case bookingCancelled
  // 422
  /// Required fields are missing, as `booker.phone`.
  case missingInformation(fields: [String])
  /// Fields cannot be read, as `participant.dateOfBirth`.
  case invalidInformation(fields: [String])
  /// More people match than may be told; the fields to ask for next.
  case ambiguous(fields: [String])
  /// The deadline for changes has passed.
  case tooLate
  /// The participant has as many bookings to come as may be.
  case tooMany
  /// The notice is too short.
  case tooSoon
  /// The day is beyond the horizon.
  case tooFar
  /// The slot is of another start, product or appointment type than the request says.
  case slotMismatch(field: String)
  // 500, 503
  /// The business's file has errors; `summary` has the first ones with their places.
  case misconfiguredBusiness(Identifier, summary: String)
  /// The diary is damaged at the event with this number. In this case and the next three `logLine` is the engine's line
  /// for the operator's log.
  case damagedBookings(Identifier, line: Int, logLine: String)
  /// Something that should not happen, or a host that is not set up; `what` and what to do.
  case internalFault(String)
  /// Somebody else was writing to the diary for too long.
  case busy(logLine: String)
  /// There is no room left for the diary.
  case storageFull(logLine: String)
  /// The diary cannot be read or written.
  case storageUnavailable(logLine: String)
}
