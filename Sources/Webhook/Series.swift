// Several bookings as one decision, for the counter: all are made or none. Each is decided by the function that decides a
// caller's (BookAction.swift), so that a series means what the same requests one by one would mean.

internal import Business
internal import CivilTime
package import Diary
internal import JSON
package import System

/// What came of a series.
package struct SeriesAnswer: Sendable {
  /// The reply to each request: the booking, or why it cannot be. Where nothing was booked, nil for one that could have
  /// been.
  package var replies: [Reply?]
  /// Whether the series was booked, those aside that were to be left out.
  package var isBooked: Bool
  /// What may be done later, as `Answer.finish` says.
  package var finish: (@Sendable () -> Void)?
  /// A line for the log, as `Answer.notice` says.
  package var notice: String?
}

extension Webhook {
  /// Does what several requests to book ask for, of one business and for the same people: all of them, or none.
  ///
  /// No two of their appointments may overlap, and no two may be on one day. A request that was done before counts as done.
  /// With `leavingOut`, those are left out whose time is not on offer. `onlyTrying` books nothing. Where anything else is wrong with one, the answer
  /// is that one's refusal alone.
  package static func bookSeries<Calls: SystemCalls>(
    _ requests: [SentRequest], leavingOut: Bool, onlyTrying: Bool = false, _ deployment: Deployment<Calls>,
    diaries: some DiaryEngine
  ) -> SeriesAnswer {
    do throws(Problem) {
      let routing = Routing(deployment)
      var contexts: [RequestContext<Calls>] = []
      for request in requests { contexts.append(try routing.context(for: request)) }
      guard let first = contexts.first else { return SeriesAnswer(replies: [], isBooked: true) }
      do throws(Problem) {
        for context in contexts {
          guard context.business.id == first.business.id, context.action == .bookAppointment else { throw .wrongEntity }
          _ = try context.order()
        }
        return try first.bookSeries(
          contexts, leavingOut: leavingOut, onlyTrying: onlyTrying, in: diaries.diary(of: first.business.id))
      } catch {
        return SeriesAnswer(replies: [first.refusal(error).reply], isBooked: false)
      }
    } catch {
      return SeriesAnswer(replies: [Answer(refusing: error).reply], isBooked: false)
    }
  }
}

extension RequestContext {
  fileprivate func bookSeries<Store: DiaryStore>(
    _ contexts: [RequestContext<Calls>], leavingOut: Bool, onlyTrying: Bool, in store: Store
  ) throws(Problem) -> SeriesAnswer {
    let written = try stored { () throws(Store.Failure) in
      try store.write { writer throws(Store.Failure) in
        do throws(Problem) {
          return SeriesOutcome.decided(
            try decide(contexts, leavingOut: leavingOut, onlyTrying: onlyTrying, in: &writer))
        } catch {
          return SeriesOutcome.refused(error)
        }
      }
    }
    var answer: SeriesAnswer
    switch written.answer {
    case .decided(let decided): answer = decided
    case .refused(let problem): answer = SeriesAnswer(replies: [refusal(problem).reply], isBooked: false)
    }
    answer.finish = written.upkeep
    answer.notice = written.notice
    return answer
  }

  /// Decides about each and, where nothing is in the way, records all.
  private func decide<Writer: DiaryWriter>(
    _ contexts: [RequestContext<Calls>], leavingOut: Bool, onlyTrying: Bool, in writer: inout Writer
  ) throws(Problem) -> SeriesAnswer {
    let now = deployment.clock()
    var newcomers: [String] = []
    var new: [Event] = []
    var replies: [Reply?] = []
    var isRefused = false
    for context in contexts {
      let context = try context.reloaded()
      let order = try context.order()
      do throws(Problem) {
        let told = try context.decide(order, in: writer.diary, now: now, newcomers: &newcomers, beside: new.count)
        if !told.isRepeated { new.append(.booked(told.booking)) }
        var json = JSONWriter()
        json.booking(told, in: context.business, times: TimeText(zone: context.business.zone))
        replies.append(Reply(ok: json.bytes))
      } catch {
        guard error.isOfItsTime else { throw error }
        isRefused = true
        replies.append(error.reply)
      }
    }
    if isRefused && !leavingOut || onlyTrying {
      return SeriesAnswer(replies: replies.map { $0?.status == 200 ? nil : $0 }, isBooked: false)
    }
    let booked = new
    try stored { () throws(Writer.Failure) in try writer.append(together: booked, at: now, by: deployment.actor) }
    return SeriesAnswer(replies: replies, isBooked: true)
  }
}

private enum SeriesOutcome {
  case decided(SeriesAnswer)
  case refused(Problem)
}

extension Problem {
  /// Whether another time may be free of it.
  fileprivate var isOfItsTime: Bool {
    switch self {
    case .slotTaken, .tooSoon, .tooFar: true
    default: false
    }
  }
}
