// Whether a file is a time zone that libc can read: a regular, whole TZif file (RFC 9636). Nothing of what it
// says about time is read here; libc does that.

internal import System

/// Checks on TZif files.
enum TZif {
  /// Whether a path leads to a regular TZif file that is as long as its headers say. Fails where nobody can tell.
  static func isWhole(_ path: String, _ calls: some SystemCalls) throws(SystemError) -> Bool {
    let file: Int32
    do throws(SystemError) {
      file = try retrying { () throws(SystemError) in try calls.open(path, .read) }
    } catch {
      guard error.meansMissing else { throw error }
      return false
    }
    defer { calls.close(file) }
    let status = try retrying { () throws(SystemError) in try calls.status(file) }
    guard status.isRegular else { return false }
    let size = Int(status.size)
    guard let first = try Header(of: file, at: 0, calls) else { return false }
    let end = Header.length + first.dataLength(timeSize: 4)
    if first.version == 0 { return end <= size }
    // From version 2 on the same data follow with 64-bit times, and a footer between two newlines.
    guard let second = try Header(of: file, at: end, calls) else { return false }
    return end + Header.length + second.dataLength(timeSize: 8) + 2 <= size
  }

  /// The 44 bytes that open each of a file's blocks (RFC 9636, section 3.1).
  private struct Header {
    static let length = 44
    /// 0 for the first version, else the digit as ASCII.
    let version: UInt8
    /// isutcnt, isstdcnt, leapcnt, timecnt, typecnt, charcnt.
    let counts: [Int]

    /// Nil where no header stands at this place of the file.
    init?(of file: Int32, at place: Int, _ calls: some SystemCalls) throws(SystemError) {
      var bytes = [UInt8](repeating: 0, count: Header.length)
      let count = try calls.fill(&bytes, from: file, at: Int64(place))
      guard count == Header.length, bytes.starts(with: [0x54, 0x5A, 0x69, 0x66]) else { return nil }
      version = bytes[4]
      counts = stride(from: 20, to: Header.length, by: 4).map { place in
        bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      }
    }

    /// The length of the data after the header, in bytes.
    func dataLength(timeSize: Int) -> Int {
      counts[3] * (timeSize + 1) + counts[4] * 6 + counts[5] + counts[2] * (timeSize + 4) + counts[1] + counts[0]
    }
  }
}
