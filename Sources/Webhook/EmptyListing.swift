// What a language model is told where a listing has no slots or a day is refused: models get years wrong, send words for days
// and take silence for a full day.

internal import Business
internal import CivilTime
internal import Scheduling

/// A listing of no slots.
struct EmptyListing {
  /// Today, the window that was looked at, and what to ask next.
  let sentence: String

  /// A listing of `days` days that had no slot.
  init(_ span: SlotSpan, days: Int, now: Instant, zone: Zone, of product: Product, in business: Business) {
    let today = zone.local(now).date
    let first = zone.local(span.from).date
    let last = first.adding(days: days - 1)
    let window = days == 1 ? EmptyListing.words(first) : "\(EmptyListing.words(first)) to \(EmptyListing.words(last))"
    let present = "today is \(EmptyListing.words(today))"
    let lastDay = business.zone.local(now).date.adding(days: product.terms.horizonDays)
    if last < today {
      sentence = "Nothing is listed for \(window), which is in the past: \(present). Ask again from today on."
    } else if first > lastDay {
      sentence =
        "Nothing is listed for \(window): \(present), and this can be booked until \(EmptyListing.words(lastDay)). Ask "
        + "again with an earlier dateTime."
    } else if days < 14 {
      sentence =
        "Nothing is free on \(window); \(present). Ask again with days: 14, or with another dateTime or agentId."
    } else {
      sentence =
        "Nothing is free from \(window); \(present). Ask again with dateTime: \(last.adding(days: 1).text), or with another "
        + "agentId."
    }
  }

  /// `tuesday, 2026-11-03`.
  fileprivate static func words(_ day: LocalDate) -> String { "\(day.weekday.name), \(day.text)" }
}

extension RequestContext {
  /// The answer to a request that is refused. A language model that sent a day which is refused is told what day it is.
  func refusal(_ problem: Problem) -> Answer {
    var answer = Answer(reply: problem.reply(labelling: business.fields))
    guard deployment.answersModels else { return answer }
    switch problem {
    case .tooSoon, .tooFar, .invalidRequest(field: "dateTime"?, _), .invalidRequest(field: "start"?, _):
      let today = business.zone.local(deployment.clock()).date
      answer.remark = "Today is \(EmptyListing.words(today))."
    default: break
    }
    return answer
  }
}
