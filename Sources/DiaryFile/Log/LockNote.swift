// The note: up to where the bookings file was on the disk, as the last writer left it. It tells a crash from damage: what it
// vouches for was there. FileLock.swift says where it stands.

internal import DiaryFormat
internal import Basics

/// A note, one line of text.
///
/// It is written only after what it says has become true, and is seldom synced itself. So an old note may be found after
/// a power cut, and claims less than there is; none ever claims more. One that was written in part fails its check, and
/// says nothing.
struct LockNote: Equatable {
  /// What was on the disk: a file of a generation, up to `end`, where a line with this checksum ends.
  struct Claim: Equatable {
    var generation: UInt64
    var end: Int64
    /// 0 where the file has no line but its first.
    var checksum: UInt32
  }

  /// Whether something is under way: a writer that finds this is the next after one that died, and clears up.
  var isPending: Bool
  /// What the note vouches for; nil where nothing is known.
  var claim: Claim?

  /// Every note has this length.
  static let length = 55

  /// Nothing is known.
  static let nothing = LockNote(isPending: false, claim: nil)

  /// That this is on the disk.
  static func synced(_ claim: Claim) -> LockNote { LockNote(isPending: false, claim: claim) }

  init(isPending: Bool, claim: Claim?) {
    self.isPending = isPending
    self.claim = claim
  }

  /// The note that these bytes are. Programs before this one wrote `synced` and no check.
  init(_ bytes: [UInt8]) {
    self = .nothing
    guard bytes.count == Self.length else { return }
    let word = bytes[..<8]
    let isOld = word.elementsEqual("synced  ".utf8)
    isPending = word.elementsEqual("pending ".utf8)
    guard isPending || isOld || word.elementsEqual("on disk ".utf8),
      let generation = Hexadecimal.number(bytes.span.extracting(8..<24)),
      let end = Hexadecimal.number(bytes.span.extracting(25..<41)).flatMap(Int64.init(exactly:)),
      let checksum = Hexadecimal.number(bytes.span.extracting(42..<50))
    else { return }
    let found = Claim(generation: generation, end: end, checksum: UInt32(truncatingIfNeeded: checksum))
    // What it says, spelt again, is what it is.
    guard isOld ? bytes == Self.bytes("synced  ", found, isChecked: false) : bytes == LockNote(isPending, found).bytes
    else { return }
    claim = found
  }

  private init(_ isPending: Bool, _ claim: Claim) { self.init(isPending: isPending, claim: claim) }

  /// The note as it is written.
  var bytes: [UInt8] {
    guard let claim else { return Self.finished(isPending ? Array("pending".utf8) : []) }
    return Self.bytes(isPending ? "pending " : "on disk ", claim, isChecked: true)
  }

  private static func bytes(_ word: String, _ claim: Claim, isChecked: Bool) -> [UInt8] {
    var note = Array(word.utf8)
    Hexadecimal.append(claim.generation, digits: 16, to: &note)
    note.append(UInt8(ascii: " "))
    Hexadecimal.append(UInt64(bitPattern: claim.end), digits: 16, to: &note)
    note.append(UInt8(ascii: " "))
    Hexadecimal.append(UInt64(claim.checksum), digits: 8, to: &note)
    if isChecked { Hexadecimal.append(UInt64(Checksum.of(note.span) & 0xFFFF), digits: 4, to: &note) }
    return finished(note)
  }

  private static func finished(_ text: [UInt8]) -> [UInt8] {
    text + [UInt8](repeating: UInt8(ascii: " "), count: length - 1 - text.count) + [UInt8(ascii: "\n")]
  }
}

extension LockNote.Claim {
  /// Throws `damaged` where a file of its generation, whose lines end so, lacks what was on the disk. A last line that
  /// lacks only its line feed has lost nothing.
  func prove(_ summary: LineSummary) throws(FileError) {
    let end = summary.end + (summary.lacksLineFeed ? 1 : 0)
    if end < self.end { throw .damaged(line: summary.number + 1, .lost) }
    if end == self.end, summary.checksum != checksum { throw .damaged(line: summary.number, .lost) }
  }
}
