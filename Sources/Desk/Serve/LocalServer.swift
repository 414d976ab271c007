// busybox's web server for one machine: a directory with a link to this program as the only thing that it serves, the
// server as a child process, and the end of both.

import Glibc
internal import System

/// A web server that this process starts and ends.
final class LocalServer {
  private static let busybox = ["/bin/busybox", "/usr/bin/busybox", "/usr/local/bin/busybox"]

  /// Where the page is, without the business.
  let address: String
  private let directory: String
  private let program: String
  private let port: UInt16
  private let variables: [(name: String, value: String)]
  private var child: pid_t?

  /// A server that is not started yet, whose directory lies in `parent`, with these variables for the page beside those of
  /// this process.
  init(port: UInt16, in parent: String, variables: [(name: String, value: String)]) throws(DeskFailure) {
    guard let program = Self.busybox.first(where: { unsafe access($0, X_OK) == 0 }) else {
      throw DeskFailure(
        "There is no busybox, whose web server this needs: sudo apt-get install busybox. Or let another web server "
          + "show the page: the manual's chapter on the counter has recipes.")
    }
    guard let own = try? LinuxCalls().executable() else {
      throw DeskFailure("This program cannot tell where it lies: mount /proc.")
    }
    var template = Array("\(parent)/voicebot-counter-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw Self.failure("A directory in \(parent) could not be made") }
    directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    address = "http://127.0.0.1:\(port)/cgi-bin/counter"
    self.program = program
    self.port = port
    self.variables = variables
    guard unsafe mkdir(directory + "/cgi-bin", 0o700) == 0, unsafe symlink(own, directory + "/cgi-bin/counter") == 0
    else {
      let failure = Self.failure("\(directory) could not be filled")
      clearUp()
      throw failure
    }
  }

  /// Starts the server. Signals that end this process are held back from now on, and are for `wait`.
  func start() throws(DeskFailure) {
    guard isFree else { throw DeskFailure("Port \(port) of 127.0.0.1 is in use: choose another with --port.") }
    for (name, value) in variables { unsafe setenv(name, value, 1) }
    var signals = Self.ending
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    var attributes = posix_spawnattr_t()
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let words = [program, "httpd", "-f", "-p", "127.0.0.1:\(port)", "-h", directory]
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var started: pid_t = 0
    let code = unsafe posix_spawn(&started, program, nil, &attributes, &arguments, environ)
    guard code == 0 else { throw DeskFailure("\(program) could not be started: \(SystemError(code).words).") }
    child = started
    try waitUntilItListens()
  }

  /// Waits for Ctrl-C, or for another signal that ends; fails where the server ends by itself.
  func wait() throws(DeskFailure) {
    var signals = Self.ending
    var signal: Int32 = 0
    while true {
      guard unsafe sigwait(&signals, &signal) == 0, signal == SIGCHLD else { return }
      if hasEnded { throw DeskFailure("The web server has ended.") }
    }
  }

  /// Ends the server, if it runs, and removes its directory.
  func clearUp() {
    if let child, !hasEnded {
      kill(child, SIGTERM)
      waitpid(child, nil, 0)
    }
    child = nil
    _ = unsafe unlink(directory + "/cgi-bin/counter")
    _ = unsafe rmdir(directory + "/cgi-bin")
    _ = unsafe rmdir(directory)
  }

  /// Whether the server has ended by itself. It says why.
  private var hasEnded: Bool {
    guard let child, waitpid(child, nil, WNOHANG) == child else { return child == nil }
    self.child = nil
    return true
  }

  /// Asks until the server listens.
  private func waitUntilItListens() throws(DeskFailure) {
    for _ in 0..<250 {
      if unsafe withAddress({ unsafe connect($0, $1, $2) == 0 }) { return }
      if hasEnded { break }
      usleep(20_000)
    }
    throw DeskFailure("The web server does not answer on port \(port) of 127.0.0.1.")
  }

  /// Whether nobody else listens on the port.
  private var isFree: Bool {
    unsafe withAddress { descriptor, place, size in
      var isReused: Int32 = 1
      unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isReused, socklen_t(MemoryLayout<Int32>.size))
      return unsafe bind(descriptor, place, size) == 0
    }
  }

  /// Gives a socket and the server's address to `body`; false where there is no socket.
  private func withAddress(_ body: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Bool) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return unsafe withUnsafePointer(to: &place) { place in
      unsafe place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
        unsafe body(descriptor, place, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  private static var ending: sigset_t {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGCHLD] { unsafe sigaddset(&signals, signal) }
    return signals
  }

  private static func failure(_ what: String) -> DeskFailure { DeskFailure("\(what): \(SystemError(errno).words).") }
}
