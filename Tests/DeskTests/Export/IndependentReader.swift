// Reads an iCalendar file with somebody else's program: icalendar from PyPI. bin/test installs the version that
// Tests/requirements.txt pins into a virtual environment, and VOICEBOT_PYTHON names its Python.

import Foundation
import Testing

enum IndependentReader {
  /// Start and end in UTC, sequence, status and summary of each event, one a line, as the reader understands them. The zone's
  /// name is taken from the file first, so that nothing but the file's own rules can say what a local time is.
  static func read(_ calendar: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [ProcessInfo.processInfo.environment["VOICEBOT_PYTHON"] ?? "python3", "-c", script]
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(calendar.utf8))
    try input.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "icalendar is missing (see bin/test) or complains: \(complaint)")
    return text
  }

  private static let script = #"""
    import datetime, re, sys
    import icalendar

    data = sys.stdin.buffer.read()
    for line in data.split(b"\r\n"):
        assert len(line) <= 75, line
        line.decode("utf-8")
    data = re.sub(rb"(TZID[=:])[A-Za-z_/]+", rb"\1Nowhere/Known", data)
    calendar = icalendar.Calendar.from_ical(data)
    for component in calendar.walk():
        assert not component.errors, component.errors

    rules = []
    for zone in calendar.walk("VTIMEZONE"):
        for rule in zone.subcomponents:
            rules.append((rule["DTSTART"].dt, rule.decoded("TZOFFSETTO")))
    rules.sort(key=lambda rule: rule[0])

    # RFC 5545, 3.6.5: the observance with the latest onset before the local time; a local time that occurs twice is
    # the first one, and onsets are written by the clock that has not been set yet.
    for event in calendar.walk("VEVENT"):
        def instant(name):
            value = event[name]
            # A zone of this name is not known, so the reader hands out the bare local time.
            if value.params.get("TZID", "UTC") in ("UTC", "Etc/UTC"):
                return value.dt.replace(tzinfo=None)
            local = value.dt.replace(tzinfo=None)
            return local - [to for onset, to in rules if onset <= local][-1]
        assert event["UID"].endswith("@voicebot") and event.decoded("DTSTAMP")
        print(instant("DTSTART").isoformat() + "Z", instant("DTEND").isoformat() + "Z", int(event["SEQUENCE"]),
              event["STATUS"], event["SUMMARY"])
    """#
}
