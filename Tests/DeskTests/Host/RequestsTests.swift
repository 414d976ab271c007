// `voicebot requests`: what lines of a log amount to. How the log is written is tested through the program, in
// TranscriptTests.

import Foundation
import JSON
import Testing

@Suite struct RequestsTests {
  @Test func itSaysWhatTheTranscriptSays() throws {
    let transcript = DeskTranscript(
      title: "a log",
      text: #"""
        == requests.log
        2026-09-14T08:00:00.000Z getSlots praxis ok 2.500
        2026-09-14T08:00:01.000Z bookAppointment praxis slot_taken 3.250
        2026-09-15T08:00:00.000Z getSlots salon ok 1.000
        2026-09-15T08:00:0
        2026-09-15T09:00:00.000Z - - invalid_json 0.750
        $ voicebot requests requests.log
                               calls   problems     p50 ms     p99 ms
        all                        4          2      1.000      3.250

        by business
          praxis                   2          1      2.500      3.250
          -                        1          1      0.750      0.750
          salon                    1          0      1.000      1.000

        by day
          2026-09-14               2          1      2.500      3.250
          2026-09-15               2          1      0.750      1.000

        by action
          getSlots                 2          0      1.000      2.500
          -                        1          1      0.750      0.750
          bookAppointment          1          1      3.250      3.250

        by code
          ok                       2          0      1.000      2.500
          invalid_json             1          1      0.750      0.750
          slot_taken               1          1      3.250      3.250

        1 line is damaged and was left out.
        $ voicebot requests
        ! voicebot: Which log? Name its file; VOICEBOT_REQUESTS names none.
        [64]
        $ voicebot requests nowhere.log
        ! voicebot: nowhere.log cannot be read: No such file or directory.
        [1]
        """#)
    #expect(try transcript.replayed(on: DeskBench()) == transcript.text)
  }

  /// Against percentiles counted another way, and a log longer than what is read at once.
  @Test func percentilesOfALongLog() throws {
    let bench = try DeskBench()
    let times = (0..<40_000).map { $0 * 7919 % 40_000 }
    let lines = times.map { "2026-09-14T08:00:00.000Z getSlots praxis ok \($0).125\n" }
    try bench.write(lines.joined(), to: "requests.log")
    let result = bench.run(["requests", "--json"], variables: ["VOICEBOT_REQUESTS": "requests.log"])
    let summary = try #require(try JSONValue(parsing: Array(result.output.utf8)).objectValue)
    #expect(summary["calls"] == .number(JSONNumber(40_000)) && summary["damaged"] == .number(JSONNumber(0)))
    // Ranks 20,000 and 39,600 of 0.125, 1.125, 2.125 …
    for (name, time) in [("p50", "19999.125"), ("p99", "39599.125")] {
      #expect(try summary[name] == JSONValue(parsing: Array(time.utf8)))
    }
    bench.type(lines.prefix(3).map { String($0.dropLast()) })
    #expect(bench.run("requests - --json").output.contains(#""calls": 3"#))
  }

  /// What is no line of a log is counted as one that is damaged, whatever it is.
  @Test(arguments: [
    "", "x", "2026-09-14T08:00:00.000Z getSlots praxis ok", "2026-09-14T08:00:00.000Z getSlots praxis ok 1.0 x",
    "2026-13-14T08:00:00.000Z getSlots praxis ok 1.0", "2026-09-14T08:00:00.000Z get\u{1b}[2J praxis ok 1.0",
    "2026-09-14T08:00:00.000Z getSlots ../x ok 1.0", "2026-09-14T08:00:00.000Z getSlots praxis OK 1.0",
    "2026-09-14T08:00:00.000Z getSlots praxis ok -1", "2026-09-14T08:00:00.000Z getSlots praxis ok nan",
    "2026-09-14T08:00:00.000Z getSlots praxis ok 1.2.3", "2026-09-14T08:00:00.000Z  praxis ok 1.0",
  ])
  func damagedLines(_ line: String) throws {
    let bench = try DeskBench()
    try bench.write(line + "\n", to: "requests.log")
    let result = bench.run("requests requests.log --json")
    #expect(result.output.contains(#""calls": 0"#) && result.output.contains(#""damaged": 1"#))
  }
}
