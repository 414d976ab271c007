// A command that goes over all businesses of a deployment. Where they are many it tells how far it is (Progress.swift), names
// only those that need somebody's attention, and counts the rest.

internal import Business

/// Many businesses, one after the other.
struct Roll {
  /// Whether only what needs attention is named.
  let isShort: Bool
  private let output: Output
  private let errors: Output
  private var progress: Progress
  private(set) var done = 0
  private(set) var remarkable = 0

  /// From so many businesses on a list of all is too long to be read.
  static let many = 20

  /// A roll of so many; where they were named one by one, each is told of.
  init(_ deed: String, of total: Int, isNamed: Bool, _ surroundings: Surroundings) {
    isShort = total >= Roll.many && !isNamed
    output = surroundings.output
    errors = surroundings.errors
    progress = Progress(deed, of: total, on: surroundings.errors)
  }

  /// Goes on to the next.
  mutating func begin(_ entity: Identifier) {
    progress.step(entity.text)
    done += 1
  }

  /// Tells what there is to tell of one that is as it should be.
  mutating func tell(_ text: String) throws(OutputFailure) {
    if isShort { return }
    progress.clear()
    try output.writeData(text)
  }

  /// Tells what needs attention.
  mutating func tellRemarkable(_ text: String) throws(OutputFailure) {
    remarkable += 1
    progress.clear()
    try output.writeData(text)
  }

  /// Tells why one could not be done; the others are done all the same.
  mutating func tellFailure(_ sentence: String) throws(OutputFailure) {
    remarkable += 1
    progress.clear()
    try errors.write("voicebot: \(sentence)\n")
  }

  /// Ends, with a line that counts where only some were named: `2000 businesses: 1 is named above, the others are whole`.
  mutating func end(_ others: String) throws(OutputFailure) {
    progress.clear()
    guard isShort else { return }
    let named = remarkable == 0 ? "all" : "\(remarkable) \(remarkable == 1 ? "is" : "are") named above, the others"
    try output.write("\(done) businesses: \(named) \(others)\n")
  }
}
