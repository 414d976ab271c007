// Places of keys and values for warnings.

import BusinessFile
import Testing

@Suite struct SourceMapTests {
  @Test(arguments: [
    ([], "1:1", "1:1"), (["name"], "1:1", "1:7"), (["agents", "ben"], "6:3", "6:8"),
    (["agents", "ben", "name"], "6:9", "6:15"),
    (["appointmentTypes", "massage", "products", "short"], "8:39", "8:39"),
    (["products", "short", "duration"], "12:5", "12:15"),
    (["hours", "mon-fri"], "3:9", "3:18"),
  ]) func finds(_ path: [String], _ key: String, _ value: String) throws {
    let map = try SourceMap(Array(smallBusiness.utf8))
    let found = try #require(map.position(of: path))
    #expect("\(found.line):\(found.column)" == key)
    let foundValue = try #require(map.positionOfValue(of: path))
    #expect("\(foundValue.line):\(foundValue.column)" == value)
  }

  @Test(arguments: [
    ["nmae"], ["name", "x"], ["agents", "carl"], ["appointmentTypes", "massage", "products", "long"],
  ])
  func findsNothing(_ path: [String]) throws {
    #expect(try SourceMap(Array(smallBusiness.utf8)).position(of: path) == nil)
  }

  @Test func followsAliases() throws {
    let map = try SourceMap(Array("a: &x\n  b: c\nd: *x\n".utf8))
    #expect(map.position(of: ["d", "b"]) == map.position(of: ["a", "b"]))
    #expect(map.positionOfValue(of: ["d"])?.line == 3)
  }

  @Test func throwsWhatIsNoYAML() {
    #expect(throws: BusinessFileFailure.self) { try SourceMap(Array("a: [".utf8)) }
  }
}
