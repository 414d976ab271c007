// Which view an address asks for. Each is a name in the query; without any of them it is the diary.

/// What is looked at.
struct CounterView {
  let desk: CounterDesk

  /// The view.
  func reply() throws(PageFailure) -> CounterReply {
    let query = desk.query
    if let id = query["move"] { return try MovePage(desk: desk).reply(id) }
    if let slot = query["slot"] { return try BookingPage(desk: desk).reply(slot) }
    if query["start"] != nil { return try BookingPage(desk: desk).replyToWish() }
    if query["new"] != nil { return try ChoicePage(desk: desk).reply() }
    if let id = query["booking"] { return try AppointmentPage(desk: desk).reply(id) }
    if query["block"] != nil { return try BlockPage(desk: desk).reply() }
    if let id = query["blocked"] { return try BlockedPage(desk: desk).reply(id) }
    if query["search"] != nil { return try SearchPage(desk: desk).reply() }
    if let id = query["who"] { return try PersonPage(desk: desk).reply(id) }
    if query["history"] != nil { return try HistoryPage(desk: desk).reply() }
    return try DiaryPage(desk: desk).reply()
  }
}

/// What a form wants done.
struct CounterDeed {
  let desk: CounterDesk
  let form: FormValues

  /// Does it.
  func reply() throws(PageFailure) -> CounterReply {
    switch form["do"] {
    case "book"?: try BookingPage(desk: desk).book(form)
    case "move"?: try MovePage(desk: desk).move(form)
    case "cancel"?: try AppointmentPage(desk: desk).cancel(form)
    case "block"?: try BlockPage(desk: desk).block(form)
    case "unblock"?: try BlockedPage(desk: desk).unblock(form)
    default: throw PageFailure(400, \.unreadable)
    }
  }
}
