// An open file: reads and writes at an offset that are whole or fail. DataDirectory.swift says what a file has to be
// like before it is trusted.

internal import System

/// An open file or directory, closed when the last user lets go of it.
final class File<Calls: SystemCalls> {
  let calls: Calls
  let descriptor: Int32

  init(_ calls: Calls, _ descriptor: Int32) {
    self.calls = calls
    self.descriptor = descriptor
  }

  deinit { calls.close(descriptor) }

  func status() throws(FileError) -> FileStatus {
    try attempt(.status) { () throws(SystemError) in try calls.status(descriptor) }
  }

  /// Reads `count` bytes at `offset` into `bytes` from index `start`, fewer only at the end of the file: how many.
  func read(
    into bytes: inout [UInt8], from start: Int = 0, count: Int, at offset: Int64
  ) throws(FileError) -> Int {
    var done = 0
    while done < count {
      let more = try attempt(.read) { () throws(SystemError) in
        try calls.read(
          descriptor, into: &bytes, from: start + done, count: count - done, at: offset + Int64(done))
      }
      guard more > 0 else { break }
      done += more
    }
    return done
  }

  /// The `count` bytes at `offset`; an error where there are fewer.
  func read(_ count: Int, at offset: Int64) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    guard try read(into: &bytes, count: count, at: offset) == count else {
      throw .unavailable(.read, code: ErrorNumber.inputOutput)
    }
    return bytes
  }

  /// Reads words at the byte `offset` until `words` is full or the file ends: how many whole ones.
  func read(into words: inout [UInt64], at offset: Int64) throws(FileError) -> Int {
    let count = words.count * 8
    var done = 0
    while done < count {
      let more = try attempt(.read) { () throws(SystemError) in
        try calls.read(descriptor, into: &words, from: done, count: count - done, at: offset + Int64(done))
      }
      guard more > 0 else { break }
      done += more
    }
    return done / 8
  }

  /// Writes all of `bytes` at `offset`.
  func write(_ bytes: [UInt8], at offset: Int64) throws(FileError) {
    var done = 0
    while done < bytes.count {
      let more = try attempt(.write) { () throws(SystemError) in
        try calls.write(descriptor, bytes, from: done, at: offset + Int64(done))
      }
      // POSIX has no write of nothing that is no error; taken for one, it cannot turn into a loop.
      guard more > 0 else { throw .unavailable(.write, code: ErrorNumber.inputOutput) }
      done += more
    }
  }

  /// Writes all of `words` at the byte `offset`.
  func write(_ words: [UInt64], at offset: Int64) throws(FileError) {
    var done = 0
    while done < words.count * 8 {
      let more = try attempt(.write) { () throws(SystemError) in
        try calls.write(descriptor, words, from: done, at: offset + Int64(done))
      }
      guard more > 0 else { throw .unavailable(.write, code: ErrorNumber.inputOutput) }
      done += more
    }
  }

  /// Waits until the disk has the content and the length of the file.
  func syncData() throws(FileError) {
    try attempt(.sync) { () throws(SystemError) in try calls.syncData(descriptor) }
  }

  /// Waits until the disk has everything about the file; of a directory, its names.
  func sync() throws(FileError) {
    try attempt(.sync) { () throws(SystemError) in try calls.sync(descriptor) }
  }

  func truncate(to length: Int64) throws(FileError) {
    try attempt(.truncate) { () throws(SystemError) in try calls.truncate(descriptor, to: length) }
  }
}
