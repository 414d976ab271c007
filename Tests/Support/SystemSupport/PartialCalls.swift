// What a double of the system need not have: calls that nothing under test makes fail.

package import System

/// Calls of which only some do something. Those that are not written fail as calls that the system does not have.
package protocol PartialCalls: SystemCalls {}

extension PartialCalls {
  /// ENOSYS.
  private var none: SystemError { SystemError(38) }

  package func open(_ path: String, _ opening: PathOpening) throws(SystemError) -> Int32 { throw none }

  package func openDirectory(_ path: String) throws(SystemError) -> Int32 { throw none }

  package func makeDirectory(_ path: String) throws(SystemError) { throw none }

  package func status(of path: String) throws(SystemError) -> FileStatus { throw none }

  package func resolve(_ path: String) throws(SystemError) -> String { throw none }

  package func executable() throws(SystemError) -> String { throw none }

  package func open(_ name: String, in directory: Int32, _ opening: Opening, as owner: FileOwner?) throws(SystemError)
    -> Int32
  { throw none }

  package func status(of name: String, in directory: Int32) throws(SystemError) -> FileStatus { throw none }

  package func identity(ofName words: [UInt64], at start: Int, in directory: Int32) throws(SystemError)
    -> FileIdentity?
  { throw none }

  package func rename(_ name: String, to other: String, in directory: Int32) throws(SystemError) { throw none }

  package func link(_ name: String, to other: String, in directory: Int32) throws(SystemError) { throw none }

  package func remove(_ name: String, in directory: Int32) throws(SystemError) { throw none }

  package func entries(in directory: Int32) throws(SystemError) -> [DirectoryEntry] { throw none }

  package func close(_ descriptor: Int32) {}

  package func status(_ descriptor: Int32) throws(SystemError) -> FileStatus { throw none }

  package func read(_ descriptor: Int32, into bytes: inout [UInt8], from start: Int, count: Int, at offset: Int64)
    throws(SystemError) -> Int
  { throw none }

  package func read(_ descriptor: Int32, into words: inout [UInt64], from start: Int, count: Int, at offset: Int64)
    throws(SystemError) -> Int
  { throw none }

  package func write(_ descriptor: Int32, _ bytes: [UInt8], from start: Int, at offset: Int64) throws(SystemError)
    -> Int
  { throw none }

  package func write(_ descriptor: Int32, _ words: [UInt64], from start: Int, at offset: Int64) throws(SystemError)
    -> Int
  { throw none }

  package func syncData(_ descriptor: Int32) throws(SystemError) { throw none }

  package func sync(_ descriptor: Int32) throws(SystemError) { throw none }

  package func truncate(_ descriptor: Int32, to length: Int64) throws(SystemError) { throw none }

  package func lock(_ descriptor: Int32, patience: Int64) throws(SystemError) -> Bool { throw none }

  package func wait(for descriptor: Int32, _ readiness: Readiness, milliseconds: Int32) throws(SystemError) -> Bool {
    throw none
  }

  package func read(_ descriptor: Int32, into bytes: inout [UInt8], from start: Int, count: Int) throws(SystemError)
    -> Int
  { throw none }

  package func write(_ descriptor: Int32, _ bytes: [UInt8], from start: Int, patience: Int64) throws(SystemError)
    -> Int
  { throw none }

  package func pause(milliseconds: Int32) {}

  package func time() -> Int64 { 0 }

  package func uptime() -> Int64 { 0 }

  package func fail(_ words: String) -> Never { fatalError(words) }

  package func offset(at seconds: Int64, zoneFile path: String) -> Int? { 0 }

  package func random(_ count: Int) throws(SystemError) -> [UInt8] { throw none }

  package func effectiveUser() -> UInt32 { 0 }

  package func isTerminal(_ descriptor: Int32) -> Bool { false }

  package func ignoreTermination() {}

  package func prepareStreams() {}

  package func releaseStreams() {}
}
