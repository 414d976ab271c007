// The one table of the thirteen actions: what they are for, what they take and where each value comes from. Tool lists, the
// OpenAPI document and the manual's table are made from it or held to it; how requests are checked is held to it by a test.

/// The table of the actions (contract, sections 3 and 9).
package enum ActionTable {
  /// Every action, in the order of the API's page.
  package static var rows: [ActionRow] {
    [
      ActionRow(
        "getEntityForSipId", .reads, isListed: false,
        "Finds which business a called number belongs to. Not needed where the endpoint serves one business.",
        [
          ActionParameter(
            "sipId", .id, from: .platform, .required, "The number that was called, as the telephone system states it.")
        ]),
      ActionRow(
        "getBusinessName", .reads,
        "Call this first, once a call. Gives the business's name for the greeting and the current local date, weekday and "
          + "time: use these for 'today', 'tomorrow' and 'next Monday', never your own idea of the date.",
        [entity]),
      ActionRow(
        "getAppointmentTypes", .reads, isListed: false, "Lists what kinds of appointment the business offers.", [entity]
      ),
      ActionRow(
        "getAppointmentTypesWithProducts", .reads,
        "Lists the kinds of appointment, each with its products (name, minutes, price). Call it as soon as the caller wants "
          + "an appointment. If a list has one entry only, take it without asking.",
        [entity]),
      ActionRow(
        "getAgents", .reads,
        "Lists the people who take a kind of appointment. Ask with whom only if there is more than one. 'No preference' "
          + "means: send no agentId to getSlots.",
        [entity, type, product(.optional)]),
      ActionRow(
        "getProducts", .reads, isListed: false, "Lists the products of one kind of appointment.", [entity, type]),
      slots,
      ActionRow(
        "getRequiredInfo", .reads,
        "Says what must be asked before this product is booked. Call it after the caller chose a time, then ask for one "
          + "field after the other.",
        [product(.required)]),
      booking,
      ActionRow(
        "modifyAppointment", .writes,
        "Moves a booking to another free time. First findExistingUser and findExistingBooking, then getSlots with bookingId. "
          + "Say the new day and time and wait for a yes before you call it.",
        [
          bookingID(.required),
          ActionParameter(
            "slotIdOld", .id, from: .replies(["findExistingBooking"]), .required, "The booking's slotId."),
          ActionParameter("slotIdNew", .id, from: .replies(["getSlots"])),
          ActionParameter("start", .dateTime, from: .replies(["getSlots"]), .optional, "The new slot's start."),
        ]),
      ActionRow(
        "cancelAppointment", .cancels,
        "Cancels a booking. First findExistingUser and findExistingBooking. Say the day and time back and wait for a yes "
          + "before you call it.",
        [
          bookingID(.required),
          ActionParameter("slotId", .id, from: .replies(["findExistingBooking"]), .required, "The booking's slotId."),
          ActionParameter(
            "start", .dateTime, from: .replies(["findExistingBooking"]), .optional, "The booking's start."),
        ]),
      ActionRow(
        "findExistingUser", .reads,
        "Finds the caller among the people with bookings. Ask for last and first name, and send the caller's telephone number "
          + "if you know it. Several answers: ask for what tells them apart. An answer with match 'similar': ask back "
          + "before you use it.",
        [
          ActionParameter(
            "participant", .person(.sought), from: .caller, .required, "What the caller said of themselves.")
        ]),
      ActionRow(
        "findExistingBooking", .reads,
        "Lists a person's coming appointments. Call it with an id from findExistingUser before you move or cancel one.",
        [ActionParameter("id", .id, from: .replies(["findExistingUser"]), .required, "The person's id.")]),
    ]
  }

  private static var slots: ActionRow {
    ActionRow(
      "getSlots", .reads,
      "Lists free times. Call it once kind and product are known, and again for every other day, person or time that the "
        + "caller asks for. Only times that it returned are free. Offer at most three aloud. Nothing returned means that "
        + "nothing is free in that window: ask again with a later dateTime or more days.",
      [
        type, product(.required),
        ActionParameter(
          "agentId", .id, from: .replies(["getAgents"]), .optional, "Only if the caller wants that person."),
        ActionParameter(
          "dateTime", .dateTime, from: .caller, .optional,
          "From when: a day as YYYY-MM-DD, or a day and local time as YYYY-MM-DDTHH:MM, counted from the date that "
            + "getBusinessName gave. Left out: today."),
        ActionParameter(
          "timezone", .text, from: .platform, .optional, "The time zone in which to answer, like Europe/Berlin.",
          isForModels: false),
        ActionParameter(
          "days", .integer(from: 1, through: 60), from: .model, .optional,
          "How many days from dateTime on: 1 if the caller named a day, 14 for 'the next free time'."),
        ActionParameter(
          "limit", .integer(from: 1, through: nil), from: .model, .optional, "At most so many times. Use 6."),
        ActionParameter(
          "bookingId", .id, from: .replies(["findExistingBooking"]), .optional,
          "Only when moving a booking: its own time counts as free then."),
      ])
  }

  private static var booking: ActionRow {
    ActionRow(
      "bookAppointment", .writes,
      "Books. Call it once, after the caller said yes to day, time and person and everything that getRequiredInfo names is "
        + "known. Code slot_taken: offer its alternatives. Code missing_information: ask for its fields and call again. "
        + "Only an answer with status 'booked' is a booking.",
      [
        type, product(.required),
        ActionParameter(
          "slotId", .id, from: .replies(["getSlots"]), .optional, "May be left out where start is sent."),
        ActionParameter(
          "start", .dateTime, from: .replies(["getSlots"]), .requiredUnless("slotId"), "The slot's start."),
        ActionParameter(
          "agentId", .id, from: .replies(["getSlots"]), .optional,
          "The slot's agentId, if the caller wants that person."),
        ActionParameter("booker", .person(.booker), from: .caller, .optional, "Who is calling."),
        ActionParameter(
          "participant", .person(.participant), from: .caller, .optional,
          "Whom the appointment is for, if not for the caller."),
      ])
  }

  private static var entity: ActionParameter {
    ActionParameter(
      "entityId", .id, from: .address, .optional, "The business, where the address does not name it.",
      isForModels: false)
  }

  private static var type: ActionParameter {
    ActionParameter("appointmentTypeId", .id, from: .replies(["getAppointmentTypesWithProducts"]))
  }

  private static func product(_ need: ActionParameter.Need) -> ActionParameter {
    ActionParameter("productId", .id, from: .replies(["getAppointmentTypesWithProducts"]), need)
  }

  private static func bookingID(_ need: ActionParameter.Need) -> ActionParameter {
    ActionParameter("bookingId", .id, from: .replies(["findExistingBooking"]), need)
  }

  /// What a model should know before it calls anything.
  package static let instructions =
    "Books, moves and cancels appointments of one business. Ask getBusinessName first: it says what day it is. Copy ids from "
    + "replies; never make them up or speak them. Say nothing is booked, moved or cancelled before a reply says so."
}
