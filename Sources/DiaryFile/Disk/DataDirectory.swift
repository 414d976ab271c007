// `Data`: finding or making it, and opening the files in it. Every file is looked at before it is trusted; one that is
// not as this program makes it is refused, never followed, never changed to fit.

internal import System

/// The open data directory.
///
/// `Data` itself may be reached through links. It has to belong to the user who runs the program (root may run it for
/// anybody) and must not be writable for everybody; whether others may list it is the operator's choice, because no
/// file in it lets them in. Files in it have to be regular, of mode 0600 or less, and to belong to the directory's
/// owner, also where root makes them. A lock, which holds nothing private, may be root's, and others may read it.
struct DataDirectory<Calls: SystemCalls> {
  let file: File<Calls>
  private let path: String
  private let owner: FileOwner
  /// Whether files have to be made in the owner's name, because root runs the program.
  private let isForeign: Bool
  private var calls: Calls { file.calls }

  /// The directory at `path`; where there is none, nil, or a new one of mode 0700 if `creating`.
  static func open(
    _ path: String, _ calls: Calls, creating: Bool
  ) throws(FileError) -> DataDirectory<Calls>? {
    let descriptor: Int32
    do throws(FileError) {
      descriptor = try attempt(.directory) { () throws(SystemError) in try calls.openDirectory(path) }
    } catch .unavailable(_, ErrorNumber.notFound) {
      guard creating else { return nil }
      do throws(FileError) {
        try attempt(.directory) { () throws(SystemError) in try calls.makeDirectory(path) }
      } catch .unavailable(_, ErrorNumber.exists) {
        // Race: another writer made it just now. The writer that makes the first file in it makes its name durable.
      }
      descriptor = try attempt(.directory) { () throws(SystemError) in try calls.openDirectory(path) }
    } catch .unavailable(_, ErrorNumber.notDirectory) {
      throw .refused(.directory, .kind)
    }
    return try DataDirectory(path, File(calls, descriptor))
  }

  private init(_ path: String, _ file: File<Calls>) throws(FileError) {
    let status = try file.status()
    let runner = file.calls.effectiveUser()
    guard status.isDirectory else { throw .refused(.directory, .kind) }
    let owner = status.owner
    guard runner == 0 || runner == owner.user else { throw .refused(.directory, .owner(owner.user)) }
    guard status.mode & 0o002 == 0 else { throw .refused(.directory, .permissions(mode: status.mode)) }
    self.path = path
    self.file = file
    self.owner = owner
    isForeign = runner != owner.user
  }

  /// Opens a file; nil where there is none (`.read` and `.readWrite` only).
  func open(
    _ name: String, _ opening: Opening, _ role: FileRole
  ) throws(FileError) -> (file: File<Calls>, status: FileStatus)? {
    let descriptor: Int32
    do throws(FileError) {
      descriptor = try attempt(.open) { () throws(SystemError) in
        try calls.open(name, in: file.descriptor, opening, as: isForeign && opening.mayMake ? owner : nil)
      }
    } catch .unavailable(_, ErrorNumber.notFound) where opening == .read || opening == .readWrite {
      return nil
    } catch .unavailable(_, ErrorNumber.tooManyLinks) {
      throw .refused(role, .link)
    } catch .unavailable(_, ErrorNumber.isDirectory), .unavailable(_, ErrorNumber.noDevice) {
      throw .refused(role, .kind)
    }
    let opened = File(calls, descriptor)
    let status = try opened.status()
    guard status.isRegular else { throw .refused(role, .kind) }
    guard status.owner.user == owner.user || (role == .lock && status.owner.user == 0) else {
      throw .refused(role, .owner(status.owner.user))
    }
    guard status.mode & (role == .lock ? 0o033 : 0o077) == 0 else {
      throw .refused(role, .permissions(mode: status.mode))
    }
    return (opened, status)
  }

  /// Whether the directory's owner may write a file.
  func isOwn(_ status: FileStatus) -> Bool { status.owner.user == owner.user && status.mode & 0o200 != 0 }

  /// Makes an empty file that no other process uses yet; what a killed process left under the name is thrown away.
  func create(_ name: String) throws(FileError) -> File<Calls> {
    try remove(name)
    guard let (file, _) = try open(name, .createNew, .other) else {
      throw .unavailable(.open, code: ErrorNumber.notFound)
    }
    return file
  }

  /// Gives a file a name in place of whatever has it now.
  func rename(_ name: String, to other: String) throws(FileError) {
    try attempt(.rename) { () throws(SystemError) in
      try calls.rename(name, to: other, in: file.descriptor)
    }
  }

  /// Gives a file a second name; false where the name is taken.
  func link(_ name: String, to other: String) throws(FileError) -> Bool {
    do throws(FileError) {
      try attempt(.rename) { () throws(SystemError) in try calls.link(name, to: other, in: file.descriptor) }
      return true
    } catch .unavailable(_, ErrorNumber.exists) {
      return false
    }
  }

  /// Takes a name away; false where it was not there.
  @discardableResult
  func remove(_ name: String) throws(FileError) -> Bool {
    do throws(FileError) {
      try attempt(.rename) { () throws(SystemError) in try calls.remove(name, in: file.descriptor) }
      return true
    } catch .unavailable(_, ErrorNumber.notFound) {
      return false
    }
  }

  /// All names in the directory, in no order.
  func names() throws(FileError) -> [String] {
    try attempt(.read) { () throws(SystemError) in try calls.entries(in: file.descriptor) }.map { $0.name }
  }

  /// 64 random bits.
  func random() throws(FileError) -> UInt64 {
    try attempt(.random) { () throws(SystemError) in try calls.random(8) }.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Waits until the disk has the names.
  func sync() throws(FileError) { try file.sync() }

  /// Waits until the disk has the name of the directory itself. Where the program may not so much as look at what is
  /// above it, somebody else made it.
  func syncParent() throws(FileError) {
    let parent: Int32
    do throws(FileError) {
      parent = try attempt(.directory) { () throws(SystemError) in try calls.openDirectory(path + "/..") }
    } catch .unavailable(_, ErrorNumber.forbidden) {
      return
    }
    try File(calls, parent).sync()
  }
}
