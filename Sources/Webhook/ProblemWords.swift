// The one place where facts become a status, a stable code and words (RFC 9457). Words say what to do next and
// never carry a path, another person's data or what was sent; faults (for the operator's log) may name files by id.

internal import Business
internal import JSON

/// Status, code and words of a problem.
struct ProblemWords {
  var status: Int
  var code: String
  var title: String
  var detail: String
  var fault: String?

  private init(_ status: Int, _ code: String, _ title: String, _ detail: String, fault: String? = nil) {
    self.status = status
    self.code = code
    self.title = title
    self.detail = detail
    self.fault = fault
  }

  /// The words of a problem, with the labels of the business's own fields.
  init(_ problem: Problem, labelling definitions: [FieldDefinition] = []) {
    self =
      switch problem {
      case .invalidJSON(let reason):
        .init(400, "invalid_json", "The request is not JSON", "Send one JSON object in UTF-8: \(reason).")
      case .invalidRequest(let field?, let reason):
        .init(400, "invalid_request", "The request cannot be read", "Correct `\(field)`: \(reason).")
      case .invalidRequest(nil, let reason):
        .init(400, "invalid_request", "The request cannot be read", "Correct the request: \(reason).")
      case .unknownAction(let actions):
        .init(400, "unknown_action", "There is no such action", "Send an `action` that exists: \(actions).")
      case .unknownDoor:
        .init(
          400, "unknown_action", "There is no such address",
          "Use the address of the business alone, or followed by a slash and the name of an action, `mcp`, `vapi` or "
            + "`retell`. The actions: \(Action.names).")
      case .entityRequired:
        .init(
          400, "entity_required", "Which business is meant?",
          "Several businesses are served here and nothing in this request names one. Send `entityId`, or give the bot the "
            + "endpoint of its own business: this program's address followed by a slash and the entityId.")
      case .unauthorized, .concealed:
        .init(
          401, "unauthorized", "A token is needed",
          "Send the header `Authorization: Bearer …` with the token of this business.")
      case .wrongEntity:
        .init(
          403, "wrong_entity", "Two businesses in one request",
          "The request names another business than its endpoint, its `entityId` or its other ids. Use ids of one business "
            + "only.")
      case .foreignOrigin:
        .init(
          403, "foreign_origin", "A page of another site asks",
          "Send the request from a server, without the header `Origin`.")
      case .methodNotAllowed:
        .init(405, "method_not_allowed", "Only POST is answered", "Send the request as the body of a POST.")
      case .requestTimeout:
        .init(
          408, "request_timeout", "The request did not arrive", "Send the whole body within 10 seconds, then try again."
        )
      case .lengthRequired:
        .init(411, "length_required", "The length is missing", "Send a `Content-Length` that is a whole number.")
      case .requestTooLarge(let limit):
        .init(413, "request_too_large", "The request is too large", "Send at most \(limit) bytes.")
      case .unknownSipID:
        .init(
          404, "unknown_sip_id", "No business has this number",
          "Add the number to `sipIds` in the file of the business that is called on it.")
      case .unknownEntity:
        .init(404, "unknown_entity", "There is no such business", "Use the `entityId` that getEntityForSipId answered.")
      case .unknownAppointmentType:
        .init(
          404, "unknown_appointment_type", "There is no such appointment type",
          "Use an `id` that getAppointmentTypes answered for this business.")
      case .unknownProduct:
        .init(
          404, "unknown_product", "There is no such product",
          "Use an `id` that getProducts answered for this appointment type. A product that is no longer offered cannot be "
            + "booked or moved to, but its bookings can be cancelled.")
      case .unknownAgent(let takers):
        .init(
          404, "unknown_agent", "There is no such agent",
          "Use an `id` that getAgents answered for this appointment type and product, or leave `agentId` out if anyone will "
            + "do. It is taken by: " + takers.joined(separator: ", ") + ".")
      case .unknownSlot:
        .init(404, "unknown_slot", "There is no such slot", "Use an `id` that getSlots answered, unchanged.")
      case .unknownBooking:
        .init(
          404, "unknown_booking", "There is no such booking",
          "Use an `id` that bookAppointment or findExistingBooking answered for this business.")
      case .unknownUser:
        .init(404, "unknown_user", "There is no such person", "Use an `id` that findExistingUser answered.")
      case .slotTaken:
        .init(
          409, "slot_taken", "This time is not available",
          "Offer the caller one of the `alternatives`, or ask getSlots again.")
      case .bookingChanged:
        .init(
          409, "booking_changed", "The appointment is at another time now",
          "Ask findExistingBooking where it is now, tell the caller, then try again with that slot.")
      case .bookingCancelled:
        .init(409, "booking_cancelled", "The appointment was cancelled", "Book a new appointment instead.")
      case .missingInformation(let fields):
        .init(
          422, "missing_information", "Something is still missing",
          "Ask the caller for: \(Self.named(fields, by: definitions)).")
      case .invalidInformation(let fields):
        .init(
          422, "invalid_information", "Something cannot be understood",
          "Ask the caller again for: \(Self.named(fields, by: definitions)).")
      case .ambiguous(let fields):
        .init(
          422, "ambiguous", "Who is meant is not clear",
          fields.isEmpty
            ? "Ask the caller for another attribute."
            : "Ask the caller for: \(Self.named(fields, by: definitions)).")
      case .tooLate:
        .init(
          422, "too_late", "It is too late to change this appointment",
          "Tell the caller to speak to the business directly.")
      case .tooMany:
        .init(
          422, "too_many", "There are too many appointments to come",
          "Tell the caller that whoever comes has as many appointments as can be booked in advance. One of them can be moved, "
            + "or cancelled to book another.")
      case .tooSoon:
        .init(
          422, "too_soon", "This time is too soon", "Offer a later time: ask getSlots for what can still be booked.")
      case .tooFar:
        .init(
          422, "too_far", "This day is too far ahead", "Offer an earlier day: it is beyond what can be booked today.")
      case .slotMismatch(let field):
        .init(
          422, "slot_mismatch", "The request contradicts its slot",
          "`\(field)` differs from what the slot says. Send the slot's own `start`, appointment type and product.")
      case .misconfiguredBusiness(let entity, let summary):
        .init(
          500, "misconfigured_business", "The business's file has errors",
          "Take a message for the business; its file must be corrected before appointments can be made: \(summary)",
          fault: "\(entity.text).yaml: \(summary) (run `voicebot check`)")
      case .damagedBookings(let entity, let line, let logLine):
        .init(
          500, "damaged_bookings", "The bookings file is damaged",
          "Line \(line) of the bookings of \(entity.text) is damaged. Run `voicebot repair \(entity.text)`.",
          fault: logLine)
      case .busy(let logLine):
        .init(503, "busy", "Somebody else is booking", "Try again in a second.", fault: logLine)
      case .storageFull(let logLine):
        .init(
          503, "storage_full", "There is no space left", "Nothing was booked. Free disk space, then try again.",
          fault: logLine)
      case .storageUnavailable(let logLine):
        .init(
          503, "storage_unavailable", "The bookings cannot be read or written",
          "Send the same request again: it is done once at most. If that fails too, take a message for the business.",
          fault: logLine)
      case .internalFault(let what):
        .init(
          500, "internal", "Something went wrong", "Take a message for the business and try again later.", fault: what)
      }
  }

  /// `booker.phone, participant.insuranceNumber (Versichertennummer)`.
  private static func named(_ fields: [String], by definitions: [FieldDefinition]) -> String {
    var words = ""
    for field in fields {
      if !words.isEmpty { words += ", " }
      words += field
      let own = definitions.first {
        field.utf8.elementsEqual("booker.\($0.name)".utf8) || field.utf8.elementsEqual("participant.\($0.name)".utf8)
      }
      if let label = own?.label { words += " (\(label))" }
    }
    return words
  }
}
