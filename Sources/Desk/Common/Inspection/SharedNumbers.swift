// Telephone numbers and SIP ids that stand in more than one place, in one file or in two: a call must belong to one
// business. How a call is matched: NumberCache's SipNumber.

internal import Business
internal import CivilTime
internal import Phones

enum SharedNumbers {
  private struct Use {
    let file: String
    let text: String
    let place: FilePlace?
  }

  /// Adds to each file what it shares with those before it, and with the files beside it that were not chosen.
  static func compare(_ files: inout [CheckedFile]) {
    for directory in Set(files.map(\.choice.location.directory)).sorted() {
      let chosen = files.indices.filter { files[$0].choice.location.directory == directory }
      guard let first = chosen.first else { continue }
      var uses: [String: [Use]] = [:]
      for neighbour in neighbours(of: files[first].choice, apartFrom: chosen.map { files[$0].choice }) {
        _ = findings(in: neighbour, &uses)
      }
      for index in chosen { files[index].add(findings(in: files[index], &uses)) }
    }
  }

  /// What the numbers of a file share with those in `uses`, to which they are added.
  private static func findings(in file: CheckedFile, _ uses: inout [String: [Use]]) -> [Finding] {
    guard let business = file.business else { return [] }
    return business.sipIds.compactMap { text in
      let use = Use(file: file.choice.name, text: text, place: file.place(ofSipID: text))
      let key = key(of: text, country: business.country)
      let others = uses[key, default: []]
      uses[key] = others + [use]
      let worst = others.first { $0.text == text } ?? others.first
      return worst.map { finding(use, sharedWith: $0) }
    }
  }

  private static func finding(_ use: Use, sharedWith other: Use) -> Finding {
    let related = Finding.Related(file: other.file, place: other.place)
    let text = Words.quoted(use.text)
    let code: FindingCode
    let message: String
    if use.file == other.file {
      code = .sameNumber
      let line = other.place.map { " in line \($0.line)" } ?? ""
      message = "\(text) is the number \(Words.quoted(other.text))\(line) in another spelling; one of them is enough."
    } else if use.text == other.text {
      code = .sharedSipID
      message = "\(text) is also a number of another business (\(related.text)); a call to it can belong to one only."
    } else {
      code = .sameNumber
      message =
        "\(text) is the number \(Words.quoted(other.text)) of another business (\(related.text)) in another spelling; a call to "
        + "it can belong to one only."
    }
    return Finding(place: use.place, code: code, message: message, related: [related])
  }

  /// The same for all spellings of a number; other texts as they are.
  private static func key(of text: String, country: String?) -> String {
    guard let number = PhoneNumber(text, country: country) else { return "text " + text }
    return "number " + (number.e164.map { String($0.dropFirst()) } ?? number.digits)
  }

  /// The other business files of the directory in which a file is.
  private static func neighbours(of choice: FileChoice, apartFrom chosen: [FileChoice]) -> [CheckedFile] {
    let chosen = Set(chosen.map(\.location.name))
    let names = (try? Files.names(in: choice.location.directory)) ?? []
    return names.compactMap { name in
      let neighbour = choice.neighbour(name)
      return neighbour.id == nil || chosen.contains(name) ? nil : CheckedFile(uninspected: neighbour)
    }
  }
}
