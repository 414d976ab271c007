// What a repair has to drop, what that means for the bookings that are left, and the words for it.

internal import DiaryFormat
internal import CivilTime
package import Diary

/// An event that is lost, as far as it can be told.
package struct Loss: Hashable, Sendable {
  /// What became of what it was about.
  package enum Outcome: Hashable, Sendable {
    /// A line behind it says all that it said, and more.
    case superseded
    /// What it freed, or moved away from, is held as before; a block holds what it took, if it took anything.
    case reappears(Occupation, block: Block?)
    /// A block holds its time.
    case held(Block)
    /// Nothing: it held nothing, or holds it still.
    case nothing
    /// It may have held time, and nobody can say which.
    case unknown
  }

  /// The line it stood in, as an editor counts them.
  package let line: Int
  /// What can be read of it; nil where nothing is left.
  let remains: LineRemains?
  package let outcome: Outcome
}

/// Judges what is lost by what is left.
struct LossJudge {
  /// What is left, of the ids that fragments name, in the order of the lines.
  private var left: [String: [(number: Int, kind: EventKind, occupation: Occupation)]] = [:]
  private var agents: Set<String>
  /// As long as the longest booking, and an hour at least, for one whose length cannot be read.
  private var longest = 3600
  private let fragments: [(fragment: LineFragment, remains: LineRemains)]
  /// Which is the last fragment that names an id.
  private var last: [String: Int] = [:]
  private let aids: RepairAids

  init(_ fragments: [(LineFragment, LineRemains)], _ aids: RepairAids) {
    self.fragments = fragments.filter { !$0.0.isLast || !$0.1.isNothing }.map { (fragment: $0.0, remains: $0.1) }
    self.aids = aids
    agents = aids.agents
    for (place, (_, remains)) in self.fragments.enumerated() {
      guard let id = remains.id else { continue }
      left[id] = []
      last[id] = place
    }
  }

  /// Learns what a line says that is left.
  mutating func learn(_ record: Record) {
    guard let occupation = record.event.occupation else { return }
    if let agent = occupation.agent { agents.insert(agent) }
    if occupation.product != nil {
      longest = max(longest, min(occupation.occupiedEnd.seconds(since: occupation.occupiedStart), 86_400))
    }
    left[occupation.bookingID]?.append((record.number, record.event.kind, occupation))
  }

  /// The lost events, in the order of the lines.
  func losses() -> [Loss] {
    fragments.indices.map { place in
      let (fragment, remains) = fragments[place]
      let isFollowed = remains.id.map { last[$0] != place } ?? false
      return Loss(line: fragment.line, remains: remains, outcome: outcome(fragment, remains, isFollowed))
    }
  }

  private func outcome(_ fragment: LineFragment, _ remains: LineRemains, _ isFollowed: Bool) -> Loss.Outcome {
    let states = remains.id.flatMap { left[$0] } ?? []
    if isFollowed || states.contains(where: { $0.number >= fragment.number }) { return .superseded }
    let before = states.last.flatMap { $0.kind.isLive ? $0.occupation : nil }
    switch remains.kind {
    case .forgotten: return .nothing
    case .cancelled, .unblocked: return before.map { .reappears($0, block: nil) } ?? .nothing
    case .booked, .moved, .blocked, nil: break
    }
    guard let block = block(fragment, remains) else { return before.map { .reappears($0, block: nil) } ?? .unknown }
    guard let before else { return .held(block) }
    let isSame = before.occupiedStart == block.start && before.occupiedEnd == block.end && before.agent == block.agent
    // What cannot be read may have been a cancellation.
    if isSame { return remains.kind == nil ? .reappears(before, block: nil) : .nothing }
    return .reappears(before, block: block)
  }

  /// A block of what the event took; nil where its time cannot be read.
  private func block(_ fragment: LineFragment, _ remains: LineRemains) -> Block? {
    guard let start = remains.start else { return nil }
    let end = remains.end?.adding(seconds: remains.after) ?? start.adding(seconds: longest)
    return Block(
      id: aids.newID(), agent: remains.agent.flatMap { agents.contains($0) ? $0 : nil },
      start: start.adding(seconds: -remains.before), end: end,
      reason: "to be settled: line \(fragment.line) of the bookings file was damaged")
  }
}

extension Loss {
  /// The block that holds its time; nil where none does.
  package var block: Block? {
    switch outcome {
    case .held(let block): block
    case .reappears(_, let block): block
    case .superseded, .nothing, .unknown: nil
    }
  }

  /// What was lost and what became of it, for a file shown by this name.
  func words(in file: String, _ aids: RepairAids) -> [String] {
    var facts = [remains?.kind?.rawValue ?? "an event"]
    if let start = remains?.start {
      facts.append(aids.words(start..<(remains?.end ?? start)))
    }
    if let agent = remains?.agent { facts.append("agent \(agent)") }
    if let person = remains?.person, !person.isEmpty { facts.append(person.joined(separator: " ")) }
    if facts.count == 1 { facts.append("nothing more can be read of it") }
    return ["\(file):\(line): lost: \(facts.joined(separator: ", "))"] + outcomeWords(aids).map { "  \($0)" }
  }

  private func outcomeWords(_ aids: RepairAids) -> [String] {
    switch outcome {
    case .superseded: return ["a line behind it says all that it said"]
    case .nothing: return ["no time was held by it alone"]
    case .unknown: return ["its time cannot be read, so nothing holds it: look at the copy"]
    case .held(let block): return [held(block, aids)]
    case .reappears(let before, let block):
      let place = "\(before.agent.map { "agent \($0), " } ?? "")\(aids.words(before.start..<before.end))"
      let again = "an older state of it counts again: \(before.bookingID), \(place)"
      return [again] + (block.map { [held($0, aids)] } ?? [])
    }
  }

  private func held(_ block: Block, _ aids: RepairAids) -> String {
    let whose = block.agent.map { "agent \($0)" } ?? "all agents"
    return "its time is blocked, to be settled: \(whose), \(aids.words(block.start..<block.end)) (\(block.id))"
  }
}
