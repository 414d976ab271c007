// Which problem of a request each failure of a diary is.

internal import Business
internal import Diary

extension Problem {
  /// The problem that a failure of a business's diary is.
  init(_ failure: some DiaryFailure, of business: Identifier) {
    let logLine = failure.logLine(of: business)
    switch failure.fault {
    case .busy: self = .busy(logLine: logLine)
    case .full: self = .storageFull(logLine: logLine)
    case .unavailable, .unknownOutcome: self = .storageUnavailable(logLine: logLine)
    case .damaged(let number): self = .damagedBookings(business, line: number, logLine: logLine)
    case .unwritable, .misconfigured: self = .internalFault(logLine)
    }
  }
}
