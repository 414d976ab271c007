// An object that has a name twice is refused, whatever its size, at the name's second place.

import JSON
import Testing

@Suite("Members of the same name")
struct DuplicateTests {
  @Test("Names are compared with their escapes resolved")
  func escapes() {
    for (text, name, offset) in [
      (#"{"a":1,"a":2}"#, "a", 7), (#"{"a":1,"a":1}"#, "a", 7), (#"{"":1,"":2}"#, "", 6),
      (#"{"a":1,"\u0061":2}"#, "a", 7), (#"{"\u0061":1,"a":2}"#, "a", 12), (#"{"/":1,"\/":2}"#, "/", 7),
      (#"{"😀":1,"\ud83d\ude00":2}"#, "😀", 10), (#"[{"x":{"b":0,"c":0,"b":0}}]"#, "b", 19),
      (#"{"a":1, "b":2 , "a" : 3}"#, "a", 16),
      (#"{"a long name of some bytes":1,"a long name of some bytes":2}"#, "a long name of some bytes", 31),
    ] {
      #expect(read(text) == .failure(JSONError(.duplicateMember(name), offset: offset)), "\(text)")
    }
  }

  @Test("The same name in different objects, and different names, are none")
  func none() throws {
    for text in [
      #"{"a":{"a":{"a":1}}}"#, #"[{"a":1},{"a":1}]"#, #"{"a":1,"A":2,"a ":3,"aa":4,"":5,"\u0000":6,"\u0000\u0000":7}"#,
      #"{"a":[{"b":1}],"b":1}"#,
    ] {
      _ = try read(text).get()
    }
  }

  @Test("Found at every pair of places, in small objects and large ones")
  func everyPair() {
    let large = "{" + (0..<20).map { "\"name\($0)\":0" }.joined(separator: ",") + "}"
    for count in [2, 3, 8, 15, 16, 17, 18, 33, 50] {
      for first in 0..<count {
        for second in (first + 1)..<count {
          let names = (0..<count).map { $0 == second ? "name\(first)" : "name\($0)" }
          var bytes: [UInt8] = Array("{".utf8)
          var expected = 0
          for (index, name) in names.enumerated() {
            if index == second { expected = bytes.count }
            // Objects within, two of them large, so that the search keeps to the object it is about.
            let inner = [3, 17].contains(index) ? large : "{\"x\":0}"
            bytes += Array("\"\(name)\":\(inner)\(index == count - 1 ? "}" : ",")".utf8)
          }
          let error = JSONError(.duplicateMember("name\(first)"), offset: expected)
          #expect(read(bytes) == .failure(error), "\(count) members, \(first) and \(second)")
        }
      }
    }
  }

  @Test("Noticed where it stands, or where the object ends if that is behind its sixteenth member")
  func order() {
    let few = (0..<14).map { "\"f\($0)\":0," }.joined()
    #expect(
      read("{" + few + "\"a\":0,\"a\":0,]")
        == .failure(JSONError(.duplicateMember("a"), offset: 1 + few.utf8.count + 6)))
    let many = few + "\"g\":0,"
    #expect(
      read("{" + many + "\"a\":0,\"a\":0,]")
        == .failure(
          JSONError(.unexpected(UInt8(ascii: "]"), expected: .memberName), offset: 1 + many.utf8.count + 12)))
  }

  @Test("Of several, the one whose second place comes first is named")
  func several() {
    for count in [4, 12, 40] {
      let filler = (0..<count).map { "\"f\($0)\":0," }.joined()
      let text = "{\"a\":0,\"b\":0," + filler + "\"b\":0,\"a\":0,\"b\":0}"
      #expect(read(text) == .failure(JSONError(.duplicateMember("b"), offset: 13 + filler.utf8.count)))
    }
  }

  /// Takes well under a second if the time grows with the number of members, and an hour if it grows with its square.
  @Test("Half a million tiny members are no hardship", .timeLimit(.minutes(1)))
  func many() throws {
    let limits = JSONLimits(bytes: 1 << 24)
    let names = (0..<500_000).map { String($0, radix: 36) }
    let text = "{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
    let object = try #require(try read(text, limits: limits).get().objectValue)
    #expect(object.members.count == names.count)
    let again = text.dropLast() + ",\"0\":0}"
    #expect(
      read(String(again), limits: limits)
        == .failure(JSONError(.duplicateMember("0"), offset: text.utf8.count)))
  }
}
