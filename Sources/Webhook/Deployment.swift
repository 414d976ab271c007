// What the webhook is given from outside, once per request. Everything with an effect comes in here.

internal import Business
package import CivilTime
package import System

/// Where the business files are, which endpoint was called, and the clock and the randomness to use. The diaries come
/// beside it.
package struct Deployment<Calls: SystemCalls>: Sendable {
  /// The directory of the business files.
  package var businesses: String
  /// A directory in which something may be kept that the business files say too, to find it faster, or said before. It need
  /// not exist.
  package var cache: String
  /// The business of the endpoint as its address names it, not checked yet; nil where it names none.
  package var endpoint: String?
  /// The business in the address where the deployment has one of its own, which it must be; nil where it names none.
  package var addressed: String?
  /// Whether the answers go to a language model as they are: listings are short, and an empty one has a sentence (contract,
  /// section 9).
  package var answersModels: Bool
  /// Who asks, as far as tokens tell.
  package var access: Access
  /// Whether only what is taken counts: the receptionist may book what the file's times, terms and agents do not allow, past
  /// days included, and change what is past. What is taken stays taken.
  package var liftsTerms: Bool
  /// Who asks, as events record it; nil where the bot does.
  package var actor: String?
  /// Reads the clock; called once per request, after the lock where there is one.
  package var clock: @Sendable () -> Instant
  /// This many bytes that nobody can guess; nil where the system has none.
  package var random: @Sendable (Int) -> [UInt8]?
  /// The system that has the files and the zones.
  package var calls: Calls

  /// A deployment with every member given.
  package init(
    businesses: String, cache: String, endpoint: String?, addressed: String? = nil, answersModels: Bool = false,
    access: Access = .open, liftsTerms: Bool = false, actor: String? = nil,
    clock: @escaping @Sendable () -> Instant, random: @escaping @Sendable (Int) -> [UInt8]?, calls: Calls
  ) {
    self.businesses = businesses
    self.cache = cache
    self.endpoint = endpoint
    self.addressed = addressed
    self.answersModels = answersModels
    self.access = access
    self.liftsTerms = liftsTerms
    self.actor = actor
    self.clock = clock
    self.random = random
    self.calls = calls
  }
}

/// What the token of a request opens. The token itself and its hash stay with the host.
package struct Access: Sendable {
  /// What the deployment's own token (`VOICEBOT_TOKEN`) says.
  package enum Verdict: Sendable {
    /// The deployment asks for none.
    case notAsked
    /// It was shown.
    case granted
    /// It was not shown.
    case refused
  }
  /// What the deployment's own token says.
  package var verdict: Verdict
  /// Whether the token shown is one of those with these SHA-256 hashes (64 lower-case hexadecimal digits each).
  package var opens: @Sendable (_ tokenHashes: [String]) -> Bool

  /// Access with a verdict on the deployment's token and a test for a business's own.
  package init(verdict: Verdict, opens: @escaping @Sendable (_ tokenHashes: [String]) -> Bool) {
    self.verdict = verdict
    self.opens = opens
  }

  /// Nobody asks for a token and none was shown.
  package static let open = Access(verdict: .notAsked) { _ in false }

  /// Whether a request may use a business that asks for a token with one of these hashes, or for none: the deployment's
  /// token opens every business, a business's own only itself.
  func mayUse(_ tokenHashes: [String]?) -> Bool {
    guard let tokenHashes else { return verdict != .refused }
    return verdict == .granted || opens(tokenHashes)
  }
}
