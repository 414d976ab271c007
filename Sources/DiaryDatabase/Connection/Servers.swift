// The servers that an address names, as libpq reads it: each is tried by itself, because libpq waits for one of them as
// long as it likes before it tries the next.

#if PostgreSQL
  internal import CPostgres

  /// The parameters of connections to each server of a list.
  struct Servers {
    /// Names and values of the parameters; those of one server after those of another.
    private(set) var parameters: [[(name: String, value: String)]] = []

    /// How many there are; one at least.
    var count: Int { parameters.count }

    /// The servers of a libpq connection string or URI; nil where libpq cannot read it.
    init?(_ address: String) {
      guard let options = unsafe PQconninfoParse(address, nil) else { return nil }
      defer { unsafe PQconninfoFree(options) }
      var shared: [(name: String, value: String)] = []
      var lists: [(name: String, values: [String])] = []
      var option = unsafe options
      while let keyword = unsafe option.pointee.keyword {
        defer { unsafe option += 1 }
        guard let value = unsafe option.pointee.val else { continue }
        let name = unsafe String(cString: keyword)
        let text = unsafe String(cString: value)
        switch name {
        case "host", "hostaddr", "port": lists.append((name, Servers.parts(of: text)))
        case "gssencmode", "connect_timeout": break
        default: shared.append((name, text))
        }
      }
      var count = 1
      for list in lists where list.name != "port" { count = max(count, list.values.count) }
      for index in 0..<count {
        var server = shared
        for list in lists {
          // One port is every server's; else there are as many of each as there are servers.
          guard list.values.count == count || (list.name == "port" && list.values.count == 1) else { return nil }
          let value = list.values[list.values.count == 1 ? 0 : index]
          if list.name == "port", !value.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { return nil }
          server.append((list.name, value))
        }
        // No ticket of Kerberos is asked for.
        server.append(("gssencmode", "disable"))
        parameters.append(server)
      }
    }

    private static func parts(of list: String) -> [String] {
      var parts: [String] = []
      for part in list.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
        parts.append(String(decoding: Array(part), as: UTF8.self))
      }
      return parts
    }
  }

  /// Texts as C has them, all in one piece of memory.
  struct CTexts {
    private var bytes: [CChar] = []
    private var starts: [Int] = []
    /// Whether a text has a zero byte within, which C takes for its end.
    private(set) var isCut = false

    init(_ texts: [String]) {
      for text in texts { append(text) }
    }

    private mutating func append(_ text: String) {
      starts.append(bytes.count)
      for byte in text.utf8 {
        if byte == 0 { isCut = true }
        bytes.append(CChar(bitPattern: byte))
      }
      bytes.append(0)
    }

    /// Gives the addresses of the texts to `body`, with a null behind them.
    func withPointers<Result>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result) -> Result {
      unsafe bytes.withUnsafeBufferPointer { buffer in
        var pointers: [UnsafePointer<CChar>?] = unsafe []
        for start in starts { unsafe pointers.append(buffer.baseAddress.map { unsafe $0 + start }) }
        unsafe pointers.append(nil)
        return unsafe pointers.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
      }
    }
  }
#endif
