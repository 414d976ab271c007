// Where appointments may start (contract, section 3, grid): in steps from the start of each working window or, for a product
// with `starts`, at those times; and whether they fit in working time there.

import Business
import CivilTime

/// The grid of a product.
struct StartGrid {
  /// Seconds from one start to the next; above 0, and at most 48 hours.
  let step: Int
  /// How many seconds an appointment lasts.
  let duration: Int
  /// The times at which alone appointments start; nil where they start in steps through working time.
  let starts: WorkingHours?

  init(of product: Product) {
    // No window is longer than 48 hours: a longer step offers its start alone, as this one does.
    step = min(product.terms.slotInterval ?? product.duration, 172_800)
    duration = product.duration
    starts = product.starts
  }

  /// The same grid for appointments that take no time, which fit wherever somebody works.
  var withoutDuration: StartGrid { StartGrid(step: step, duration: 0, starts: starts) }

  private init(step: Int, duration: Int, starts: WorkingHours?) {
    self.step = step
    self.duration = duration
    self.starts = starts
  }

  /// The starts of the product's own among those asked about on a local day, in order, each once; nil where it has none
  /// of its own.
  func ownStarts(on day: LocalDate, from: Instant, until: Instant, by offsets: OffsetTable) -> [Instant]? {
    guard let starts else { return nil }
    var found: [Instant] = []
    // Windows of the day before may go on past midnight.
    for opening in [day.adding(days: -1), day] {
      let written = starts.windows(on: opening) ?? []
      var times = written.filter { $0.start == $0.end }.map { ($0.start, $0.end + 1) }
      times += DayWindows(opening, merging: written).windows.map { ($0.start, $0.end) }
      for (first, end) in times {
        forEachReading(from: first, to: end, of: opening) { reading in
          guard let start = offsets.resolve(reading).appointmentStart, start >= from, start < until else { return }
          found.append(start)
        }
      }
    }
    found.sort()
    var once: [Instant] = []
    for start in found where once.last != start { once.append(start) }
    return once
  }

  /// Calls `body` with each reading of the clock from one minute of a day up to another.
  private func forEachReading(from first: Int, to end: Int, of day: LocalDate, _ body: (LocalDateTime) -> Void) {
    let closed = LocalDateTime(date: day, minute: end).wallMilliseconds
    var reading = LocalDateTime(date: day, minute: first).wallMilliseconds
    while reading < closed {
      body(LocalDateTime(wallMilliseconds: reading))
      reading += Int64(step) * 1000
    }
  }
}

extension WorkingTime {
  /// Calls `body` with each start of a grid, among those asked about on a local day, at which an appointment fits in
  /// working time. Where windows overlap, a start may come twice.
  func forEachStart(of grid: StartGrid, on day: AskedDay, _ body: (Instant) -> Void) {
    guard let starts = day.ownStarts else {
      forEachSpan(on: day.own, after: day.before) { steps(in: $0, of: grid, on: day, body) }
      return
    }
    // Clocks may show the end of the day before a second time: its windows matter wherever they end.
    for windows in [day.before.within(own), day.own.within(own)] {
      windows.forEachSpan(by: offsets) { span in
        guard span.start < day.until, day.from < span.end else { return }
        var fit = Fit(in: span)
        for start in starts where span.start <= start && start < span.end {
          if fits(start, of: grid, in: &fit, on: day) { body(start) }
        }
      }
    }
  }

  /// Calls `body` with each start of the steps through one window.
  private func steps(in span: WorkingSpan, of grid: StartGrid, on day: AskedDay, _ body: (Instant) -> Void) {
    guard span.start < day.until, day.from < span.end else { return }
    let closed = LocalDateTime(date: span.day, minute: span.window.end).wallMilliseconds
    var reading = LocalDateTime(date: span.day, minute: span.window.start).wallMilliseconds
    let step = Int64(grid.step) * 1000
    if offsets.isConstant {
      let wanted = offsets.local(day.from).wallMilliseconds
      if wanted > reading { reading += (wanted - reading + step - 1) / step * step }
    }
    var fit = Fit(in: span)
    while reading < closed {
      let start = offsets.resolve(LocalDateTime(wallMilliseconds: reading)).appointmentStart
      reading += step
      guard let start, start >= day.from, start < day.until else { continue }
      if fits(start, of: grid, in: &fit, on: day) { body(start) }
    }
  }

  /// What is known of the working time from a window on.
  private struct Fit {
    let span: WorkingSpan
    /// Until when work goes on.
    var end: Instant
    /// Whether the windows after this one are counted in.
    var isExtended = false

    init(in span: WorkingSpan) {
      self.span = span
      end = span.end
    }
  }

  /// Whether an appointment that starts in a window ends before work does.
  private func fits(_ start: Instant, of grid: StartGrid, in fit: inout Fit, on day: AskedDay) -> Bool {
    let finish = start.adding(seconds: grid.duration)
    if finish > fit.end, !fit.isExtended {
      fit.end = end(after: fit.span, on: day, enough: fit.span.end.adding(seconds: grid.duration))
      fit.isExtended = true
    }
    return finish <= fit.end
  }
}
