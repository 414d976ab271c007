// A page in the language of man(7).

internal import Host

struct ManPage {
  private(set) var text: String

  /// A page of section 1 with its NAME.
  init(_ name: String, _ abstract: String) {
    text = ".TH \(ManPage.escaped(name.uppercased())) 1 \"\" \"voicebot \(ProgramVersion.text)\" \"voicebot\"\n"
    text += ".nh\n.ad l\n"
    text += ".SH NAME\n\(ManPage.escaped(name)) \\- \(ManPage.escaped(abstract))\n"
  }

  mutating func section(_ title: String) { text += ".SH \(title)\n" }

  mutating func subsection(_ title: String) { text += ".SS \(ManPage.escaped(title))\n" }

  /// A command line, in a paragraph of its own.
  mutating func command(_ words: String, _ rest: String) {
    text += ".PP\n\\fB\(ManPage.escaped(words))\\fR\(rest.isEmpty ? "" : " " + ManPage.escaped(rest))\n"
  }

  /// Paragraphs, parted by blank lines; what is indented is shown as it stands.
  mutating func prose(_ prose: String) {
    var isExample = false
    var isNew = true
    for line in prose.split(separator: "\n", omittingEmptySubsequences: false) {
      let isIndented = line.hasPrefix("  ")
      if isExample, !isIndented { text += ".fi\n.RE\n" }
      if line.isEmpty {
        isNew = true
      } else if isIndented, !isExample {
        text += ".PP\n.RS 4\n.nf\n"
      } else if isNew, !isIndented {
        text += ".PP\n"
      }
      if !line.isEmpty {
        text += ManPage.line(isIndented ? line.dropFirst(2) : line) + "\n"
        isNew = false
      }
      isExample = isIndented
    }
    if isExample { text += ".fi\n.RE\n" }
  }

  /// A term and what it means.
  mutating func item(_ term: String, _ meaning: String) {
    text += ".TP\n\\fB\(ManPage.escaped(term))\\fR\n"
    for line in meaning.split(separator: "\n") { text += ManPage.line(line) + "\n" }
    if meaning.isEmpty { text += "\\&\n" }
  }

  /// A line of text that is no request to man.
  private static func line(_ line: some StringProtocol) -> String {
    let text = escaped(String(line))
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }

  /// A text in which nothing is a command; hyphens stay those of command lines.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("`", with: "\\`")
  }
}
