// Looks an HTML document of this program through: whether its elements are closed in order, lists hold items only, ids are
// there once, what refers to an id finds it, and headings do not skip a level. Not a parser of other people's HTML.

/// A document that was looked through.
struct PageDocument {
  private(set) var problems: [String] = []
  private var names: [String] = []

  init(_ page: String) throws {
    var open: [String] = []
    var ids: Set<String> = []
    var references: Set<String> = []
    var level = 0
    for tag in page.replacing(/<style>[\s\S]*<\/style>/, with: "").matches(of: /<(\/?)([a-z0-9!]+)([^>]*)>/) {
      let name = String(tag.2)
      if name == "!doctype" || name == "meta" { continue }
      if tag.1 == "/" {
        if open.popLast() != name { problems.append("</\(name)> closes something else") }
        continue
      }
      names.append(name)
      let parent = open.last ?? ""
      if name == "li", parent != "ul", parent != "ol" { problems.append("<li> in <\(parent)>") }
      if parent == "ul" || parent == "ol", name != "li" { problems.append("<\(name)> in <\(parent)>") }
      if let heading = name.wholeMatch(of: /h([1-6])/), let number = Int(heading.1) {
        if number > level + 1 { problems.append("<\(name)> after a heading of level \(level)") }
        level = number
      }
      if let id = tag.3.firstMatch(of: /\ id="([^"]*)"/), !ids.insert(String(id.1)).inserted {
        problems.append("id \(id.1) twice")
      }
      if let reference = tag.3.firstMatch(of: /\ aria-labelledby="([^"]*)"/) { references.insert(String(reference.1)) }
      if String(tag.3).count(where: { $0 == "\"" }) % 2 != 0 { problems.append("quotation marks in <\(name)\(tag.3)>") }
      open.append(name)
    }
    problems += open.map { "<\($0)> is never closed" } + references.subtracting(ids).map { "no id \($0)" }
  }

  /// How many elements have this name.
  func count(of name: String) -> Int { names.count { $0 == name } }
}
