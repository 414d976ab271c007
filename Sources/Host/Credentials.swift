// The token that a request carries, and whether it opens a business. This file knows where hosts put the token. Digest.swift
// hashes it; Webhook finds the business that is meant.

internal import Basics
package import Webhook

/// What a request shows to prove who is asking.
package struct Credentials: Sendable {
  /// The bearer token, or nil where the request carries none.
  package var token: String?

  /// Credentials with this token.
  package init(token: String?) { self.token = token }

  /// The token in `Authorization: Bearer …` (RFC 6750, section 2.1; the scheme's case does not matter), else the one
  /// of the query, which the caller leaves out where it is not allowed.
  package init(authorization: String?, queryToken: String?) {
    token = authorization.flatMap(Credentials.bearer) ?? queryToken
  }

  /// The request's `Authorization` among variables: `HTTP_AUTHORIZATION` (CGI), the same behind one or more
  /// `REDIRECT_` (Apache after a rewrite), `Http_Authorization` (OpenFaaS).
  static func authorization(in variables: Variables) -> String? {
    variables.nonEmpty("HTTP_AUTHORIZATION") ?? variables.first(where: isAuthorization)
  }

  private static func isAuthorization(_ name: Span<UInt8>) -> Bool {
    let redirect = "REDIRECT_"
    var rest = name
    while rest.count > redirect.utf8.count,
      ASCII.equalIgnoringCase(rest.extracting(first: redirect.utf8.count), redirect)
    {
      rest = rest.extracting(droppingFirst: redirect.utf8.count)
    }
    return ASCII.equalIgnoringCase(rest, "HTTP_AUTHORIZATION")
  }

  /// What these credentials open: everything where they are the deployment's token, and a business that lists the
  /// token's SHA-256 hash. The time taken does not depend on how much of a token is right.
  package func access(deploymentToken: String?) -> Access {
    guard let token else { return Access(verdict: deploymentToken == nil ? .notAsked : .refused) { _ in false } }
    let verdict: Access.Verdict =
      switch deploymentToken {
      case nil: .notAsked
      case let expected?: Digest.equal(Digest.sha256(token), Digest.sha256(expected)) ? .granted : .refused
      }
    return Access(verdict: verdict) { tokenHashes in
      let shown = Digest.sha256(token)
      var opens = false
      for hash in tokenHashes where Digest.equal(shown, Hexadecimal.bytes(hash) ?? []) { opens = true }
      return opens
    }
  }

  /// The SHA-256 hash of a token as a business file lists it: 64 hexadecimal digits in lower case.
  package static func hash(of token: String) -> String {
    var digits: [UInt8] = []
    for byte in Digest.sha256(token) { Hexadecimal.append(UInt64(byte), digits: 2, to: &digits) }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The token of an `Authorization` header's value, or nil where the scheme is another or the token is missing.
  private static func bearer(_ value: String) -> String? {
    let space = UInt8(ascii: " ")
    let trimmed = value.utf8.drop { $0 == space }
    guard let end = trimmed.firstIndex(of: space),
      ASCII.equalIgnoringCase(Substring(trimmed[..<end]).utf8.span, "Bearer")
    else { return nil }
    var token = trimmed[end...].drop { $0 == space }
    while token.last == space { token.removeLast() }
    return token.isEmpty ? nil : String(Substring(token))
  }
}
