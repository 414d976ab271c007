// The process's own streams: what is written there, once. ReplyText.swift makes it; StandardInput.swift reads.

package import System

/// The descriptors 0, 1 and 2.
package enum StandardStreams {
  /// The descriptor of the standard input.
  package static let input: Int32 = 0
  /// The descriptor of the standard output.
  static let output: Int32 = 1
  /// The descriptor of the standard error stream.
  static let error: Int32 = 2

  /// How long a reader may take nothing, in nanoseconds: no program may wait for ever on one that is gone.
  private static let patience: Int64 = 10_000_000_000

  /// Writes all bytes to standard output, in one call unless it takes fewer. Whether all were written: a reader who takes
  /// some within any 10 s gets the whole, however long it takes.
  package static func reply(_ bytes: [UInt8], _ calls: some SystemCalls) -> Bool { write(bytes, to: output, calls) }

  /// Writes up to 4 KiB to a descriptor if it takes them within a second; whether it did. Where it does not, waiting
  /// for longer is worth less than what was to be said.
  static func offer(_ bytes: [UInt8], to descriptor: Int32, _ calls: some SystemCalls) -> Bool {
    isWritable(descriptor, within: 1000, calls) && write(bytes, to: descriptor, calls)
  }

  /// Writes all bytes to a descriptor; false where that fails, or nothing is taken for too long.
  private static func write(_ bytes: [UInt8], to descriptor: Int32, _ calls: some SystemCalls) -> Bool {
    var written = 0
    while written < bytes.count {
      do throws(SystemError) {
        let count = try retrying { () throws(SystemError) in
          try calls.write(descriptor, bytes, from: written, patience: patience)
        }
        guard count > 0 else { return false }
        written += count
      } catch {
        // A stream that does not wait says so at once; one that does has waited already, in vain.
        guard error.code == ErrorNumber.locked, isWritable(descriptor, within: 10_000, calls) else { return false }
      }
    }
    return true
  }

  /// Whether a descriptor takes some bytes, or has an error to tell, within this many milliseconds.
  private static func isWritable(_ descriptor: Int32, within milliseconds: Int32, _ calls: some SystemCalls) -> Bool {
    // What cannot be waited for is written to, and says itself what is wrong.
    (try? calls.wait(for: descriptor, .writing, milliseconds: milliseconds)) ?? true
  }
}
