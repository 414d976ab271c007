// A zone's offsets over a stretch of time, as a plain value: asking libc costs thousands of instructions a time,
// so a request asks once for the days it is about and does its arithmetic here.

/// The spans of constant offset of a zone from one instant to another.
///
/// Questions about times outside the stretch are passed on to the zone: dearer, never wrong.
public struct OffsetTable: Sendable {
  /// A span of constant offset; it lasts until the next one starts.
  struct Span: Sendable {
    /// The first instant of the span; that of the first span is the table's own start.
    var start: Instant
    /// Seconds east of UTC.
    var offset: Int
  }

  /// The zone whose offsets these are.
  public let zone: Zone
  /// The stretch for which the table answers by itself, both ends included.
  public let covered: ClosedRange<Instant>
  let spans: [Span]

  /// How far, in milliseconds, a reading taken as UTC may lie from the instants it names: 26 hours, as far as TZif
  /// (RFC 9636) allows.
  static let margin: Int64 = 93_600_000

  /// Whether the offset is the same throughout the covered stretch.
  public var isConstant: Bool { spans.count == 1 }

  /// Probes the zone once a day and finds each change between two probes by bisection, to the second. It
  /// misses an offset that comes and goes again within one day; no zone of the system's database has one between
  /// 1970 and 2100 (the tests look).
  init(zone: Zone, from: Instant, through: Instant) {
    let first = from.seconds
    let last = max(first, through.seconds)
    var offset = zone.offset(at: Instant(seconds: first))
    var spans = [Span(start: Instant(seconds: first), offset: offset)]
    var probe = first
    while probe < last {
      let next = min(last, probe + 86_400)
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
        spans.append(Span(start: Instant(seconds: other), offset: offset))
        probe = other
      }
      probe = next
    }
    self.zone = zone
    self.spans = spans
    self.covered = Instant(seconds: first)...Instant(seconds: last).adding(milliseconds: 999)
  }

  /// Seconds that local clocks are ahead of UTC at an instant.
  public func offset(at instant: Instant) -> Int {
    guard covered.contains(instant) else { return zone.offset(at: instant) }
    var low = 0
    var high = spans.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if spans[middle].start <= instant { low = middle } else { high = middle }
    }
    return spans[low].offset
  }

  /// What a local wall clock shows at an instant.
  public func local(_ instant: Instant) -> LocalDateTime {
    LocalDateTime(wallMilliseconds: instant.milliseconds + Int64(offset(at: instant)) * 1000)
  }

  /// The instants at which a local wall clock shows a reading.
  public func resolve(_ local: LocalDateTime) -> LocalResolution {
    let wall = local.wallMilliseconds
    guard wall - OffsetTable.margin >= covered.lowerBound.milliseconds,
      wall + OffsetTable.margin <= covered.upperBound.milliseconds
    else { return zone.resolve(local) }
    return resolve(wallMilliseconds: wall)
  }

  /// The first instant whose local date is `day` or a later one: local midnight, or, where clocks skip midnight, the
  /// instant at which they do. A day that clocks skip whole starts when the next one does.
  public func startOfDay(_ day: LocalDate) -> Instant {
    resolve(LocalDateTime(date: day, millisecondOfDay: 0)).windowStart
  }

  /// Resolves by this table's spans alone; the first is taken to have begun long ago and the last not to end.
  func resolve(wallMilliseconds wall: Int64) -> LocalResolution {
    if spans.count == 1 { return .unique(Instant(milliseconds: wall - Int64(spans[0].offset) * 1000)) }
    var first: Instant?
    var latest: Instant?
    var jump = spans[0].start
    for (index, span) in spans.enumerated() {
      let instant = Instant(milliseconds: wall - Int64(span.offset) * 1000)
      if index > 0, instant < span.start {
        // Clocks jump over the reading where it comes too late for the span before and too early for this one.
        if wall - Int64(spans[index - 1].offset) * 1000 >= span.start.milliseconds { jump = span.start }
        continue
      }
      if index + 1 < spans.count, instant >= spans[index + 1].start { continue }
      if first == nil { first = instant }
      latest = instant
    }
    guard let first, let latest else { return .gap(jump) }
    return first == latest ? .unique(first) : .fold(first: first, second: latest)
  }
}
