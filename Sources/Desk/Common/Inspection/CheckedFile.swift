// One file that is checked: read, put through the reader the program itself uses, and inspected. Which files there are
// is FileChoice.swift's part.

internal import System
internal import Business
internal import BusinessFile
internal import CivilTime

/// A file and what there is to say about it.
struct CheckedFile {
  let choice: FileChoice
  private(set) var source = SourceText([])
  /// Where its keys are; nil where it is no readable YAML.
  private(set) var places: SourceMap?
  /// What it describes; nil where it has errors.
  private(set) var business: Business?
  /// Whether its bytes could be had.
  private(set) var isReadable = true
  private(set) var findings: [Finding] = []

  /// Reads a file without looking for what can hardly be meant.
  init(uninspected choice: FileChoice) {
    self.choice = choice
    do {
      read(try Files.read(choice.path, limit: BusinessFileReader.sizeLimit))
    } catch {
      isReadable = false
      findings.append(Finding(code: .unreadable, message: "The file cannot be read: \(error.words)."))
    }
  }

  /// Reads and inspects a file as of an instant.
  init(_ choice: FileChoice, now: Instant) {
    self.init(uninspected: choice)
    inspect(now)
  }

  /// Inspects a file that is to have these bytes.
  init(_ choice: FileChoice, bytes: [UInt8], now: Instant) {
    self.choice = choice
    read(bytes)
    inspect(now)
  }

  private mutating func inspect(_ now: Instant) {
    if isReadable, choice.id == nil { findings.append(Finding(code: .name, message: FileChoice.nameRule)) }
    if choice.isReserved { findings.append(Finding(code: .name, message: FileChoice.reservedRule)) }
    if let business, let places { findings += Inspection.findings(in: business, places: places, now: now) }
  }

  private mutating func read(_ bytes: [UInt8]) {
    source = SourceText(bytes)
    places = try? SourceMap(bytes)
    // Under a name that no business can have, the content is worth checking all the same.
    guard let id = choice.id ?? Identifier("unnamed") else { return }
    do {
      business = try CheckedFile.business(bytes, id: id)
    } catch {
      findings += error.issues.map { issue in
        Finding(place: FilePlace(line: issue.line, column: issue.column), code: .invalid, message: issue.what)
      }
    }
  }

  /// The business that some bytes describe, in the zones of this computer.
  static func business(_ bytes: [UInt8], id: Identifier) throws(BusinessFileFailure) -> Business {
    try BusinessFileReader.read(bytes, id: id) { name throws(ZoneError) in
      try SystemZones.zone(named: name, calls: LinuxCalls())
    }
  }

  /// The place of one of its `sipIds`.
  func place(ofSipID text: String) -> FilePlace? {
    (places?.position(of: ["sipIds", text]) ?? places?.position(of: ["sipIds"])).map(FilePlace.init)
  }

  /// Adds what shows only beside other files.
  mutating func add(_ more: [Finding]) { findings += more }

  /// Puts the findings in the order of the file, those about the whole of it first.
  mutating func sort() {
    findings.sort { left, right in
      let (first, second) = (left.place, right.place)
      return (first?.line ?? 0, first?.column ?? 0, left.message) < (
        second?.line ?? 0, second?.column ?? 0, right.message
      )
    }
  }
}
