// The unit of an index file: 4096 bytes that prove themselves. Indexes are never synced, so after a power cut any page may
// be old, empty or foreign; each is looked at before a word of it is believed.

internal import Basics

/// A page: 512 words, of which the first is a checksum over the others, the page's place and the file it belongs to.
enum IndexPage {
  static let words = 512
  static let bytes: Int64 = 4096

  /// Where a page's number of used words stands; entries begin behind it.
  static let used = 1
  static let content = 2

  /// Writes the checksum of the page that begins at a word of `pages`.
  static func seal(_ pages: inout [UInt64], at start: Int, number: Int, seed: UInt64) {
    pages[start] = checksum(pages.span.extracting(start..<start + words), number, seed)
  }

  /// Whether the page that begins at a word of `pages` is whole and in its place.
  static func isWhole(_ pages: [UInt64], at start: Int, number: Int, seed: UInt64) -> Bool {
    pages[start] == checksum(pages.span.extracting(start..<start + words), number, seed)
  }

  /// Each step maps different states to different ones and different words to different ones, so that a change to one
  /// word always shows.
  private static func checksum(_ page: Span<UInt64>, _ number: Int, _ seed: UInt64) -> UInt64 {
    var state = Mixing.mixed(seed ^ UInt64(truncatingIfNeeded: number))
    var index = 1
    while index < page.count {
      state = Mixing.mixed(state ^ page[index])
      index &+= 1
    }
    return state
  }
}

/// Part of an index is not what it should be: the index is of no use, and the lines themselves answer.
struct IndexFault: Error {}
