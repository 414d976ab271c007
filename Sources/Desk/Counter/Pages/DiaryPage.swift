// The diary: a day or a week, of an agent or of all, with what is free. With a product chosen, its free times are links to
// its form; without one each free stretch leads to what can be booked in it. A booking that is to be moved chooses the
// product itself.

internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile
internal import People
internal import Scheduling

/// The diary's page.
struct DiaryPage {
  let desk: CounterDesk

  /// The page.
  func reply() throws(PageFailure) -> CounterReply {
    try reply(DiaryQuery(desk), heading: person(), place: .diary)
  }

  /// The diary of a query under a heading of its own.
  func reply(
    _ query: DiaryQuery, heading: HTML, place: PageShell.Place?, notice: HTML = "", moving: Booking? = nil
  ) throws(PageFailure) -> CounterReply {
    let business = desk.business
    let (agenda, free, next) = try desk.diary { view throws(DiaryError) in
      var agenda = try Agenda(
        of: business, from: query.first, through: query.last, agent: query.agent?.text, in: view, asOf: desk.now)
      guard let offered = query.offered else { return (agenda, FreeTimes?.none, [Slot]()) }
      // Who does not take the product is not looked at.
      let takers = business.takers(of: offered.product, in: offered.type).map(\.id.text)
      if query.agent == nil { agenda.show(only: takers) }
      let free = try FreeTimes(
        of: offered, agent: query.agent, from: desk.zone.startOfDay(query.first),
        until: desk.zone.startOfDay(query.last.adding(days: 1)), ignoring: query.moving, in: view, at: desk)
      let next =
        free.isEmpty
        ? try desk.nextFree(offered, agent: query.agent, from: query.first, limit: 5, ignoring: query.moving, in: view)
        : []
      return (agenda, free, next)
    }
    if let agent = query.agent, agenda.days.allSatisfy({ $0.agents.isEmpty }), business.agent(agent) == nil {
      throw PageFailure(404, \.noSuchAgent)
    }
    var rules = SheetRules()
    let sheets = agenda.sheets(columns: 7, words: desk.words.diary, namesDates: false)
    let parts = sheets.enumerated().map { number, sheet in
      DiarySheet(desk: desk, query: query, agenda: agenda, free: free, sheet: sheet, number: number + 1)
        .markup(&rules)
    }
    let words = desk.words
    let main: HTML = """
      \(notice)\(doneNotice)\(heading)<div class="bar">
      <h1>\(dates(query))</h1>
      \(pager(query))</div>
      \(filters(query))\(nextFree(query, free, next))\(parts.isEmpty ? "<p class=\"lead\">\(emptiness(agenda))</p>\n" : HTML(joining: parts))\
      \(absence(agenda))\(legend(agenda))
      """
    return PageShell(
      words: words, desk: desk, title: dates(query), place: place, main: main, rules: rules.text
    ).reply
  }

  /// What was done before this page was shown.
  private var doneNotice: HTML { desk.doneNotice }

  /// For whom it is looked up.
  private func person() throws(PageFailure) -> HTML {
    guard let id = desk.query["for"], let person = try desk.person(id)?.user else { return "" }
    return """
      <p class="notice"><span>\(desk.words.appointmentFor) \(HTML.name(person.shown))</span> \
      <a href="\(desk.address.view())">\(desk.words.cancelChoice)</a></p>

      """
  }

  private func dates(_ query: DiaryQuery) -> String {
    query.isWeek ? desk.words.diary.days(query.first, query.last) : desk.words.diary.day(query.first)
  }

  /// From period to period, and from week to day.
  private func pager(_ query: DiaryQuery) -> HTML {
    let words = desk.words
    let isToday = (query.first...query.last).contains(desk.today)
    func link(_ query: DiaryQuery, _ text: String, _ kind: String? = nil, current: Bool = false) -> HTML {
      let state: String? = current ? "true" : nil
      return """
        <li><a class="button"\(attribute: "rel", kind) \
        href="\(desk.address.view(query.parameters))"\(attribute: "aria-current", state)>\(text)</a></li>
        """
    }
    let day = query.with {
      $0.isWeek = false
      if query.isWeek { $0.first = isToday ? desk.today : query.first }
    }
    let week = query.with {
      $0.isWeek = true
      $0.first = DiaryQuery.monday(of: query.first)
    }
    return """
      <nav class="pager" aria-label="\(words.period)"><ul>
      \(link(query.later(-1), query.isWeek ? words.previousWeek : words.previousDay, "prev"))
      \(link(query.on(desk.today), words.today))
      \(link(query.later(1), query.isWeek ? words.nextWeek : words.nextDay, "next"))
      \(link(day, words.day, current: !query.isWeek))
      \(link(week, words.week, current: query.isWeek))
      </ul></nav>

      """
  }

  /// Whose diary, for what, and from when.
  private func filters(_ query: DiaryQuery) -> HTML {
    let words = desk.words
    let hidden = query.carried.map { name, value -> HTML in
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
    let product: HTML =
      query.moving == nil
      ? """
      <p><label for="product">\(words.freeTimesFor)</label>
      <select id="product" name="product">\(desk.productOptions(query.offered, none: words.anything))</select></p>

      """ : ""
    return """
      <form class="filters" action="\(desk.address.path)" method="get">\(hidden)
      <p><label for="agent">\(words.agent)</label>
      <select id="agent" name="agent">\(desk.agentOptions(query.agent?.text, all: words.everybody))</select></p>
      \(product)<p><label for="date">\(words.date)</label>
      <input id="date" type="date" name="\(query.isWeek ? "from" : "day")" value="\(query.first.text)"></p>
      <p><button>\(words.show)</button></p>
      </form>

      """
  }

  /// Where nothing is free, when something is.
  private func nextFree(_ query: DiaryQuery, _ free: FreeTimes?, _ next: [Slot]) -> HTML {
    guard let free, free.isEmpty else { return "" }
    let words = desk.words
    guard let first = next.first else { return "<p class=\"notice\">\(words.nothingFreeSoon)</p>\n" }
    let links = next.map { slot -> HTML in
      let id = desk.slotID(free.offered, slot.agent, slot.start)
      return
        "<li><a class=\"button\" href=\"\(desk.address.view(query.carried + [("slot", id)]))\">\(desk.shortTime(slot.start, slot.agent))</a></li>"
    }
    let there = query.on(desk.zone.local(first.start).date)
    return """
      <div class="notice"><p>\(words.nothingFree) <a href="\(desk.address.view(there.parameters))">\(words.goThere)</a></p>
      <ul class="choices">\(links)</ul></div>

      """
  }

  private func emptiness(_ agenda: Agenda) -> String {
    agenda.days.allSatisfy(\.isClosed) ? desk.words.closedAndEmpty : desk.words.absentAndEmpty
  }

  private func absence(_ agenda: Agenda) -> HTML {
    let absent = agenda.absent
    return absent.isEmpty ? "" : "<p>\(desk.words.absent) \(absent.joined(separator: ", "))</p>\n"
  }

  private func legend(_ agenda: Agenda) -> HTML {
    let words = desk.words
    let types = agenda.types.enumerated().map { index, type -> HTML in
      "<li class=\"\(PageStyle.kind(index))\">\(HTML.name(type.name))</li>"
    }
    return """
      <section class="foot" aria-label="\(words.legend)"><ul class="legend">\(types)\
      <li class="block">\(words.diary.blocked)</li><li class="away">\(words.notAtWork)</li>\
      <li class="kept">\(words.keptFree)</li></ul>
      <p class="quiet">\(words.timesIn) \(desk.zone.name) · \(words.asOf) \(Wording.clock(desk.now, agenda.offsets)) · \
      <a href="\(desk.address.path)/calendar.ics">\(words.feed)</a></p></section>

      """
  }
}

extension HTML {
  /// Parts one behind the other.
  init(joining parts: [HTML]) { self = "\(parts)" }
}
