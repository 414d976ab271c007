// What an export goes through: the diary twice, one booking at a time, so that its length does not matter. First what
// is to be known beforehand is gathered, then the file is written.

internal import Diary
internal import DiaryFile
internal import CivilTime
internal import People

/// The bookings and blocks that an export is about.
struct ExportSource {
  let range: Range<Instant>

  /// Gives each booking and block that ever lay in the range to `body`, with its place, in the order in which they were
  /// made.
  func visit<View: DiaryView>(
    _ view: View, _ body: (ItemHistory, UInt64) throws(View.Failure) -> Void
  ) throws(View.Failure) {
    try ItemHistory.visit(view) { (item, place) throws(View.Failure) in
      if item.touches(range) { try body(item, place) }
    }
  }
}

/// What has to be known before the first line is written.
struct ExportSummary {
  /// The fields of people, in the order in which they were met.
  private(set) var fields = ["firstname", "lastname", "phone"]
  /// Whether the agent asked for had ever anything to do.
  private(set) var hasAgent = false
  /// From the first start to the last end of what a calendar shows.
  private(set) var reach: Range<Instant>?
  /// Where the rows of a table are, and their starts: 16 bytes each.
  private var rows: [(start: Instant, place: UInt64)] = []
  private let agent: String?
  private let range: Range<Instant>

  /// A summary of nothing yet, for an agent or all.
  init(of agent: String?, in range: Range<Instant>) {
    self.agent = agent
    self.range = range
  }

  /// The places of the rows of a table, by start.
  var places: [UInt64] { rows.sorted { ($0.start, $0.place) < ($1.start, $1.place) }.map(\.place) }

  /// Takes in the next booking or block.
  mutating func add(_ item: ItemHistory, at place: UInt64) {
    if item.states.contains(where: { $0.agent == agent }) { hasAgent = true }
    if let time = item.state(for: agent)?.time {
      reach =
        min(
          reach?.lowerBound ?? time.lowerBound, time.lowerBound)..<max(
          reach?.upperBound ?? time.upperBound, time.upperBound)
    }
    guard case .booking(let booking) = item.present, agent == nil || booking.agent.id == agent,
      item.present.time.overlaps(range)
    else { return }
    rows.append((booking.start, place))
    for attribute in booking.participant.attributes + booking.booker.attributes where !fields.contains(attribute.name) {
      fields.append(attribute.name)
    }
  }
}

/// A text that is written piece by piece.
struct GrowingOutput {
  private let output: Output
  private var text = ""
  private var failure: OutputFailure?

  init(_ output: Output) { self.output = output }

  /// Adds to the text. Once writing has failed nothing more is written.
  mutating func add(_ more: String) {
    text += more
    if text.utf8.count > 1 << 16 { flush() }
  }

  /// Writes what is left; fails where anything could not be written.
  mutating func finish() throws(OutputFailure) {
    flush()
    if let failure { throw failure }
  }

  private mutating func flush() {
    guard failure == nil else { return }
    do throws(OutputFailure) {
      try output.writeData(text)
    } catch {
      failure = error
    }
    text.removeAll(keepingCapacity: true)
  }
}

extension DiaryStore {
  /// The diary as it is now, with an index, which is made where one is wanting: every booking is looked up.
  func readIndexed() throws(Failure) -> View {
    let view = try read()
    guard let upkeep = view.upkeep else { return view }
    upkeep()
    return try read()
  }
}
