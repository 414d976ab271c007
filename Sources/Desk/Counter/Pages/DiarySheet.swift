// One sheet of the diary on the page: as the agenda draws it, and every entry a link. Where a thing stands is said by
// classes, whose rules go into the page's one style sheet: its policy allows no style elsewhere.

internal import Business
internal import CivilTime
internal import Diary
internal import People
internal import Scheduling

/// Rules of style for places on sheets, each once.
struct SheetRules {
  private(set) var text = ""
  private var known: Set<String> = []

  /// The class with a rule.
  mutating func use(_ name: String, _ rule: String) -> String {
    if known.insert(name).inserted { text += ".\(name){\(rule)}" }
    return name
  }
}

/// A section of the page.
struct DiarySheet {
  let desk: CounterDesk
  let query: DiaryQuery
  let agenda: Agenda
  let free: FreeTimes?
  let sheet: Sheet
  let number: Int

  /// The section.
  func markup(_ rules: inout SheetRules) -> HTML {
    let remark = sheet.remark.isEmpty ? HTML.nothing : " <small>\(sheet.remark)</small>"
    var columns: [HTML] = []
    for (place, column) in sheet.columns.enumerated() { columns.append(self.column(column, place: place + 1, &rules)) }
    let heights = zip(sheet.positions, sheet.positions.dropFirst()).map {
      " minmax(calc(\(min($1 - $0, 90))*var(--minute)),auto)"
    }.joined()
    let grid = rules.use("g\(number)", "--columns:\(sheet.columns.count);grid-template-rows:auto\(heights)")
    return """
      <section class="sheet\(" many", if: sheet.columns.count > 4)" aria-labelledby="s\(number)">
      <h2 id="s\(number)"\(" class=\"hidden\"", if: !query.isWeek)>\(HTML.name(sheet.title))\(remark)</h2>
      <div class="grid \(grid)">
      \(hours(&rules))\(columns)</div>
      </section>

      """
  }

  /// Lines and labels of the hours; a screen reader has the times in the lists.
  private func hours(_ rules: inout SheetRules) -> HTML {
    var hours: [HTML] = []
    for row in sheet.positions.indices where sheet.isHour[row] {
      let isLast = row == sheet.positions.count - 1
      let place = rules.use("h\(isLast ? row + 1 : row + 2)", "grid-row:\(isLast ? row + 1 : row + 2)")
      hours.append(
        "<div class=\"hour\(" last", if: isLast) \(place)\" aria-hidden=\"true\"><span>\(sheet.labels[row])</span></div>\n"
      )
    }
    return HTML(joining: hours)
  }

  private func column(_ column: SheetColumn, place: Int, _ rules: inout SheetRules) -> HTML {
    let id = "s\(number)c\(place)"
    let remark = column.remark ?? column.hours
    let small = remark.isEmpty ? HTML.nothing : " <small>\(remark)</small>"
    var shades: [HTML] = []
    for idle in column.idle {
      shades.append("<div class=\"idle \(rows(idle, &rules))\" aria-hidden=\"true\"></div>\n")
    }
    for item in column.items where item.occupied != item.time {
      let places = rows(item.occupied, &rules) + lane(item, of: column, &rules)
      shades.append("<div class=\"buffer \(places)\" aria-hidden=\"true\"></div>\n")
    }
    var items: [(start: Instant, markup: HTML)] = []
    for item in column.items where !item.time.isEmpty {
      items.append((item.entry.time.lowerBound, self.item(item, of: column, &rules)))
    }
    for gap in column.gaps {
      if let markup = self.gap(gap, of: column, &rules) { items.append((gap.time.lowerBound, markup)) }
    }
    items.sort { $0.start < $1.start }
    let isBusy = column.items.contains { !$0.time.isEmpty }
    let empty = isBusy ? HTML.nothing : "<p class=\"empty\">\(desk.words.nothingBooked)</p>\n"
    let list = items.isEmpty ? HTML.nothing : "<ol>\n\(items.map(\.markup))</ol>\n"
    let isToday = query.isWeek && column.date == desk.today
    let today: HTML = isToday ? " <small class=\"tag\">\(desk.words.today)</small>" : ""
    let way = rules.use("c\(place)", "grid-column:\(place + 1)")
    return """
      <div class="column \(way)" role="group" aria-labelledby="s\(number) \(id)">
      <h3 id="\(id)"><a href="\(desk.address.view(headingQuery(column).parameters))">\(HTML.name(column.heading))</a>\
      \(today)\(small)</h3>
      \(shades)\(empty)\(list)</div>

      """
  }

  /// A day of the week leads to that day, an agent of the day to the agent's week.
  private func headingQuery(_ column: SheetColumn) -> DiaryQuery {
    query.with { other in
      other.isWeek = !query.isWeek
      other.first = query.isWeek ? column.date : DiaryQuery.monday(of: column.date)
      if !query.isWeek { other.agent = Identifier(column.agent.id) }
    }
  }

  private func item(_ item: SheetItem, of column: SheetColumn, _ rules: inout SheetRules) -> HTML {
    let entry = item.entry
    let buffers = desk.words.buffers(entry)
    let small = buffers.isEmpty ? HTML.nothing : " <small>\(buffers)</small>"
    let places = rows(item.time, &rules) + lane(item, of: column, &rules)
    let time: HTML = "<p class=\"time\">\(item.clocks)\(small)</p>"
    switch entry.content {
    case .block(let block):
      let href = desk.address.view([("blocked", desk.short(block.id))])
      return """
        <li class="block \(places)">\(time)<p class="what"><a class="cover" href="\(href)">\
        \(HTML.name(entry.title(desk.words.diary)))</a></p></li>

        """
    case .session(let session):
      let kind = PageStyle.kind(agenda.types.firstIndex { $0.id == session.type.id } ?? 0)
      let isMoving = session.bookings.contains { $0.id == query.moving }
      return """
        <li class="\(kind) \(places)\(" moving", if: isMoving)">\(time)\
        <p class="what">\(HTML.name(entry.title(desk.words.diary)))</p>\
        <ul>\(session.bookings.map { person($0, isAlone: session.bookings.count == 1) })</ul>\
        \(moreSeats(session, entry, column))</li>

        """
    }
  }

  private func person(_ booking: Booking, isAlone: Bool) -> HTML {
    let booker = booking.otherBooker.map { booker -> HTML in
      " <small>\(desk.words.bookedBy) \(HTML.name(booker.shown))</small>"
    }
    let phone = booking.phone.map { phone -> HTML in " <small>\(desk.phoneLink(phone))</small>" }
    let href = desk.address.view([("booking", desk.short(booking.id))])
    return """
      <li><a\(" class=\"cover\"", if: isAlone) href="\(href)">\(HTML.name(desk.words.name(booking.participant)))</a>\
      \(booker)\(phone)</li>
      """
  }

  /// The link to a further place in a group; and, with a product chosen, to what is free while this goes on (in its pause).
  private func moreSeats(_ session: AgendaSession, _ entry: AgendaEntry, _ column: SheetColumn) -> HTML {
    let words = desk.words
    let start = entry.time.lowerBound
    var links: [HTML] = []
    if let free {
      for slot in free.slots(of: column.agent.id, in: entry.occupied) {
        let isSeat = slot.start == start && slot.remaining != nil
        links.append(slotLink(free, slot, isSeat ? words.addPerson : Wording.clock(slot.start, agenda.offsets)))
      }
    } else if let capacity = session.capacity, capacity > session.bookings.count, start > desk.now,
      let offered = Offered(session.type.id + "." + session.product.id, of: desk.business),
      let agent = Identifier(column.agent.id)
    {
      let href = desk.address.view(query.carried + [("slot", desk.slotID(offered, agent, start))])
      links.append("<a href=\"\(href)\">\(words.addPerson)</a>")
    }
    return links.isEmpty ? "" : "<p class=\"chips\">\(links)</p>"
  }

  private func gap(_ gap: SheetGap, of column: SheetColumn, _ rules: inout SheetRules) -> HTML? {
    guard let agent = Identifier(column.agent.id) else { return nil }
    if let free {
      let slots = free.slots(of: column.agent.id, in: gap.time)
      if slots.isEmpty { return nil }
      let links = slots.map { slotLink(free, $0, Wording.clock($0.start, agenda.offsets)) }
      return """
        <li class="gap \(rows(gap.positions, &rules))"><p class="time">\(desk.words.free)</p>\
        <p class="chips">\(links)</p></li>

        """
    }
    let start = max(gap.time.lowerBound, desk.now)
    guard gap.time.upperBound.seconds(since: start) >= desk.shortest else { return nil }
    let clocks = desk.words.diary.clocks(start, gap.time.upperBound, agenda.offsets)
    let href = desk.address.view(
      query.carried + [
        ("new", "1"), ("day", column.date.text), ("at", Wording.clock(start, agenda.offsets)), ("agent", agent.text),
      ])
    return """
      <li class="gap \(rows(gap.positions, &rules))"><a class="cover" href="\(href)">\(clocks) \
      <span>\(desk.words.free)</span></a></li>

      """
  }

  private func slotLink(_ free: FreeTimes, _ slot: Slot, _ text: String) -> HTML {
    let id = desk.slotID(free.offered, slot.agent, slot.start)
    return "<a href=\"\(desk.address.view(query.carried + [("slot", id)]))\">\(text)</a> "
  }

  /// Rows are counted from 1, and the first has the headings.
  private func rows(_ span: Range<Int>, _ rules: inout SheetRules) -> String {
    let rows = sheet.rows(span)
    let (first, last) = (rows.lowerBound + 2, max(rows.upperBound, rows.lowerBound + 1) + 2)
    return rules.use("r\(first)-\(last)", "grid-row:\(first)/\(last)")
  }

  private func lane(_ item: SheetItem, of column: SheetColumn, _ rules: inout SheetRules) -> String {
    guard column.lanes > 1 else { return "" }
    return " " + rules.use("l\(item.lane)of\(column.lanes)", "--lane:\(item.lane);--lanes:\(column.lanes)")
  }
}
