// An occupation as an index holds it: under each day (UTC) that it touches, complete, so that nobody has to read the
// line it came from. Where something was given up or moved away, an entry that is not held takes its place.

internal import DiaryFormat
internal import CivilTime
internal import Diary

/// The words of an entry: the key, the id's hash, size and flags, the line, four instants, lengths, and the texts. Behind
/// the last resource stands the pause, if there is one.
enum DayEntry {
  static let hash = 1
  private static let shape = 2
  static let line = 3
  private static let lengths = 8
  private static let text = 9

  private static let heldFlag: UInt64 = 1 << 16
  private static let productFlag: UInt64 = 1 << 17
  /// The line has to be read: it has more resources, or more of one, than can be held here, or is about all agents, which
  /// programs from before know nothing of and refuse.
  private static let elsewhereFlag: UInt64 = 1 << 18
  private static let pauseFlag: UInt64 = 1 << 19

  private static let greatestText = 1536

  /// All days.
  static let allDays = (DayKey.long + 1)...UInt64.max

  /// Appends the entries of a line that are for certain days or for every day: held ones where it says that something is
  /// occupied, others where it was before.
  static func append(
    _ head: LineHead, line: UInt64, in days: ClosedRange<UInt64>, to words: inout [UInt64], starts: inout [Int]
  ) {
    guard let occupation = head.occupation else { return }
    let keys = DayKey.held(occupation.occupiedStart, occupation.occupiedEnd)
    for key in keys where key == DayKey.long || days.contains(key) {
      append(key, occupation, isHeld: head.kind.isLive, line, to: &words, starts: &starts)
    }
    guard let from = head.from else { return }
    for key in DayKey.held(from.occupiedStart, from.occupiedEnd) where key == DayKey.long || days.contains(key) {
      guard !keys.contains(key) else { continue }
      append(key, occupation, isHeld: false, line, to: &words, starts: &starts)
    }
  }

  private static func append(
    _ key: UInt64, _ occupation: Occupation, isHeld: Bool, _ line: UInt64, to words: inout [UInt64],
    starts: inout [Int]
  ) {
    let start = words.count
    starts.append(start)
    var text = Array(occupation.bookingID.utf8.prefix(Record.greatestID))
    let idLength = text.count
    var flags: UInt64 = 0
    var (agentLength, productLength, resourcesLength) = (0, 0, 0)
    if isHeld {
      flags |= heldFlag
      text.append(contentsOf: (occupation.agent ?? "").utf8)
      agentLength = text.count - idLength
      if let product = occupation.product {
        flags |= productFlag
        text.append(contentsOf: product.utf8)
      }
      productLength = text.count - idLength - agentLength
      append(occupation.resources, to: &text)
      if occupation.pauseLength > 0 {
        flags |= pauseFlag
        append(occupation.pauseAfter, bytes: 4, to: &text)
        append(occupation.pauseLength, bytes: 4, to: &text)
      }
      resourcesLength = text.count - idLength - agentLength - productLength
      if occupation.agent == nil || text.count > greatestText
        || occupation.resources.contains(where: { $0.units > 0xFFFF || $0.id.utf8.contains { $0 < 2 } })
      {
        flags |= elsewhereFlag
        text.removeLast(text.count - idLength)
        (agentLength, productLength, resourcesLength) = (0, 0, 0)
      }
    }
    let size = self.text + (text.count + 7) / 8
    words.append(key)
    words.append(PostingKey.subject(occupation.bookingID))
    words.append(UInt64(size) | flags)
    words.append(line)
    for instant in [occupation.occupiedStart, occupation.occupiedEnd, occupation.start, occupation.end] {
      words.append(UInt64(bitPattern: instant.milliseconds))
    }
    words.append(
      UInt64(idLength) | UInt64(agentLength) << 16 | UInt64(productLength) << 32 | UInt64(resourcesLength) << 48)
    for first in stride(from: 0, to: text.count, by: 8) {
      var word: UInt64 = 0
      for index in (first..<min(first + 8, text.count)).reversed() { word = word << 8 | UInt64(text[index]) }
      words.append(word)
    }
  }

  /// How many words the entry that begins at a word has.
  static func size(_ words: Span<UInt64>, at start: Int) -> Int { Int(words[start &+ shape] & 0xFFFF) }

  /// Whether the booking or block was held there after the entry's line.
  static func isHeld(_ words: Span<UInt64>, at start: Int) -> Bool { words[start &+ shape] & heldFlag != 0 }

  /// Whether the entry's line has to be read to know all.
  static func isElsewhere(_ words: Span<UInt64>, at start: Int) -> Bool { words[start &+ shape] & elsewhereFlag != 0 }

  /// Whether two entries are about the same booking or block.
  static func isSameID(_ left: Span<UInt64>, at leftStart: Int, _ right: Span<UInt64>, at rightStart: Int) -> Bool {
    guard left[leftStart &+ hash] == right[rightStart &+ hash] else { return false }
    let count = Int(left[leftStart &+ lengths] & 0xFFFF)
    guard count == Int(right[rightStart &+ lengths] & 0xFFFF) else { return false }
    for index in 0..<count where byte(left, leftStart, index) != byte(right, rightStart, index) { return false }
    return true
  }

  /// Whether what the entry says is occupied meets a range.
  static func meets(_ range: Range<Instant>, _ words: Span<UInt64>, at start: Int) -> Bool {
    Int64(bitPattern: words[start &+ 4]) < range.upperBound.milliseconds
      && range.lowerBound.milliseconds < Int64(bitPattern: words[start &+ 5])
  }

  /// The occupation of an entry that is held and not elsewhere; nil where its texts are not what was written. `bytes` is
  /// memory to work in.
  static func occupation(_ words: Span<UInt64>, at start: Int, using bytes: inout [UInt8]) -> Occupation? {
    let lengths = words[start &+ lengths]
    let (id, agent) = (Int(lengths & 0xFFFF), Int(lengths >> 16 & 0xFFFF))
    let (product, resources) = (Int(lengths >> 32 & 0xFFFF), Int(lengths >> 48))
    let count = id &+ agent &+ product &+ resources
    guard count <= (size(words, at: start) &- text) &* 8 else { return nil }
    bytes.removeAll(keepingCapacity: true)
    for index in 0..<(count &+ 7) / 8 {
      var word = words[start &+ text &+ index]
      for _ in 0..<8 {
        bytes.append(UInt8(truncatingIfNeeded: word))
        word >>= 8
      }
    }
    let hasPause = words[start &+ shape] & pauseFlag != 0
    let end = hasPause ? count &- 8 : count
    guard end >= count &- resources, let idText = string(bytes.span.extracting(0..<id)),
      let agentText = string(bytes.span.extracting(id..<id &+ agent)),
      let productText = string(bytes.span.extracting(id &+ agent..<id &+ agent &+ product)),
      let held = heldResources(bytes.span.extracting(id &+ agent &+ product..<end))
    else { return nil }
    return Occupation(
      bookingID: idText, agent: agentText, product: words[start &+ shape] & productFlag == 0 ? nil : productText,
      start: instant(words[start &+ 6]), end: instant(words[start &+ 7]), occupiedStart: instant(words[start &+ 4]),
      occupiedEnd: instant(words[start &+ 5]), pauseAfter: hasPause ? number(bytes.span, at: end, bytes: 4) : 0,
      pauseLength: hasPause ? number(bytes.span, at: end &+ 4, bytes: 4) : 0, resources: held)
  }

  private static func instant(_ word: UInt64) -> Instant { Instant(milliseconds: Int64(bitPattern: word)) }

  private static func byte(_ words: Span<UInt64>, _ start: Int, _ index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: words[start &+ text &+ index / 8] >> UInt64(index % 8 * 8))
  }

  private static func string(_ bytes: Span<UInt8>) -> String? {
    guard let text = try? UTF8Span(validating: bytes) else { return nil }
    return String(copying: text)
  }

  /// Appends resources: the text of each, then a byte 0 for one unit, or a byte 1 and two bytes that count its units.
  private static func append(_ resources: [HeldResource], to text: inout [UInt8]) {
    for resource in resources {
      text.append(contentsOf: resource.id.utf8)
      text.append(resource.units == 1 ? 0 : 1)
      if resource.units != 1 { append(resource.units, bytes: 2, to: &text) }
    }
  }

  /// The resources that `append` has written.
  private static func heldResources(_ bytes: Span<UInt8>) -> [HeldResource]? {
    var resources: [HeldResource] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] > 1 { end &+= 1 }
      guard end < bytes.count, let id = string(bytes.extracting(start..<end)) else { return nil }
      start = end &+ 1
      if bytes[end] == 0 {
        resources.append(HeldResource(id))
        continue
      }
      guard start &+ 2 <= bytes.count else { return nil }
      resources.append(HeldResource(id, units: number(bytes, at: start, bytes: 2)))
      start &+= 2
    }
    return resources
  }

  /// Appends a number that is not negative, its lowest byte first.
  private static func append(_ number: Int, bytes count: Int, to text: inout [UInt8]) {
    for index in 0..<count { text.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }

  /// The number at a place, its lowest byte first.
  private static func number(_ bytes: Span<UInt8>, at start: Int, bytes count: Int) -> Int {
    var number = 0
    for index in (0..<count).reversed() { number = number << 8 | Int(bytes[start &+ index]) }
    return number
  }
}
