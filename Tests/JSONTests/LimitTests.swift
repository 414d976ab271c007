// How much a document may ask for, and that more is an answer and not a crash.

import JSON
import Testing

@Suite("Limits")
struct LimitTests {
  private func nested(_ depth: Int, _ open: String, _ close: String) -> String {
    String(repeating: open, count: depth) + String(repeating: close, count: depth)
  }

  @Test("Arrays and objects may be nested as deep as the limit says and no deeper")
  func depth() throws {
    for limit in [1, 2, 64, 512] {
      let limits = JSONLimits(depth: limit)
      _ = try read(nested(limit, "[", "]"), limits: limits).get()
      let inner = String(repeating: "{\"a\":", count: limit - 1) + "[]" + String(repeating: "}", count: limit - 1)
      _ = try read(inner, limits: limits).get()
      #expect(
        read(nested(limit + 1, "[", "]"), limits: limits) == .failure(JSONError(.tooDeep(limit: limit), offset: limit)))
      let objects = String(repeating: "{\"a\":", count: limit + 1)
      #expect(read(objects, limits: limits) == .failure(JSONError(.tooDeep(limit: limit), offset: 5 * limit)))
    }
    #expect(read("0", limits: JSONLimits(depth: 0)) == .success(.number(JSONNumber(0))))
    #expect(read("[]", limits: JSONLimits(depth: 0)) == .failure(JSONError(.tooDeep(limit: 0), offset: 0)))
  }

  @Test("What is closed again does not count as open")
  func breadth() throws {
    let text = "[" + Array(repeating: "{\"a\":[],\"b\":{}}", count: 1000).joined(separator: ",") + "]"
    _ = try read(text, limits: JSONLimits(depth: 3)).get()
  }

  @Test("No setting lets a document exhaust the stack")
  func greatestDepth() {
    let limits = JSONLimits(depth: .max, bytes: .max)
    #expect(limits.depth == JSONLimits.greatestDepth)
    for open in ["[", "{\"\":", "[{\"a\":"] {
      guard case .failure(let error) = read(String(repeating: open, count: 1_000_000), limits: limits) else {
        Issue.record("accepted")
        continue
      }
      #expect(error.reason == .tooDeep(limit: JSONLimits.greatestDepth))
    }
  }

  @Test("A value of the greatest depth can be compared, written and read again")
  func deepest() throws {
    let depth = JSONLimits.greatestDepth
    let text = nested(depth, "[", "]")
    let value = try read(text, limits: JSONLimits(depth: depth)).get()
    #expect(written(value) == Array(text.utf8))
    #expect(read(text, limits: JSONLimits(depth: depth)) == .success(value))
  }

  @Test("The default limits are those of a request")
  func defaults() {
    #expect(JSONLimits() == JSONLimits(depth: 64, bytes: 65_536))
    #expect(JSONLimits(depth: -1, bytes: -1) == JSONLimits(depth: 0, bytes: 0))
  }

  @Test("A document may have as many bytes as the limit says, white space included")
  func bytes() throws {
    for limit in [0, 1, 10, 65_536] {
      let limits = JSONLimits(bytes: limit)
      let fits = [UInt8](repeating: 0x20, count: max(0, limit - 1)) + (limit > 0 ? [0x30] : [])
      #expect(
        read(fits, limits: limits)
          == (limit > 0 ? .success(.number(JSONNumber(0))) : .failure(JSONError(.empty, offset: 0))))
      #expect(read(fits + [0x20], limits: limits) == .failure(JSONError(.tooManyBytes(limit: limit), offset: limit)))
    }
  }

  @Test("Large flat documents of every kind are read", .timeLimit(.minutes(1)))
  func large() throws {
    let count = 200_000
    let limits = JSONLimits(bytes: 1 << 24)
    let numbers = try read("[" + Array(repeating: "0", count: count).joined(separator: ",") + "]", limits: limits).get()
    #expect(numbers.arrayValue?.count == count)
    let escapes = try read("\"" + String(repeating: "\\u00e4", count: count) + "\"", limits: limits).get()
    #expect(escapes.stringValue?.utf8.count == 2 * count)
    let runs = try read("\"" + String(repeating: "ab\\n", count: count) + "\"", limits: limits).get()
    #expect(runs.stringValue?.utf8.count == 3 * count)
    let digits = try read("1" + String(repeating: "0", count: count) + "e-\(count)", limits: limits).get()
    #expect(digits.integerValue == 1)
  }
}
