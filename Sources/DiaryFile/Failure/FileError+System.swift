// What a system call that failed means for the bookings file.

internal import System

extension FileError {
  /// A system call for this purpose failed.
  init(_ operation: Operation, _ error: SystemError) {
    self = error.meansFull ? .full(operation, code: error.code) : .unavailable(operation, code: error.code)
  }

  /// The same failure of a change that could not be taken back.
  var asUnknownOutcome: FileError {
    switch self {
    case .full(let operation, let code), .unavailable(let operation, let code):
      .unknownOutcome(operation, code: code)
    case .busy, .unindexed, .refused, .damaged, .unknownOutcome, .unwritable, .vanishing, .missing, .taken: self
    }
  }
}

/// Makes a system call for a purpose, again where a signal interrupts it.
func attempt<Result>(
  _ operation: Operation, _ call: () throws(SystemError) -> Result
) throws(FileError) -> Result {
  do throws(SystemError) {
    return try retrying(call)
  } catch {
    throw FileError(operation, error)
  }
}
