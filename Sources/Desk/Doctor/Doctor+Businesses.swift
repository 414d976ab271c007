// The business files: seen by the program, readable, in order, changed by nobody else, and not open to strangers.

internal import ActionTable
internal import Business
internal import BusinessFile
internal import CivilTime
import Glibc
internal import Host
internal import System

extension Doctor {
  /// A command that opens a file where it is wrong.
  private func edit(_ path: String, _ line: Int = 1) -> String { "${EDITOR:-vi} +\(line) \(Shell.path(path))" }

  private var begin: String { "\(desk) new my-business --timezone Europe/Berlin" }

  /// Looks at each business file.
  mutating func examineBusinesses() {
    let look = Look.at(businessFiles)
    guard look.exists else {
      find(
        "no-businesses", "There is no \(businessFiles).", "install -d -m 755 \(Shell.path(businessFiles)) && \(begin)")
      return
    }
    guard let names = try? Files.names(in: businessFiles), unsafe access(businessFiles, R_OK | X_OK) == 0 else {
      find(
        "businesses-unreadable", "\(user.name) may not read \(businessFiles), so no business can be served.",
        Files.isDirectory(businessFiles) || look.isDirectory
          ? "chmod a+rx \(Shell.path(businessFiles))" : "rm \(Shell.path(businessFiles))")
      return
    }
    if look.isDirectory, look.mode & 0o002 != 0 {
      find(
        "businesses-writable", "Anybody on this computer may write business files into \(businessFiles).",
        "chmod o-w \(Shell.path(businessFiles))")
    }
    var files: [CheckedFile] = []
    for name in names where !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml")) {
      let choice = FileChoice(name: name, path: "\(businessFiles)/\(name)")
      if let id = examineName(choice), isReadable(choice, id) {
        files.append(CheckedFile(uninspected: choice))
        served.append(id.text)
      }
    }
    if served.isEmpty, ailments.isEmpty {
      find(
        "no-business", "There is no business file in \(businessFiles) yet.",
        begin)
    }
    SharedNumbers.compare(&files)
    LostTokens.find(in: &files, at: surroundings)
    for file in files { examine(file) }
  }

  /// The business of a file's name; without one the program does not see the file, and that is found.
  private mutating func examineName(_ choice: FileChoice) -> Identifier? {
    if let id = choice.id, !choice.isReserved { return id }
    let name = choice.location.name
    let stem = name.prefix { $0 != "." }
    var id = String(stem.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" }.drop { $0 == "-" })
    if id.isEmpty || choice.isReserved { id = "business" + (id.isEmpty ? "" : "-" + id) }
    var target = "\(businessFiles)/\(id.prefix(60)).yaml"
    if Look.at(target).exists { target = "\(businessFiles)/\(id.prefix(60))-2.yaml" }
    find(
      "file-name", "The program does not see \(choice.path): it is not named as the file of a business has to be.",
      "mv \(Shell.path(choice.path)) \(Shell.path(target))")
    return nil
  }

  /// Whether the user may read a file; if not, that is found.
  private mutating func isReadable(_ choice: FileChoice, _ id: Identifier) -> Bool {
    let look = Look.at(choice.path)
    if look.isLink, !Files.exists(choice.path) {
      find(
        "file-gone", of: id.text, "\(choice.path) is a link that leads nowhere, so nobody can call this business.",
        "rm \(Shell.path(choice.path))")
      return false
    }
    if unsafe access(choice.path, R_OK) != 0 {
      let path = look.isLink ? Files.resolved(choice.path) ?? choice.path : choice.path
      find(
        "file-unreadable", of: id.text,
        "\(user.name) may not read \(choice.path): its callers hear of a misconfiguration.",
        "chmod a+r \(Shell.path(path))")
      return false
    }
    if !look.isLink, look.mode & 0o002 != 0 {
      find(
        "file-writable", of: id.text, "Anybody on this computer may change \(choice.path).",
        "chmod o-w \(Shell.path(choice.path))")
    }
    return true
  }

  private mutating func examine(_ file: CheckedFile) {
    let id = file.choice.id?.text
    let path = file.choice.path
    let errors = file.findings.filter(\.code.isError)
    if let error = errors.first {
      let line = error.place?.line ?? 1
      let more = errors.count > 1 ? " (and \(errors.count - 1) more)" : ""
      find(
        "file-broken", of: id,
        "\(path):\(line): \(error.message)\(more) Until that is mended this business is out of service.",
        edit(path, line))
      return
    }
    guard let business = file.business else { return }
    businesses.append(business)
    guard business.tokenHashes.isEmpty else { return }
    if file.findings.contains(where: { $0.code == .tokensGone }) {
      restoreTokens(of: business, to: path)
    } else if premises?.settings.token == nil {
      let token = "token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \\n')"
      let line = "printf '\\ntokens: [%s]\\n' \"$(printf %s \"$token\" | sha256sum | cut -c1-64)\""
      find(
        "no-token", of: id,
        "Requests need no token: a stranger who knows the address can fill the diary, and with somebody's phone number "
          + "learn name, date of birth and e-mail and cancel that person's appointments. This makes a token and prints the "
          + "header to give to the bot.",
        file.places?.position(of: ["tokens"]) == nil
          ? "\(token) && \(line) >>\(Shell.path(path)) && echo \"Authorization: Bearer $token\""
          : edit(path, file.places?.position(of: ["tokens"])?.line ?? 1))
    }
  }

  private mutating func restoreTokens(of business: Business, to path: String) {
    let mark = "\(data)/\(TokenMark<LinuxCalls>.name(of: business.id))"
    let hashes = (try? TokenMark(of: business.id, in: data, calls: LinuxCalls()).remembered()) ?? []
    find(
      "tokens-gone", of: business.id.text,
      "The business had tokens, and \(path) names none: callers are still asked for them, because a file that was cut off "
        + "must not open it. If you took them out, delete \(mark) instead.",
      hashes.isEmpty
        ? "rm \(Shell.path(mark))"
        : "printf '\\ntokens: [\(hashes.joined(separator: ", "))]\\n' >>\(Shell.path(path))")
  }
}
