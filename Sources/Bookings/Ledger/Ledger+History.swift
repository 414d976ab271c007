// Everything that ever happened, for people's lists and exports. It costs a reading of the whole file, so no request
// asks for it: those have the questions in Ledger.swift.

public import CivilTime

/// One line of the bookings file.
public struct HistoricEvent: Hashable, Sendable {
  /// The line's number in the file, from 1; the first event has 2.
  public var line: Int
  /// When it happened.
  public var at: Instant
  /// What happened.
  public var event: Event

  /// An event with every member given.
  public init(line: Int, at: Instant, event: Event) {
    self.line = line
    self.at = at
    self.event = event
  }
}

extension Ledger {
  /// Gives every event of the file to `body`, oldest first, one at a time. What a crash left of an append that was
  /// never acknowledged is left out; fails with `damaged` at the first line that does not prove itself.
  public func history(
    _ body: (HistoricEvent) throws(StorageError) -> Void
  ) throws(StorageError) {
    _ = try source.allLines?.visit { (place, line) throws(StorageError) in
      guard let record = Record(line: line) else { throw .damaged(line: place.number, .content) }
      try body(HistoricEvent(line: place.number, at: record.at, event: record.event))
      return true
    }
  }
}
