// What a session uses of resources, as one text: `room chair*2`.

#if PostgreSQL
  internal import Basics
  internal import Diary

  /// Resources as a column has them: parted by spaces, each with `*` and its units where it has more than one. What an id
  /// may not have in it (only letters, digits, `_` and `-`) is `%` and two hexadecimal digits a byte.
  enum ResourceText {
    /// The text of resources.
    static func text(of resources: [HeldResource]) -> String {
      var text: [UInt8] = []
      for resource in resources {
        if !text.isEmpty { text.append(UInt8(ascii: " ")) }
        for byte in resource.id.utf8 {
          if isPlain(byte) {
            text.append(byte)
          } else {
            text.append(UInt8(ascii: "%"))
            Hexadecimal.append(UInt64(byte), digits: 2, to: &text)
          }
        }
        if resource.units != 1 {
          text.append(UInt8(ascii: "*"))
          text.append(contentsOf: Array(String(resource.units).utf8))
        }
      }
      return String(decoding: text, as: UTF8.self)
    }

    /// The resources of a text; nil where it is none.
    static func resources(in text: [UInt8]) -> [HeldResource]? {
      var resources: [HeldResource] = []
      for part in text.split(separator: UInt8(ascii: " ")) {
        var id: [UInt8] = []
        var units: Int?
        var index = part.startIndex
        while index < part.endIndex {
          let byte = part[index]
          index += 1
          if let count = units {
            guard byte &- 0x30 < 10, count < 1 << 40 else { return nil }
            units = count * 10 + Int(byte &- 0x30)
          } else if byte == UInt8(ascii: "*") {
            units = 0
          } else if byte == UInt8(ascii: "%") {
            guard index + 2 <= part.endIndex, let high = Hexadecimal.value(part[index]),
              let low = Hexadecimal.value(part[index + 1])
            else { return nil }
            id.append(high << 4 | low)
            index += 2
          } else {
            id.append(byte)
          }
        }
        resources.append(HeldResource(String(decoding: id, as: UTF8.self), units: units ?? 1))
      }
      return resources
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
      byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
  }
#endif
