// A zone's offsets over a stretch of time, as a plain value: asking libc costs thousands of instructions a time,
// so a request asks once for the days it is about and does its arithmetic here.

internal import Basics

/// The spans of constant offset of a zone from one instant to another.
///
/// Questions about times outside the stretch are passed on to the zone: dearer, never wrong.
package struct OffsetTable: Sendable {
  /// The zone whose offsets these are.
  package let zone: Zone
  /// The stretch for which the table answers by itself, both ends included.
  package let covered: ClosedRange<Instant>
  /// When each span of constant offset starts, in seconds since the epoch; the first starts with the stretch. Integers,
  /// because the runtime knows lists of them already: setting up one of a type of its own costs more than all else here.
  let starts: [Int]
  /// The offset of each span, in seconds east of UTC.
  let offsets: [Int]

  /// How far, in milliseconds, a reading taken as UTC may lie from the instants it names: 26 hours, as far as TZif
  /// (RFC 9636) allows.
  static let margin: Int64 = 93_600_000

  /// How far apart the zone is probed, in seconds. The shortest time between two changes of any zone in the system's
  /// database between 1970 and 2100 is over twice as long, a little less than seven days (the tests look).
  static let probeDistance: Int64 = 3 * 86_400

  /// Whether the offset is the same throughout the covered stretch.
  package var isConstant: Bool { starts.count == 1 }

  /// Probes the zone every few days and finds a change between two probes by bisection, to the second. It would miss an
  /// offset that comes and goes again between two probes.
  init(zone: Zone, from: Instant, through: Instant) {
    let first = from.seconds
    let last = max(first, through.seconds)
    var offset = zone.offset(at: Instant(seconds: first))
    var starts = [Int(first)]
    var offsets = [offset]
    var probe = first
    while probe < last {
      let next = min(last, probe + OffsetTable.probeDistance)
      let there = zone.offset(at: Instant(seconds: next))
      while offset != there {
        // `same` still has the offset, `other` has not.
        var same = probe
        var other = next
        while other - same > 1 {
          let middle = same + (other - same) / 2
          if zone.offset(at: Instant(seconds: middle)) == offset { same = middle } else { other = middle }
        }
        offset = zone.offset(at: Instant(seconds: other))
        starts.append(Int(other))
        offsets.append(offset)
        probe = other
      }
      probe = next
    }
    self.zone = zone
    self.starts = starts
    self.offsets = offsets
    self.covered = Instant(seconds: first)...Instant(seconds: last).adding(milliseconds: 999)
  }

  /// Seconds that local clocks are ahead of UTC at an instant.
  package func offset(at instant: Instant) -> Int {
    guard covered.contains(instant) else { return zone.offset(at: instant) }
    // The last span that has begun; the first one begins with the stretch.
    let next = (1..<starts.count).firstByHalves { start(of: $0) > instant }
    return offsets[next - 1]
  }

  /// What a local wall clock shows at an instant.
  package func local(_ instant: Instant) -> LocalDateTime {
    LocalDateTime(wallMilliseconds: instant.milliseconds + Int64(offset(at: instant)) * 1000)
  }

  /// The instants at which a local wall clock shows a reading.
  package func resolve(_ local: LocalDateTime) -> LocalResolution {
    let wall = local.wallMilliseconds
    guard wall - OffsetTable.margin >= covered.lowerBound.milliseconds,
      wall + OffsetTable.margin <= covered.upperBound.milliseconds
    else { return zone.resolve(local) }
    return resolve(wallMilliseconds: wall)
  }

  /// The first instant whose local date is `day` or a later one: local midnight, or, where clocks skip midnight, the
  /// instant at which they do. A day that clocks skip whole starts when the next one does.
  package func startOfDay(_ day: LocalDate) -> Instant {
    resolve(LocalDateTime(date: day, millisecondOfDay: 0)).windowStart
  }

  private func start(of span: Int) -> Instant { Instant(seconds: Int64(starts[span])) }

  /// Resolves by this table's spans alone; the first is taken to have begun long ago and the last not to end.
  func resolve(wallMilliseconds wall: Int64) -> LocalResolution {
    if isConstant { return .unique(Instant(milliseconds: wall - Int64(offsets[0]) * 1000)) }
    var first: Instant?
    var latest: Instant?
    var jump = start(of: 0)
    for span in starts.indices {
      let instant = Instant(milliseconds: wall - Int64(offsets[span]) * 1000)
      if span > 0, instant < start(of: span) {
        // Clocks jump over the reading where it comes too late for the span before and too early for this one.
        if wall - Int64(offsets[span - 1]) * 1000 >= start(of: span).milliseconds { jump = start(of: span) }
        continue
      }
      if span + 1 < starts.count, instant >= start(of: span + 1) { continue }
      if first == nil { first = instant }
      latest = instant
    }
    guard let first, let latest else { return .gap(jump) }
    return first == latest ? .unique(first) : .fold(first: first, second: latest)
  }
}
