// What the failures of a diary mean to the person at the desk: the engine words them.

internal import Business
internal import Diary
import Glibc

extension DeskFailure {
  /// The failure of a command that a failure of a business's diary is.
  init(_ failure: some DiaryFailure, of entity: Identifier) {
    self.init(failure.sentence(of: entity), status: failure.fault == .busy ? EX_TEMPFAIL : 1)
  }
}
