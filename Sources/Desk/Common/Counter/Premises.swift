// The deployment as a command at the counter finds it: which business is meant, where its bookings are, what time it
// is.

internal import System
internal import Diary
internal import DiaryFile
internal import Business
internal import BusinessFile
internal import CivilTime
internal import Host
internal import Webhook

/// A deployment's directories, clock and randomness.
struct Premises {
  let settings: Settings
  /// The present as the command began.
  let now: Instant
  private let surroundings: Surroundings

  /// The deployment that surrounds a command.
  init(_ surroundings: Surroundings) throws(DeskFailure) {
    settings = try surroundings.settings()
    now = try surroundings.now()
    self.surroundings = surroundings
  }

  /// The businesses there are files of, sorted.
  func businesses() throws(DeskFailure) -> [Identifier] {
    do {
      return try BusinessDirectory(path: settings.businesses, calls: LinuxCalls()).ids()
    } catch {
      throw DeskFailure(
        "\(shownDirectory) cannot be read: set VOICEBOT_ROOT to the directory that holds Businesses.")
    }
  }

  /// The business with an id; without one the deployment's own (`VOICEBOT_ENTITY`), else the only one there is.
  func business(_ entity: String?) throws(DeskFailure) -> Business {
    let known = try businesses()
    if let name = entity ?? settings.entity {
      guard let id = known.first(where: { $0.text == name }) else {
        let others = Wording.existing(known.map(\.text))
        throw DeskFailure("There is no business “\(TerminalText.harmless(name))” in \(shownDirectory): \(others).")
      }
      return try load(id)
    }
    guard let only = known.first else {
      throw DeskFailure("There is no business in \(shownDirectory) yet: make one with `voicebot new`.")
    }
    guard known.count == 1 else {
      throw DeskFailure("Which business? Name one: \(Wording.existing(known.map(\.text))).", status: 64)
    }
    return try load(only)
  }

  private var shownDirectory: String { surroundings.shown(settings.businesses) }

  /// The business of a file that is there.
  func load(_ id: Identifier) throws(DeskFailure) -> Business {
    let directory = BusinessDirectory(path: settings.businesses, calls: LinuxCalls())
    let file = surroundings.shown(directory.path(of: id))
    let contents: BusinessFileContents
    do {
      contents = try directory.read(id)
    } catch {
      throw DeskFailure("\(file) cannot be read; look at its permissions and size.")
    }
    do {
      return try CheckedFile.business(contents.bytes, id: id)
    } catch {
      let issue = error.issues[0]
      let more = error.issues.count > 1 ? " (and \(error.issues.count - 1) more)" : ""
      throw DeskFailure(
        "\(file):\(issue.line):\(issue.column): \(TerminalText.harmless(issue.what))\(more) "
          + "Run `voicebot check` for all that is wrong.")
    }
  }

  /// The businesses that have a business file or a diary: those that were named, in that order, else all.
  func entities(_ names: [String]) throws(DeskFailure) -> [Identifier] {
    let known = Set(try businesses() + settings.deskEngine.entities()).sorted()
    if names.isEmpty { return known }
    return try names.map { name throws(DeskFailure) in
      if let id = known.first(where: { $0.text == name }) { return id }
      throw DeskFailure(
        "There is no business “\(TerminalText.harmless(name))”: \(Wording.existing(known.map(\.text))).")
    }
  }

  /// When the file of a business last changed; the distant past where nobody can tell.
  func businessFileChanged(_ id: Identifier) -> Instant {
    let path = BusinessDirectory(path: settings.businesses, calls: LinuxCalls()).path(of: id)
    guard let status = try? LinuxCalls().status(of: path) else { return .distantPast }
    return Instant(milliseconds: Int64(clamping: status.identity.modified / 1_000_000))
  }

  /// Does something with the diary of a business.
  func diary<Result>(
    of entity: Identifier, _ body: (DeskEngine.Store) throws(DiaryError) -> Result
  ) throws(DeskFailure) -> Result {
    do {
      return try body(settings.deskEngine.diary(of: entity))
    } catch {
      throw DataOwner.refusal(settings.data, shown: surroundings.shown(settings.data)) ?? DeskFailure(error, of: entity)
    }
  }

  /// The webhook's deployment for somebody who sits at the machine, and so needs no token. `actor` is who does what is
  /// done; nil where it is done as the bot does it.
  func deployment(liftingTerms: Bool = false, by actor: String? = nil) -> Deployment<LinuxCalls> {
    let (fixed, clock, random) = (settings.now, surroundings.clock, surroundings.random)
    return Deployment(
      businesses: settings.businesses, cache: settings.data, endpoint: nil,
      access: Access(verdict: .granted) { _ in true }, liftsTerms: liftingTerms, actor: actor,
      clock: { fixed ?? clock() }, random: random, calls: LinuxCalls())
  }

  /// Who acts, as events record it.
  var actor: String { Actor.name(surroundings.variables) }

  /// What the clock says, for something that happens under the lock.
  var clock: Instant { settings.now ?? surroundings.clock() }

  /// So many bytes that nobody can guess.
  func random(_ count: Int) -> [UInt8] { surroundings.random(count) }
}
