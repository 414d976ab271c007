// Any double of the system as one type, so that a test can choose its double at run time.

package import System

/// The calls of whichever system it is given.
package struct AnyCalls: SystemCalls {
  private let base: any SystemCalls

  package init(_ base: any SystemCalls) { self.base = base }

  package func open(_ path: String, _ opening: PathOpening) throws(SystemError) -> Int32 {
    try base.open(path, opening)
  }

  package func openDirectory(_ path: String) throws(SystemError) -> Int32 {
    try base.openDirectory(path)
  }

  package func makeDirectory(_ path: String) throws(SystemError) {
    try base.makeDirectory(path)
  }

  package func status(of path: String) throws(SystemError) -> FileStatus {
    try base.status(of: path)
  }

  package func resolve(_ path: String) throws(SystemError) -> String {
    try base.resolve(path)
  }

  package func executable() throws(SystemError) -> String {
    try base.executable()
  }

  package func open(_ name: String, in directory: Int32, _ opening: Opening, as owner: FileOwner?) throws(SystemError)
    -> Int32
  {
    try base.open(name, in: directory, opening, as: owner)
  }

  package func status(of name: String, in directory: Int32) throws(SystemError) -> FileStatus {
    try base.status(of: name, in: directory)
  }

  package func identity(ofName words: [UInt64], at start: Int, in directory: Int32) throws(SystemError)
    -> FileIdentity?
  {
    try base.identity(ofName: words, at: start, in: directory)
  }

  package func rename(_ name: String, to other: String, in directory: Int32) throws(SystemError) {
    try base.rename(name, to: other, in: directory)
  }

  package func link(_ name: String, to other: String, in directory: Int32) throws(SystemError) {
    try base.link(name, to: other, in: directory)
  }

  package func remove(_ name: String, in directory: Int32) throws(SystemError) {
    try base.remove(name, in: directory)
  }

  package func entries(in directory: Int32) throws(SystemError) -> [DirectoryEntry] {
    try base.entries(in: directory)
  }

  package func close(_ descriptor: Int32) {
    base.close(descriptor)
  }

  package func status(_ descriptor: Int32) throws(SystemError) -> FileStatus {
    try base.status(descriptor)
  }

  package func read(_ descriptor: Int32, into bytes: inout [UInt8], from start: Int, count: Int, at offset: Int64)
    throws(SystemError) -> Int
  {
    try base.read(descriptor, into: &bytes, from: start, count: count, at: offset)
  }

  package func read(_ descriptor: Int32, into words: inout [UInt64], from start: Int, count: Int, at offset: Int64)
    throws(SystemError) -> Int
  {
    try base.read(descriptor, into: &words, from: start, count: count, at: offset)
  }

  package func write(_ descriptor: Int32, _ bytes: [UInt8], from start: Int, at offset: Int64) throws(SystemError)
    -> Int
  {
    try base.write(descriptor, bytes, from: start, at: offset)
  }

  package func write(_ descriptor: Int32, _ words: [UInt64], from start: Int, at offset: Int64) throws(SystemError)
    -> Int
  {
    try base.write(descriptor, words, from: start, at: offset)
  }

  package func syncData(_ descriptor: Int32) throws(SystemError) {
    try base.syncData(descriptor)
  }

  package func sync(_ descriptor: Int32) throws(SystemError) {
    try base.sync(descriptor)
  }

  package func truncate(_ descriptor: Int32, to length: Int64) throws(SystemError) {
    try base.truncate(descriptor, to: length)
  }

  package func lock(_ descriptor: Int32, patience: Int64) throws(SystemError) -> Bool {
    try base.lock(descriptor, patience: patience)
  }

  package func wait(for descriptor: Int32, _ readiness: Readiness, milliseconds: Int32) throws(SystemError) -> Bool {
    try base.wait(for: descriptor, readiness, milliseconds: milliseconds)
  }

  package func read(_ descriptor: Int32, into bytes: inout [UInt8], from start: Int, count: Int) throws(SystemError)
    -> Int
  {
    try base.read(descriptor, into: &bytes, from: start, count: count)
  }

  package func write(_ descriptor: Int32, _ bytes: [UInt8], from start: Int, patience: Int64) throws(SystemError)
    -> Int
  {
    try base.write(descriptor, bytes, from: start, patience: patience)
  }

  package func pause(milliseconds: Int32) {
    base.pause(milliseconds: milliseconds)
  }

  package func time() -> Int64 {
    base.time()
  }

  package func uptime() -> Int64 {
    base.uptime()
  }

  package func fail(_ words: String) -> Never { base.fail(words) }

  package func offset(at seconds: Int64, zoneFile path: String) -> Int? {
    base.offset(at: seconds, zoneFile: path)
  }

  package func random(_ count: Int) throws(SystemError) -> [UInt8] {
    try base.random(count)
  }

  package func effectiveUser() -> UInt32 {
    base.effectiveUser()
  }

  package func isTerminal(_ descriptor: Int32) -> Bool {
    base.isTerminal(descriptor)
  }

  package func ignoreTermination() {
    base.ignoreTermination()
  }

  package func prepareStreams() {
    base.prepareStreams()
  }

  package func releaseStreams() {
    base.releaseStreams()
  }
}
