// Calls that are whole or fail: interrupted ones are repeated and short ones continued here.

extension SystemCalls {
  /// All bytes from a descriptor's position to its end, at most one more than `limit`, so that a longer one can be told.
  /// `size` is the size of a regular file, whose end is where a read behind so many bytes gives less than it is asked for;
  /// nil for any other kind.
  package func readToEnd(_ descriptor: Int32, size: Int?, limit: Int) throws(SystemError) -> [UInt8] {
    // One byte more than the size, so that a file of that size is known to end there.
    var bytes = [UInt8](repeating: 0, count: min(size ?? 65_535, limit) + 1)
    var done = 0
    while true {
      let wanted = bytes.count - done
      let more = try retrying { () throws(SystemError) in
        try read(descriptor, into: &bytes, from: done, count: wanted)
      }
      done += more
      if more == 0 || done > limit { break }
      // Before that it may give less too: a network file system does so where a signal comes.
      if let size, more < wanted, done >= size { break }
      if done == bytes.count { bytes.append(contentsOf: repeatElement(0, count: min(65_536, limit + 1 - done))) }
    }
    bytes.removeLast(bytes.count - done)
    return bytes
  }

  /// Reads from the byte `offset` until `bytes` is full or the file ends: how many.
  package func fill(
    _ bytes: inout [UInt8], from descriptor: Int32, at offset: Int64
  ) throws(SystemError) -> Int {
    var done = 0
    while done < bytes.count {
      let wanted = bytes.count - done
      let more = try retrying { () throws(SystemError) in
        try read(descriptor, into: &bytes, from: done, count: wanted, at: offset + Int64(done))
      }
      guard more > 0 else { break }
      done += more
    }
    return done
  }
}
