// How an action changes the bookings: under the lock, on the business file as it is then, with the clock as it is then.

internal import Bookings
internal import Business
internal import CivilTime
internal import JSON

extension Session {
  /// Decides and records under the lock, and answers with the booking that results.
  ///
  /// The decision gets a session whose business is what its file says now (contract, section 6: the file is checked again
  /// under the lock), and the time now.
  func write(
    _ decide: (Session, inout Writer, Instant) throws(Problem) -> Booking
  ) throws(Problem) -> Answer {
    if let reason = deployment.readOnlyReason { throw .storageUnavailable(business.id, summary: reason) }
    let outcome: Outcome
    do {
      outcome = try store.write { writer throws(StorageError) in
        do throws(Problem) {
          let session = try reloaded()
          let booking = try decide(session, &writer, deployment.clock())
          return .done(booking, session.business, writer.ledger.indexNeed, recovered: writer.recovered)
        } catch {
          return .refused(error, recovered: writer.recovered)
        }
      }
    } catch {
      throw Problem(error, of: business.id)
    }
    switch outcome {
    case .refused(let problem, let recovered):
      return Answer(reply: problem.reply, notice: recovered?.sentence(of: business.id))
    case .done(let booking, let business, let need, let recovered):
      var json = JSONWriter()
      json.booking(booking, in: business, times: TimeText(zone: business.zone))
      var answer = Answer(ok: json.bytes)
      let store = store
      if need != .nothing {
        // Nothing depends on the index but speed, so nobody is told where it could not be made.
        answer.finish = { try? store.index(need) }
      }
      answer.notice = recovered?.sentence(of: business.id)
      return answer
    }
  }

  /// Passes on what the storage says, with its failures as problems.
  func stored<Result>(_ body: () throws(StorageError) -> Result) throws(Problem) -> Result {
    do {
      return try body()
    } catch {
      throw Problem(error, of: business.id)
    }
  }

  /// This session with the business as its file says now.
  private func reloaded() throws(Problem) -> Session {
    let businesses = LoadedBusinesses(deployment)
    if try businesses.identity(business.id) == loaded.identity { return self }
    let now = try businesses.load(business.id)
    guard deployment.access.mayUse(now.business) else { throw .unauthorized }
    return Session(action: action, request: request, loaded: now, deployment: deployment)
  }
}

/// What came of a decision.
private enum Outcome {
  case done(Booking, Business, IndexNeed, recovered: RecoveredTail?)
  case refused(Problem, recovered: RecoveredTail?)
}

extension RecoveredTail {
  /// What a crash had left, for the operator's log.
  func sentence(of business: Identifier) -> String {
    "\(business.text).jsonl:\(line): a crash left \(length) bytes of an unfinished line, which are kept in \(keptIn); "
      + "nothing that was acknowledged is lost"
  }
}
