// What tests do as the bot does it: nobody is named.

import CivilTime
import Diary
import DiaryFile

extension FileWriter {
  /// Appends an event of the bot's.
  mutating func append(_ event: Event, at instant: Instant) throws(FileError) {
    try append(event, at: instant, by: nil)
  }
}

extension FileStore {
  /// Forgets a person; nobody is named as who did it.
  func forget(person id: String, at instant: Instant) throws(FileError) -> ForgettingReport {
    try forget(person: id, at: instant, by: nil)
  }

  /// Forgets everybody whose time is over; nobody is named as who did it.
  func expire(before end: Instant, at instant: Instant) throws(FileError) -> ForgettingReport {
    try expire(before: end, at: instant, by: nil)
  }

  /// Restores a backup; nobody is named as who did it.
  func restore(_ path: String, at instant: Instant) throws(FileError) -> CareReport {
    try restore(path, at: instant, by: nil)
  }
}
