// A person with all that bookings say of them, and their appointments.

internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile
internal import People

/// The page of a person.
struct PersonPage {
  let desk: CounterDesk
  /// The most past and cancelled appointments that are shown.
  private static let most = 50

  /// The page of the person with an id.
  func reply(_ id: String) throws(PageFailure) -> CounterReply {
    guard let person = try desk.person(id)?.user else { throw PageFailure(404, \.noSuchPerson) }
    let bookings = try desk.diary { view throws(DiaryError) in try view.bookings(withPerson: person.id) }
    let coming = bookings.filter { $0.status == .booked && $0.start > desk.now }.sorted {
      ($0.start, $0.id) < ($1.start, $1.id)
    }
    let others = bookings.filter { $0.status != .booked || $0.start <= desk.now }
      .sorted { ($0.start, $0.id) > ($1.start, $1.id) }
    let words = desk.words
    var facts = FactList()
    facts.add(person, at: desk)
    let book = desk.address.view([("for", desk.short(person.id)), ("new", "1")])
    let main: HTML = """
      <h1>\(HTML.name(words.name(person)))</h1>
      \(facts.markup)<p class="actions"><a class="button main" href="\(book)">\(words.bookFor)</a></p>
      <section><h2>\(words.coming)</h2>
      \(list(coming, words.noneComing))</section>
      <section><h2>\(words.before)</h2>
      \(list(Array(others.prefix(Self.most)), words.noneBefore))</section>

      """
    return desk.page(words.name(person), .search, main)
  }

  private func list(_ bookings: [Booking], _ none: String) -> HTML {
    if bookings.isEmpty { return "<p class=\"quiet\">\(none)</p>\n" }
    let items = bookings.map { booking -> HTML in
      let cancelled = booking.status == .booked ? HTML.nothing : " <small>(\(desk.words.isCancelled))</small>"
      return """
        <li><a href="\(desk.address.view([("booking", desk.short(booking.id))]))">\(desk.time(booking.start, booking.end))</a>: \
        \(HTML.name(booking.product.name)), \(HTML.name(booking.agent.name)), \
        \(HTML.name(desk.words.name(booking.participant)))\(cancelled)</li>

        """
    }
    return "<ul class=\"bookings\">\n\(items)</ul>\n"
  }
}
