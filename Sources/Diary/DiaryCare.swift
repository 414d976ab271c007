// What an operator can do for a diary besides booking. Engines word their own findings: only they know what a diary looks
// like on their disk.

package import Business
package import CivilTime

/// A diary that can be looked after. The operator's commands use it; no request does.
package protocol DiaryCare: DiaryStore {
  /// Looks at everything and changes nothing.
  func verify() throws(Failure) -> CareReport

  /// Makes a damaged diary whole again, and says what each event was that is lost. What a lost event held is held by a
  /// block until somebody decides. It may be interrupted at any time and run again; a diary that is whole stays as it is. Fails
  /// where there is no diary, and where it is another business's.
  func repair(_ aids: RepairAids) throws(Failure) -> CareReport

  /// Removes a person from all bookings: the record, its id and the fingerprints of the requests. A booking that is still
  /// to come keeps its time.
  ///
  /// Where no booking names the person nothing is done to the bookings. A damaged diary is an error: repair it first. When
  /// this returns, nothing that the engine keeps holds the person any more, copies kept aside included.
  func forget(person id: String, at instant: Instant, by actor: String?) throws(Failure) -> ForgettingReport

  /// Removes everybody from the bookings that ended before an instant, and the reasons of the blocks that did (contract,
  /// section 5, `retention`). As for `forget` otherwise.
  func expire(before end: Instant, at instant: Instant, by actor: String?) throws(Failure) -> ForgettingReport

  /// Gives the diary as it is to `body`, piece by piece, as `restore` takes it; how many events there are, nil where there is no
  /// diary. Nobody waits for it. A damaged diary is an error: repair it first.
  func backup(_ body: ([UInt8]) throws(Failure) -> Void) throws(Failure) -> Int?

  /// Puts what `backup` gave, in a file at a path, in the place of the diary. What is there is kept aside. Whom it had
  /// forgotten since is forgotten again. Where the file cannot be used, the report is not in order and says why, and nothing
  /// is changed. Nobody waits for it longer than for a booking.
  func restore(_ path: String, at instant: Instant, by actor: String?) throws(Failure) -> CareReport

  /// The names of copies that are kept aside and may say of people what the diary does not say any more.
  func copies() throws(Failure) -> [String]
}

/// The diaries of a deployment, for its operator.
package protocol CaringEngine: DiaryEngine where Store: DiaryCare {
  /// The businesses that have a diary, in no order; those that cannot be listed are left out.
  func entities() -> [Identifier]

  /// Gives what a business has recorded to another id that has nothing yet, every id in it renamed. `moveFile` is called
  /// when nobody can book under either id, after the diary and before the old id is let go of: it renames the business
  /// file, unless it `isMoved` already. Interrupted anywhere, neither id answers from half of it, and the same call again
  /// finishes.
  func rename(
    _ old: Identifier, to new: Identifier, at instant: Instant, isMoved: Bool,
    _ moveFile: () throws(Store.Failure) -> Void
  ) throws(Store.Failure) -> CareReport
}

/// What an engine is told for a repair.
package struct RepairAids {
  /// When it happens.
  package var now: Instant
  /// Who repairs.
  package var actor: String?
  /// The short ids of the agents there are.
  package var agents: Set<String>
  /// A new id for a block.
  package var newID: () -> String
  /// Words for a stretch of time.
  package var words: (Range<Instant>) -> String

  /// Aids with every member given.
  package init(
    now: Instant, actor: String?, agents: Set<String>, newID: @escaping () -> String,
    words: @escaping (Range<Instant>) -> String
  ) {
    self.now = now
    self.actor = actor
    self.agents = agents
    self.newID = newID
    self.words = words
  }
}

/// What was found, in words.
package struct CareReport: Hashable, Sendable {
  /// What there is to say, one line each, without line ends.
  package var lines: [String]
  /// Whether requests can be answered, and rightly, as things are now.
  package var isInOrder: Bool
  /// How many events are lost.
  package var lost: Int

  /// A report with every member given.
  package init(lines: [String], isInOrder: Bool, lost: Int = 0) {
    self.lost = lost
    self.lines = lines
    self.isInOrder = isInOrder
  }
}

/// What forgetting did.
package struct ForgettingReport: Hashable, Sendable {
  /// How many bookings lost personal data.
  package var bookings: Int
  /// The names of the copies that were deleted, because nobody can say whose data is in damaged bytes.
  package var deletedCopies: [String]
  /// The names of the copies that are still there.
  package var keptCopies: [String]

  /// A report with every member given.
  package init(bookings: Int, deletedCopies: [String] = [], keptCopies: [String] = []) {
    self.bookings = bookings
    self.deletedCopies = deletedCopies
    self.keptCopies = keptCopies
  }
}
