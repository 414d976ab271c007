// What stands around every page: head, navigation, and the policy that lets nothing in from elsewhere.

internal import Business
internal import Host

/// A whole page.
struct PageShell {
  let words: CounterWords
  /// The counter whose page it is; nil for a page that is no business's.
  let desk: CounterDesk?
  /// What the window is called.
  var title: String
  /// Which entry of the navigation the page is.
  var place: Place?
  var main: HTML
  /// Rules of style that only this page has.
  var rules = ""
  var status = 200
  var fault: String?

  /// An entry of the navigation.
  enum Place: CaseIterable {
    case diary
    case book
    case block
    case search
    case history
  }

  /// The page as a reply.
  var reply: CounterReply {
    let style = CounterStyle.text + rules
    let page: HTML = """
      <!doctype html>
      <html lang="\(words.diary.language.tag)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)\(desk.map { " · " + $0.business.name } ?? "")</title>
      <style>\(HTML(style: style))</style>
      </head>
      <body>
      <a class="skip" href="#main">\(words.skip)</a>
      \(header)<main id="main" tabindex="-1">
      \(main)</main>
      </body>
      </html>

      """
    let hash = Base64.encode(Digest.sha256(style))
    let policy =
      "default-src 'none'; style-src 'sha256-\(hash)'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    let headers = [
      ("Content-Type", "text/html; charset=utf-8"), ("Content-Security-Policy", policy), ("Cache-Control", "no-store"),
      ("Content-Language", words.diary.language.tag),
    ]
    return CounterReply(status: status, headers: headers, body: Array(page.text.utf8), fault: fault)
  }

  private var header: HTML {
    guard let desk else { return "" }
    let entries = Place.allCases.map { place -> HTML in
      let current: String? = place == self.place ? "page" : nil
      return
        "<li><a href=\"\(address(of: place, desk))\"\(attribute: "aria-current", current)>\(name(of: place))</a></li>"
    }
    let user = desk.request.user.map { user -> HTML in
      "<p class=\"user\"><span class=\"quiet\">\(words.signedInAs)</span> \(HTML.name(user))</p>"
    }
    return """
      <header class="top">
      <p class="brand"><a href="\(desk.address.view())">\(HTML.name(desk.business.name))</a></p>
      <nav aria-label="\(words.navigation)"><ul>\(entries)</ul></nav>
      \(user)</header>

      """
  }

  private func name(of place: Place) -> String {
    switch place {
    case .diary: words.diaryTitle
    case .book: words.newAppointment
    case .block: words.blockTime
    case .search: words.findPerson
    case .history: words.history
    }
  }

  private func address(of place: Place, _ desk: CounterDesk) -> String {
    switch place {
    case .diary: desk.address.view()
    case .book: desk.address.view([("new", "1")])
    case .block: desk.address.view([("block", "1")])
    case .search: desk.address.view([("search", "1")])
    case .history: desk.address.view([("history", "1")])
    }
  }
}

extension HTML {
  /// Rules of style, which no page writes but the program itself.
  fileprivate init(style: String) { self.init(stringLiteral: style) }
}

extension CounterDesk {
  /// A page of this counter.
  func page(_ title: String, _ place: PageShell.Place? = nil, _ main: HTML, status: Int = 200) -> CounterReply {
    PageShell(words: words, desk: self, title: title, place: place, main: main, status: status).reply
  }
}
