// Whether a history of calls is linearisable: whether there is an order of all calls that agrees with their times, in
// which each answer is the right one for a diary of single places. It knows nothing of the program but that.
//
// The bookings file gives the order of the changes; that it is one is checked like everything else. A change is
// somewhere between the beginning and the end of its call, so the file must not have two changes in another order
// than the calls had that did not overlap. A call that changes nothing (a look, a refusal) has to fit between two
// changes; of the places where it fits, the first that is not before where an earlier call of anybody was put is as
// good as any, so taking it decides.

import Foundation
import JSON
import ProgramSupport

/// A call that one caller made.
package struct HistoryCall: Sendable {
  package enum Kind: Sendable {
    /// Books a place with an agent, or with any (`_`).
    case book(agent: String, hour: Int)
    case move(id: String, agent: String, hour: Int)
    case cancel(id: String)
    /// Asks for the free hours of an agent, or of any (`_`).
    case look(agent: String)
  }
  package var caller: Int
  package var kind: Kind
  package var began: ContinuousClock.Instant
  package var ended: ContinuousClock.Instant
  package var reply: FaultReply
  /// The first process that was asked was killed; what it did counts as the caller's doing.
  package var wasKilled: Bool

  package init(
    caller: Int, kind: Kind, began: ContinuousClock.Instant, ended: ContinuousClock.Instant, reply: FaultReply,
    wasKilled: Bool = false
  ) {
    self.caller = caller
    self.kind = kind
    self.began = began
    self.ended = ended
    self.reply = reply
    self.wasKilled = wasKilled
  }

  package var name: String {
    switch kind {
    case .book: "book"
    case .move: "move"
    case .cancel: "cancel"
    case .look: "look"
    }
  }
}

/// All calls, and the changes in the order of the file.
package struct History: Sendable {
  package var calls: [HistoryCall]
  package var events: [FaultLedger.Event]

  /// A history with both members given.
  package init(calls: [HistoryCall], events: [FaultLedger.Event]) {
    self.calls = calls
    self.events = events
  }

  /// How often what happened.
  package var summary: [String: Int] {
    calls.reduce(into: [:]) { $0["\($1.name) \($1.reply.code ?? "done")", default: 0] += 1 }
  }

  /// What is wrong with it; nothing if it is linearisable.
  package func complaints() -> [String] {
    var complaints: [String] = []
    let changes = orderedChanges(&complaints)
    guard complaints.isEmpty else { return complaints }
    complaints += contradictions(of: changes)
    let states = states(&complaints)
    guard complaints.isEmpty else { return complaints }
    complaints += misfits(changes, states)
    return complaints
  }

  /// The call of each event, in the order of the file; each change that was answered is one event, and each event was
  /// answered.
  private func orderedChanges(_ complaints: inout [String]) -> [HistoryCall] {
    var open: [String: [HistoryCall]] = [:]
    for call in calls where call.reply.code == nil {
      if let event = call.event { open["\(event)", default: []].append(call) }
    }
    var changes: [HistoryCall] = []
    for event in events {
      // The same change of one booking may come again later; its calls are one caller's, so they are in order.
      guard var candidates = open["\(event)"], !candidates.isEmpty else {
        complaints.append("in the file but not answered: \(event)")
        continue
      }
      changes.append(candidates.removeFirst())
      open["\(event)"] = candidates
    }
    for (event, rest) in open where !rest.isEmpty { complaints.append("answered but not in the file: \(event)") }
    return changes
  }

  /// Changes that the file has in another order than their calls had.
  private func contradictions(of changes: [HistoryCall]) -> [String] {
    var complaints: [String] = []
    var latestBeginning: ContinuousClock.Instant?
    for (index, call) in changes.enumerated() {
      if let latestBeginning, call.ended < latestBeginning {
        complaints.append("event \(index) ended before one that stands before it began")
      }
      latestBeginning = max(latestBeginning ?? call.began, call.began)
    }
    return complaints
  }

  /// The diary before the first event and after each: who holds which place.
  private func states(_ complaints: inout [String]) -> [[String: String]] {
    var holders: [String: String] = [:]
    var places: [String: String] = [:]
    var states = [holders]
    for event in events {
      if let old = places[event.booking] { holders[old] = nil }
      places[event.booking] = event.place
      if let place = event.place, let other = holders.updateValue(event.booking, forKey: place) {
        complaints.append("\(place) is held by \(other) and by \(event.booking)")
      }
      states.append(holders)
    }
    return states
  }

  /// Calls without a change for which there was no moment at which their answer was right.
  private func misfits(_ changes: [HistoryCall], _ states: [[String: String]]) -> [String] {
    let answered = Set(changes.map(\.key))
    let looks = calls.filter { !answered.contains($0.key) && $0.reply.code != "busy" }
    // When the first of the changes from here on ended, and when the last up to here began: both only grow.
    var firstEnds = changes.map(\.ended)
    for index in firstEnds.indices.dropLast().reversed() {
      firstEnds[index] = min(firstEnds[index], firstEnds[index + 1])
    }
    var lastBeginnings = changes.map(\.began)
    for index in lastBeginnings.indices.dropFirst() {
      lastBeginnings[index] = max(lastBeginnings[index], lastBeginnings[index - 1])
    }
    var complaints: [String] = []
    var placed: [HistoryCall.Key: Int] = [:]
    var ended = looks.sorted { $0.ended < $1.ended }[...]
    var earlier = 0
    for call in looks.sorted(by: { $0.began < $1.began }) {
      while let other = ended.first, other.ended < call.began {
        earlier = max(earlier, placed[other.key] ?? 0)
        ended.removeFirst()
      }
      // After every change that ended before it began, before every change that began after it ended.
      let first = firstEnds.count(whileLeading: { $0 < call.began })
      let last = lastBeginnings.count(whileLeading: { $0 <= call.ended })
      let candidates = stride(from: max(first, earlier), through: last, by: 1)
      guard let state = candidates.first(where: { call.isRight(in: states[$0]) }) else {
        complaints.append("\(call.name) of caller \(call.caller), \(call.kind), answered \(call.reply.code ?? "done")")
        continue
      }
      placed[call.key] = state
    }
    return complaints
  }
}

extension [ContinuousClock.Instant] {
  /// How many satisfy a condition that no element does behind one that does not.
  fileprivate func count(whileLeading satisfies: (ContinuousClock.Instant) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if satisfies(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension HistoryCall {
  /// What tells the call from every other: a caller does one thing at a time.
  fileprivate struct Key: Hashable {
    package var caller: Int
    package var began: ContinuousClock.Instant
  }
  fileprivate var key: Key { Key(caller: caller, began: began) }

  /// The change that the answer says happened.
  fileprivate var event: FaultLedger.Event? {
    switch kind {
    case .book, .move: reply["id"].map { FaultLedger.Event(booking: $0, place: reply.place) }
    case .cancel: reply["id"].map { FaultLedger.Event(booking: $0, place: nil) }
    case .look: nil
    }
  }

  /// Whether the answer, which changed nothing, is right for a diary.
  fileprivate func isRight(in holders: [String: String]) -> Bool {
    func isTaken(_ agent: String, _ hour: Int) -> Bool {
      (agent == "_" ? ["ada", "ben"] : [agent]).allSatisfy { holders["\($0) \(FaultScene.start(hour))"] != nil }
    }
    switch (kind, reply.code) {
    case (.book(let agent, let hour), "slot_taken"): return isTaken(agent, hour)
    case (.move(_, let agent, let hour), "slot_taken"): return isTaken(agent, hour)
    case (.look(let agent), nil):
      let free = (0..<24).filter { !isTaken(agent, $0) }.map { "\(agent) \(FaultScene.start($0))" }
      return reply.ids.map(FaultLedger.place(ofSlot:)) == free
    default: return false
    }
  }
}
