// The rows that a statement answered.

#if PostgreSQL
  internal import CPostgres

  /// Rows of texts, kept by libpq.
  @safe final class Rows {
    private let result: OpaquePointer
    /// How many there are.
    let count: Int

    /// Takes what libpq answered.
    init(_ result: OpaquePointer) {
      unsafe self.result = result
      count = Int(unsafe PQntuples(result))
    }

    deinit { unsafe PQclear(result) }

    /// How many rows a command changed.
    var changed: Int {
      guard let text = unsafe PQcmdTuples(result) else { return 0 }
      return Int(unsafe String(cString: text)) ?? 0
    }

    /// Whether a value is not null.
    func has(_ row: Int, _ column: Int) -> Bool { unsafe PQgetisnull(result, Int32(row), Int32(column)) == 0 }

    /// A text; nil for null.
    func text(_ row: Int, _ column: Int) -> String? {
      guard has(row, column) else { return nil }
      return String(decoding: bytes(row, column), as: UTF8.self)
    }

    /// The bytes of a text; none for null.
    func bytes(_ row: Int, _ column: Int) -> [UInt8] {
      let length = Int(unsafe PQgetlength(result, Int32(row), Int32(column)))
      guard length > 0, let start = unsafe PQgetvalue(result, Int32(row), Int32(column)) else { return [] }
      return unsafe start.withMemoryRebound(to: UInt8.self, capacity: length) { start in
        unsafe [UInt8](UnsafeBufferPointer(start: start, count: length))
      }
    }

    /// A whole number; nil for null and for what is none.
    func integer(_ row: Int, _ column: Int) -> Int64? {
      let digits = bytes(row, column)
      var number: UInt64 = 0
      let isNegative = digits.first == UInt8(ascii: "-")
      guard digits.count > (isNegative ? 1 : 0), digits.count < 21 else { return nil }
      for byte in digits.dropFirst(isNegative ? 1 : 0) {
        guard byte &- 0x30 < 10 else { return nil }
        number = number &* 10 &+ UInt64(byte &- 0x30)
      }
      return isNegative ? Int64(bitPattern: 0 &- number) : Int64(bitPattern: number)
    }
  }
#endif
