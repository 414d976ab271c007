// Texts of the page that have a number, a name or a code in them.

internal import CivilTime
internal import Diary
internal import People

extension CounterWords {
  private var isGerman: Bool { diary.language == .german }

  /// `30 min`.
  func minutes(_ count: Int) -> String { "\(count) min" }

  /// What somebody is called, or that it is not known any more.
  func name(_ person: Person) -> String { person.displayName ?? forgotten }

  /// `10 min before`, `+ 10 min`, or both; empty where nothing is kept free.
  func buffers(before: Int, after: Int) -> String {
    let words = [
      before > 0 ? "\(before) min \(isGerman ? "davor" : "before")" : nil, after > 0 ? "+ \(after) min" : nil,
    ]
    return words.compactMap { $0 }.joined(separator: ", ")
  }

  /// What is kept free around an entry.
  func buffers(_ entry: AgendaEntry) -> String {
    buffers(
      before: entry.time.lowerBound.seconds(since: entry.occupied.lowerBound) / 60,
      after: entry.occupied.upperBound.seconds(since: entry.time.upperBound) / 60)
  }

  /// What is kept free around an appointment.
  func buffers(_ booking: Booking) -> String {
    buffers(before: booking.bufferBefore / 60, after: booking.bufferAfter / 60)
  }

  /// A birth date as it is recorded, with the age: `15 March 1980 (46)`.
  func birthDate(_ text: String, today: LocalDate) -> String {
    guard let date = LocalDate(text: text) else { return text }
    let (born, now) = (date.components, today.components)
    let age = now.year - born.year - ((now.month, now.day) < (born.month, born.day) ? 1 : 0)
    return age < 0 ? diary.date(date) : "\(diary.date(date)) (\(age))"
  }

  /// What is wrong with a field of a type (`text`, `date`, `phone`, `email` or `number`).
  func unreadableField(_ type: String) -> String {
    switch type {
    case "phone": unreadablePhone
    case "email": unreadableEmail
    case "date": unreadableDate
    case "number": unreadableNumber
    default: unreadableText
    }
  }

  /// Why the webhook refused, by its code.
  func refusal(_ code: String) -> String {
    switch code {
    case "slot_taken": slotTaken
    case "too_soon": tooSoon
    case "too_far": tooFar
    case "too_many": tooMany
    case "too_late": tooLate
    case "booking_changed", "slot_mismatch", "unknown_slot": bookingChanged
    case "booking_cancelled": alreadyCancelled
    default: notDone
    }
  }

  /// What was done, by the word in an address; nil for a word that no form leads to.
  func done(_ word: String) -> String? {
    switch word {
    case "booked": doneBooked
    case "series": doneSeries
    case "seriesPart": doneSeriesPart
    case "repeated": doneRepeated
    case "moved": doneMoved
    case "cancelled": doneCancelled
    case "blocked": doneBlocked
    case "already": doneAlready
    case "unblocked": doneUnblocked
    case "unblockedBefore": doneUnblockedBefore
    default: nil
    }
  }

  /// Of how many bookings personal data was removed.
  func wasForgotten(_ bookings: Int) -> String {
    isGerman
      ? "Persönliche Daten aus \(bookings) Buchungen entfernt"
      : "Personal data removed from \(Wording.count(bookings, "booking"))"
  }

  /// How much of a history is shown.
  func newestFirst(_ most: Int) -> String {
    isGerman ? "Die letzten \(most) Ereignisse, das neueste zuerst." : "The last \(most) events, newest first."
  }
}
