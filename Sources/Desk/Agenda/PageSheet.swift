// One sheet of the diary as a section of the page.

internal import Diary
internal import CivilTime
internal import People

/// A section of the page.
struct PageSheet {
  private let sheet: Sheet
  private let number: Int
  private let agenda: Agenda

  /// The section with this number on the page, from 1.
  init(_ sheet: Sheet, number: Int, agenda: Agenda) {
    self.sheet = sheet
    self.number = number
    self.agenda = agenda
  }

  /// The section.
  var text: String {
    let remark = sheet.remark.isEmpty ? "" : " <small>\(HTMLText.escaped(sheet.remark))</small>"
    let size = sheet.columns.count > 4 ? "sheet many" : "sheet"
    return """
      <section class="\(size)" aria-labelledby="s\(number)">
      <div class="top">
      <h2 id="s\(number)">\(HTMLText.name(sheet.title))\(remark)</h2>
      <div class="days" aria-hidden="true" style="--columns:\(sheet.columns.count)"><b></b>\(days)</div>
      </div>
      <div class="grid" style="--columns:\(sheet.columns.count);grid-template-rows:auto\(rowHeights)">
      \(hours)\(sheet.columns.enumerated().map { column($1, place: $0 + 1) }.joined())</div>
      </section>

      """
  }

  /// The headings of the columns once more: on paper they stand above each page that the sheet goes on to.
  private var days: String { sheet.columns.map { "<b>\(heading($0))</b>" }.joined() }

  private func heading(_ column: SheetColumn) -> String {
    let remark = column.remark ?? column.hours
    return HTMLText.name(column.heading) + (remark.isEmpty ? "" : " <small>\(remark)</small>")
  }

  /// A row is as high as its time is long, up to an hour and a half, and higher where its text is.
  private var rowHeights: String {
    zip(sheet.positions, sheet.positions.dropFirst()).map { " minmax(calc(\(min($1 - $0, 90))*var(--minute)),auto)" }
      .joined()
  }

  /// Lines and labels of the hours; a screen reader has the times in the lists.
  private var hours: String {
    sheet.positions.indices.filter { sheet.isHour[$0] }.map { row in
      let last = row == sheet.positions.count - 1 ? " last" : ""
      let place = last.isEmpty ? row + 2 : row + 1
      let label = "<span>\(sheet.labels[row])</span>"
      return
        "<div class=\"hour\(last)\" aria-hidden=\"true\" style=\"grid-row:\(place)\">\(label)</div>\n"
    }.joined()
  }

  private func column(_ column: SheetColumn, place: Int) -> String {
    let id = "s\(number)c\(place)"
    let heading = "<h3 id=\"\(id)\">\(self.heading(column))</h3>\n"
    let idle = column.idle.map { "<div class=\"idle\" aria-hidden=\"true\" style=\"\(rows($0))\"></div>\n" }
    let buffers = column.items.filter { $0.occupied != $0.time }.map { item in
      "<div class=\"buffer\" aria-hidden=\"true\" style=\"\(rows(item.occupied))\(lane(item, of: column))\"></div>\n"
    }
    let items = column.items.filter { !$0.time.isEmpty }.map { self.item($0, of: column) }
    let list = items.isEmpty ? "<p class=\"empty\">Nothing booked</p>\n" : "<ol>\n\(items.joined())</ol>\n"
    return "<section class=\"column\" aria-labelledby=\"\(id)\" style=\"grid-column:\(place + 1)\">\n"
      + heading + idle.joined() + buffers.joined() + list + "</section>\n"
  }

  private func item(_ item: SheetItem, of column: SheetColumn) -> String {
    let entry = item.entry
    let time =
      "<p class=\"time\">\(item.clocks)"
      + (entry.buffers.map { " <small>\($0)</small>" } ?? "") + "</p>"
    let people = self.people(entry)
    let kind = self.kind(entry)
    return "<li class=\"\(kind)\" style=\"\(rows(item.time))\(lane(item, of: column))\">\(time)"
      + "<p class=\"what\">\(HTMLText.name(entry.title))</p>\(people)</li>\n"
  }

  private func people(_ entry: AgendaEntry) -> String {
    guard case .session(let session) = entry.content else { return "" }
    let items = session.bookings.map { booking in
      let booker = booking.otherBooker.map { " <small>booked by \(HTMLText.name($0.shown))</small>" } ?? ""
      let phone = booking.phone.map { " <small>\(link($0))</small>" } ?? ""
      let remarks = booking.remarks(agenda.fields).map { " <small>\(HTMLText.escaped($0))</small>" }.joined()
      return "<li>\(HTMLText.name(booking.participant.shown))\(booker)\(phone)\(remarks)</li>"
    }
    return "<ul>\(items.joined())</ul>"
  }

  /// A phone number to tap on, if it is one.
  private func link(_ phone: String) -> String {
    let isNumber = phone.utf8.enumerated().allSatisfy { $1 >= 0x30 && $1 <= 0x39 || $0 == 0 && $1 == UInt8(ascii: "+") }
    return isNumber ? "<a href=\"tel:\(phone)\">\(phone)</a>" : HTMLText.name(phone)
  }

  private func kind(_ entry: AgendaEntry) -> String {
    guard case .session(let session) = entry.content else { return "block" }
    return PageStyle.kind(agenda.types.firstIndex { $0.id == session.type.id } ?? 0)
  }

  /// Rows are counted from 1, and the first has the headings.
  private func rows(_ span: Range<Int>) -> String {
    let rows = sheet.rows(span)
    return "grid-row:\(rows.lowerBound + 2)/\(max(rows.upperBound, rows.lowerBound + 1) + 2)"
  }

  private func lane(_ item: SheetItem, of column: SheetColumn) -> String {
    column.lanes == 1 ? "" : ";--lane:\(item.lane);--lanes:\(column.lanes)"
  }
}
