// What can be booked on a day, product by product: where a free stretch of the diary leads, and where a new appointment
// begins. Below it any other time can be written down.

internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile
internal import Scheduling

/// The choice of a product and a time.
struct ChoicePage {
  let desk: CounterDesk
  /// The most times that are shown of one product; the diary has the others.
  private static let most = 16

  /// The page, with what is to be said first.
  func reply(notice: (@Sendable (CounterWords) -> String)? = nil) throws(PageFailure) -> CounterReply {
    let words = desk.words
    let day = try desk.day("day") ?? desk.query["start"].flatMap(desk.readDay) ?? desk.today
    let agent = try desk.agent()
    let minute = desk.query["at"].flatMap { $0.utf8.count > 20 ? nil : desk.counter.phrases.minute($0) } ?? 0
    let from = desk.zone.resolve(LocalDateTime(date: day, minute: minute)).windowStart
    let until = desk.zone.startOfDay(day.adding(days: 1))
    let slots = try self.slots(agent, from: from, until: until)
    let types = desk.business.appointmentTypes.compactMap { type -> HTML? in
      let products = slots.filter { $0.offered.type.id == type.id }
      if products.isEmpty { return nil }
      return """
        <section><h2>\(HTML.name(type.name))</h2>
        <ul class="products">
        \(products.map { product($0.offered, $0.slots, day: day, agent) })</ul></section>

        """
    }
    let isEmpty = slots.allSatisfy(\.slots.isEmpty)
    let main: HTML = """
      \(notice.map { desk.errors($0(words), "") })<h1>\(words.newAppointment)</h1>
      <p class="lead">\(words.diary.day(day))\(agent.map { agent -> HTML in " · \(HTML.name(desk.agentName(agent.text)))" })</p>
      \(chooser(day, agent))\("<p class=\"notice\">\(words.nothingFreeThen)</p>\n", if: isEmpty)\(HTML(joining: types))\
      \(otherTime(day, agent))
      """
    return desk.page(words.newAppointment, .book, main, status: notice == nil ? 200 : 400)
  }

  private func slots(
    _ agent: Identifier?, from: Instant, until: Instant
  ) throws(PageFailure) -> [(offered: Offered, slots: [Slot])] {
    let business = desk.business
    let choice = Offered.all(of: business).filter { offered in
      agent.map { offered.type.isTaken(by: $0, for: offered.product) } ?? true
    }
    return try desk.diary { view throws(DiaryError) in
      var slots: [(offered: Offered, slots: [Slot])] = []
      for offered in choice {
        let query = SlotQuery(
          type: offered.type, product: offered.product, agent: agent, from: from, until: max(from, until), now: desk.now
        )
        let occupations = try view.occupations(in: Timetable.reach(of: query, in: business))
        slots.append(
          (offered, Timetable(business: business, occupations: occupations).slots(query, limit: Self.most + 1)))
      }
      return slots
    }
  }

  private func product(_ offered: Offered, _ slots: [Slot], day: LocalDate, _ agent: Identifier?) -> HTML {
    let words = desk.words
    let carried = desk.query["for"].map { [(name: "for", value: $0)] } ?? []
    let offsets = desk.zone.offsets(from: day, through: day)
    let links = slots.prefix(Self.most).map { slot -> HTML in
      let id = desk.slotID(offered, agent, slot.start)
      return "<a href=\"\(desk.address.view(carried + [("slot", id)]))\">\(Wording.clock(slot.start, offsets))</a> "
    }
    let week = desk.address.view(
      carried + [("from", day.text), ("product", offered.text)] + (agent.map { [("agent", $0.text)] } ?? []))
    let more = slots.count > Self.most || slots.isEmpty ? words.freeTimesOfWeek : words.wholeWeek
    let detail = [words.minutes(offered.product.duration / 60), offered.product.price].compactMap { $0 }
    return """
      <li><p class="what">\(HTML.name(offered.product.name)) <small>\(detail.joined(separator: " · "))</small></p>
      \("<p class=\"chips\">\(Array(links))</p>", if: !links.isEmpty)\
      \("<p class=\"quiet\">\(words.notFreeThen)</p>", if: links.isEmpty)
      <p><a href="\(week)">\(more)<span class="hidden">: \(offered.product.name)</span></a></p></li>

      """
  }

  private func chooser(_ day: LocalDate, _ agent: Identifier?) -> HTML {
    let words = desk.words
    let person = desk.query["for"].map { id -> HTML in "<input type=\"hidden\" name=\"for\" value=\"\(id)\">" }
    return """
      <form class="filters" action="\(desk.address.path)" method="get">\(person)
      <input type="hidden" name="new" value="1">
      <p><label for="day">\(words.date)</label> <input id="day" type="date" name="day" value="\(day.text)"></p>
      <p><label for="who">\(words.agent)</label>
      <select id="who" name="agent">\(desk.agentOptions(agent?.text, all: words.whoeverIsFree))</select></p>
      <p><button>\(words.show)</button></p>
      </form>

      """
  }

  /// Any time, on offer or not.
  private func otherTime(_ day: LocalDate, _ agent: Identifier?) -> HTML {
    let words = desk.words
    let person = desk.query["for"].map { id -> HTML in "<input type=\"hidden\" name=\"for\" value=\"\(id)\">" }
    let product = desk.query["product"].flatMap { Offered($0, of: desk.business) }
    return """
      <section class="panel" aria-labelledby="other"><h2 id="other">\(words.anyTime)</h2>
      <p class="hint">\(words.anyTimeHint)</p>
      <form class="filters" action="\(desk.address.path)" method="get">\(person)
      <p><label for="what">\(words.what)</label>
      <select id="what" name="product">\(desk.productOptions(product, none: nil))</select></p>
      <p><label for="with">\(words.withWhom)</label>
      <select id="with" name="agent">\(desk.agentOptions(agent?.text, all: words.whoeverIsFree))</select></p>
      <p><label for="start">\(words.date)</label>
      <input id="start" type="date" name="start" value="\(day.text)"></p>
      <p><label for="time">\(words.time)</label>
      <input id="time" type="time" name="time" value="\(desk.timeValue(desk.query["time"] ?? desk.query["at"]))"></p>
      <p><button>\(words.goOn)</button></p>
      </form></section>

      """
  }
}
