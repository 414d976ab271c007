// Pages that only say something: what is not there, who is not let in. And the list of businesses.

internal import Business

/// A page with a sentence.
struct MessagePage {
  let words: CounterWords
  /// Where to go on; nil where nowhere.
  let home: String?
  var desk: CounterDesk?

  /// The page with this status.
  func reply(_ status: Int, _ sentence: String, fault: String? = nil) -> CounterReply {
    let back = home.map { home -> HTML in "<p><a class=\"button\" href=\"\(home)\">\(words.toDiary)</a></p>\n" }
    let main: HTML = """
      <h1>\(words.sorry)</h1>
      <p class="lead">\(sentence)</p>
      \(back)
      """
    return PageShell(words: words, desk: desk, title: words.sorry, main: main, status: status, fault: fault).reply
  }
}

/// The businesses of a deployment.
struct BusinessesPage {
  let words: CounterWords
  let request: CounterRequest

  /// The page that leads to these.
  func reply(_ businesses: [Identifier]) -> CounterReply {
    let items = businesses.map { id -> HTML in
      let address = PageAddress(script: request.script, hasCounter: request.hasCounter, entity: id.text)
      return "<li><a href=\"\(address.path)\">\(id.text)</a></li>\n"
    }
    let main: HTML = "<h1>\(words.businesses)</h1>\n<ul class=\"plain\">\n\(items)</ul>\n"
    return PageShell(words: words, desk: nil, title: words.businesses, main: main).reply
  }
}
