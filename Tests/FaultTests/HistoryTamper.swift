// A small good history, and ways to spoil it: what the checker of histories is tried on.

import FaultSupport
import Foundation
import JSON
import ProgramSupport

/// A way in which storage could be wrong.
enum HistoryTamper: CaseIterable, Sendable {
  /// A change that was acknowledged is not there.
  case lost
  /// There is a change that nobody asked for.
  case phantom
  /// A place is held twice.
  case doubled
  /// The file has two changes in another order than they happened.
  case swapped
  /// A look shows what was no longer so when it began.
  case stale
  /// A look shows a move half done.
  case halfMove
  /// Somebody is refused a place that was free all the time.
  case refusedForNothing
  /// Of two looks, one after the other, the later shows the older state.
  case backwards
}

extension History {
  private static let origin = ContinuousClock.now

  private static func call(
    _ kind: HistoryCall.Kind, from began: Int, to ended: Int, _ reply: String
  ) -> HistoryCall {
    HistoryCall(
      caller: began, kind: kind, began: origin + .seconds(began), ended: origin + .seconds(ended),
      reply: answer(reply))
  }

  private static func answer(_ text: String) -> FaultReply {
    FaultReply(value: (try? JSONValue(parsing: Array(text.utf8))) ?? .null)
  }

  private static func booking(_ id: String, _ agent: String, _ hour: Int) -> String {
    #"{"id":"\#(id)","slotId":"\#(FaultScene.slot(agent, hour))"}"#
  }

  private static func free(_ agent: String, without hours: Set<Int>) -> String {
    let slots = (0..<24).filter { !hours.contains($0) }.map { #"{"id":"\#(FaultScene.slot(agent, $0))"}"# }
    return "[\(slots.joined(separator: ","))]"
  }

  private static func place(_ agent: String, _ hour: Int) -> String { "\(agent) \(FaultScene.start(hour))" }

  private static let taken = #"{"code":"slot_taken","status":409}"#

  /// Two bookings, one of which is moved while two callers look, then cancelled.
  static let example = History(
    calls: [
      call(.book(agent: "ada", hour: 9), from: 0, to: 2, booking("a", "ada", 9)),
      call(.book(agent: "_", hour: 9), from: 1, to: 3, booking("b", "ben", 9)),
      call(.book(agent: "ada", hour: 9), from: 4, to: 5, taken),
      call(.move(id: "a", agent: "ada", hour: 10), from: 10, to: 20, booking("a", "ada", 10)),
      call(.look(agent: "ada"), from: 11, to: 13, free("ada", without: [9])),
      call(.look(agent: "ada"), from: 15, to: 17, free("ada", without: [10])),
      call(.cancel(id: "a"), from: 30, to: 31, booking("a", "ada", 10)),
      call(.look(agent: "ada"), from: 32, to: 33, free("ada", without: [])),
    ],
    events: [
      .init(booking: "a", place: place("ada", 9)), .init(booking: "b", place: place("ben", 9)),
      .init(booking: "a", place: place("ada", 10)), .init(booking: "a", place: nil),
    ])

  /// The history, spoilt.
  func tampered(_ tamper: HistoryTamper) -> History {
    var history = self
    switch tamper {
    case .lost: history.events.remove(at: 1)
    case .phantom: history.events.append(.init(booking: "c", place: Self.place("ben", 11)))
    case .doubled:
      history.calls.append(Self.call(.book(agent: "ben", hour: 9), from: 40, to: 41, Self.booking("c", "ben", 9)))
      history.events.append(.init(booking: "c", place: Self.place("ben", 9)))
    case .swapped: history.events.swapAt(1, 2)
    case .stale:
      history.calls[7].reply = Self.answer(Self.free("ada", without: [10]))
    case .halfMove:
      history.calls[4].reply = Self.answer(Self.free("ada", without: [9, 10]))
    case .refusedForNothing:
      history.calls.append(Self.call(.book(agent: "ben", hour: 12), from: 40, to: 41, Self.taken))
    case .backwards:
      let first = history.calls[4].reply
      history.calls[4].reply = history.calls[5].reply
      history.calls[5].reply = first
    }
    return history
  }
}
