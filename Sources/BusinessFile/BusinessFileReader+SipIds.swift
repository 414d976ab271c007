// The numbers of a file alone, for finding the business of a call among thousands of files.

extension BusinessFileReader {
  /// The telephony endpoints that a plainly written file names, whatever else stands in it and whether or not the rest
  /// makes sense; nil where the file has to be read as a whole to know them.
  package static func sipIds(_ bytes: [UInt8]) -> [String]? {
    guard let tree = YAMLTree.scan(bytes), tree.kind(0) == .map else { return nil }
    var key = 1
    while key < tree.after(0) {
      let value = tree.after(key)
      if tree.isText(key, "sipIds") { return tree.texts(value) }
      key = tree.after(value)
    }
    return []
  }
}

extension YAMLTree {
  /// The texts of a list, or the one text of a scalar.
  fileprivate func texts(_ index: Int) -> [String] {
    guard kind(index) == .list else { return text(index).isEmpty ? [] : [string(index)] }
    var texts: [String] = []
    var item = index + 1
    while item < after(index) {
      if kind(item) == .scalar { texts.append(string(item)) }
      item = after(item)
    }
    return texts
  }
}
