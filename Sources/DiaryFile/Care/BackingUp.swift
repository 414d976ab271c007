// Copying a bookings file while others book: every line that is on the disk as the copy begins, each proved.

internal import System

extension FileStore {
  /// Gives the bookings file to `body`, as much of it as is on the disk, in pieces of some 64 KiB; how many events
  /// there are, nil where there is no file. Fails with `damaged` where a line does not prove itself.
  package func backup(_ body: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Int? {
    guard let directory = try DataDirectory.open(directory, calls, creating: false) else { return nil }
    // The file as a reader has it: a lost end is damage.
    _ = try view(in: directory)
    guard let file = try durable(in: directory, patience: patience) else { return nil }
    var bytes = try file.file.read(Int(file.header.length), at: 0)
    let summary = try file.lines.visit { (_, line) throws(FileError) in
      for index in line.indices { bytes.append(line[index]) }
      bytes.append(UInt8(ascii: "\n"))
      if bytes.count >= 1 << 16 {
        try body(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
      return true
    }
    guard summary.torn == nil else { throw .damaged(line: summary.number + 1, .checksum) }
    if !bytes.isEmpty { try body(bytes) }
    return summary.number - 1
  }
}
