// Who looks on while the slot engine decides about each start. A request looks on with nothing and stops at the first
// thing that stands against a start; an explanation (SlotExplanation.swift) hears of everything. Openings has the rules.

import Business
import CivilTime

/// Looks on while starts are decided about.
protocol SlotWatch {
  /// Calls `body` with each start of an agent to decide about on a local day.
  func forEachStart(
    of grid: StartGrid, of agent: Identifier, in time: WorkingTime, on day: AskedDay, _ body: (Instant) -> Void)

  /// Whether the decision goes on after a check that `holds` or does not, and what stands against the start where it does
  /// not.
  func passes(_ holds: Bool, _ obstacle: @autoclosure () -> Obstacle) -> Bool

  /// Whether nothing stood against the start.
  var isOpen: Bool { get }
}

/// What stands against a start, as the slot engine knows it.
enum Obstacle {
  /// The session that the appointment would join has no place left.
  case full(Session)
  /// Something but this session takes part of the agent's time.
  case occupied(AgentTime, apartFrom: Session?)
  /// The need with this place has too few units throughout a time, this session's own use aside.
  case resource(Int, TimeSpan, apartFrom: Session?)
  /// The day has as many sessions as the agent or the product may have.
  case limits(DayLoad)
}

/// Nobody looks on.
struct Unwatched: SlotWatch {
  @inline(__always) func forEachStart(
    of grid: StartGrid, of agent: Identifier, in time: WorkingTime, on day: AskedDay, _ body: (Instant) -> Void
  ) {
    time.forEachStart(of: grid, on: day, body)
  }

  @inline(__always) func passes(_ holds: Bool, _ obstacle: @autoclosure () -> Obstacle) -> Bool { holds }

  var isOpen: Bool { true }
}
