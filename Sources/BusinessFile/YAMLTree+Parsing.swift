// From bytes to a tree with libyaml's events, one pass. The only file that calls libyaml; its complaints are put into
// words in SyntaxWords.swift.

import CLibYAML

extension YAMLTree {
  /// The largest file that is read, in bytes.
  static let sizeLimit = 1 << 20

  /// The document in these bytes, and what is wrong with it short of making it unreadable: tags, unknown aliases, a
  /// second document.
  ///
  /// Throws where the rest cannot be read: not YAML, not UTF-8, empty, over 1 MiB, nested too deeply, aliases that
  /// contain themselves or repeat too much. Time and memory are bounded by the size.
  package static func parse(
    _ bytes: [UInt8]
  ) throws(BusinessFileFailure) -> (tree: YAMLTree, issues: [BusinessFileIssue]) {
    guard bytes.count <= sizeLimit else {
      throw BusinessFileFailure(
        Place(line: 1, column: 1).issue("The file is larger than 1 MiB; a business file is small."))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw BusinessFileFailure(Place(line: 1, column: 1).issue("The file is saved as UTF-16; save it as UTF-8."))
    }
    // Editors may set a byte order mark; it is no part of the text.
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    try refuseTagDirectives(text)
    let result = unsafe text.withUnsafeBufferPointer { text in
      Result { () throws(BusinessFileFailure) in unsafe try parse(text) }
    }
    return try result.get()
  }

  /// libyaml compares each `%TAG` line with all before it, and without tags they have no use.
  private static func refuseTagDirectives(_ text: ArraySlice<UInt8>) throws(BusinessFileFailure) {
    var line = 1
    var start = text.startIndex
    while start < text.endIndex {
      if text[start] == UInt8(ascii: "%"), text[start...].starts(with: "%TAG".utf8) {
        throw BusinessFileFailure(
          Place(line: line, column: 1).issue("Tags have no meaning in a business file; remove this line."))
      }
      guard let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) else { return }
      line += 1
      start = end + 1
    }
  }

  private static func parse(
    _ text: UnsafeBufferPointer<UInt8>
  ) throws(BusinessFileFailure) -> (tree: YAMLTree, issues: [BusinessFileIssue]) {
    // libyaml keeps a pointer to the parser in the parser: it must not move.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { unsafe parser.deallocate() }
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      throw BusinessFileFailure(Place(line: 1, column: 1).issue("There is not enough memory to read the file."))
    }
    defer { unsafe yaml_parser_delete(parser) }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)

    var builder = TreeBuilder()
    builder.reserve(byteCount: text.count)
    var documents = 0
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else {
        throw BusinessFileFailure(unsafe SyntaxWords.issue(parser.pointee, in: text))
      }
      defer { unsafe yaml_event_delete(&event) }
      let place = unsafe Place(event.start_mark)
      switch unsafe event.type {
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents > 1 {
          builder.report(
            place, "A second document begins here; a business file holds one: remove this line and what follows")
          return (builder.tree, builder.issues)
        }
      case YAML_SCALAR_EVENT:
        let scalar = unsafe event.data.scalar
        unsafe builder.checkTag(scalar.tag, at: place)
        unsafe builder.addScalar(
          UnsafeBufferPointer(start: scalar.value, count: scalar.length),
          isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE, at: place, anchor: name(scalar.anchor))
      case YAML_SEQUENCE_START_EVENT:
        let start = unsafe event.data.sequence_start
        unsafe builder.checkTag(start.tag, at: place)
        let isFlow = unsafe start.style == YAML_FLOW_SEQUENCE_STYLE
        unsafe builder.openCollection(.list, isFlow: isFlow, at: place, anchor: name(start.anchor))
      case YAML_MAPPING_START_EVENT:
        let start = unsafe event.data.mapping_start
        unsafe builder.checkTag(start.tag, at: place)
        let isFlow = unsafe start.style == YAML_FLOW_MAPPING_STYLE
        unsafe builder.openCollection(.map, isFlow: isFlow, at: place, anchor: name(start.anchor))
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
        builder.closeCollection()
      case YAML_ALIAS_EVENT:
        try builder.addAlias(unsafe name(event.data.alias.anchor) ?? "", at: place)
      case YAML_STREAM_END_EVENT:
        guard documents > 0 else { throw BusinessFileFailure(SyntaxWords.emptyFile) }
        return (builder.tree, builder.issues)
      default: break
      }
      // libyaml's time grows with the square of the depth, so it is left before that matters.
      guard builder.depth <= TreeBuilder.depthLimit else {
        throw BusinessFileFailure(
          place.issue("Lists and maps are nested more than \(TreeBuilder.depthLimit) deep here; is a bracket unclosed?")
        )
      }
    }
  }

  private static func name(_ anchor: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let anchor = unsafe anchor else { return nil }
    return unsafe String(cString: anchor)
  }
}

extension TreeBuilder {
  fileprivate mutating func checkTag(_ tag: UnsafeMutablePointer<yaml_char_t>?, at place: Place) {
    guard let tag = unsafe tag else { return }
    var text = unsafe String(cString: tag)
    // libyaml writes `!!str` out.
    let standard = "tag:yaml.org,2002:"
    if text.hasPrefix(standard) { text = "!!" + text.dropFirst(standard.count) }
    report(place, "Tags (\(Quote.cut(text))) have no meaning in a business file: every value is text. Remove the tag")
  }
}

extension Place {
  /// The place of a libyaml mark, which counts from 0.
  init(_ mark: yaml_mark_t) { self.init(line: Int(clamping: mark.line) + 1, column: Int(clamping: mark.column) + 1) }
}
