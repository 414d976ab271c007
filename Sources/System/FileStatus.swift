// What the system tells of a file, and how files are opened.

/// What is known of a file.
package struct FileStatus: Hashable, Sendable {
  /// Whether it is a regular file.
  package var isRegular: Bool
  /// Whether it is a directory.
  package var isDirectory: Bool
  /// Permissions: the lowest twelve bits of its mode.
  package var mode: UInt32
  /// Whose it is.
  package var owner: FileOwner
  /// How many names it has; 0 once it has been deleted.
  package var links: UInt64
  /// Which state of which file it is.
  package var identity: FileIdentity
  /// Its length in bytes.
  package var size: Int64 { identity.size }

  /// The status with every member given.
  package init(
    isRegular: Bool, isDirectory: Bool, mode: UInt32, owner: FileOwner, links: UInt64, identity: FileIdentity
  ) {
    self.isRegular = isRegular
    self.isDirectory = isDirectory
    self.mode = mode
    self.owner = owner
    self.links = links
    self.identity = identity
  }
}

/// What tells one state of a file or directory from another: any change to it, and any other file in its place, changes
/// it, as far as the clock that file times are taken from ticks.
package struct FileIdentity: Hashable, Sendable {
  /// The device that holds the file.
  package var device: UInt64
  /// The file's number on the device.
  package var inode: UInt64
  /// The size in bytes.
  package var size: Int64
  /// When the content last changed, in nanoseconds since the epoch.
  package var modified: UInt64
  /// When content, owner, mode or name last changed, which no program can set, in nanoseconds since the epoch.
  package var changed: UInt64

  /// An identity with every member given.
  package init(device: UInt64, inode: UInt64, size: Int64, modified: UInt64, changed: UInt64) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
  }
}

/// Whose a file is.
package struct FileOwner: Hashable, Sendable {
  /// The user it belongs to.
  package var user: UInt32
  /// The group it belongs to.
  package var group: UInt32

  /// This user and this group.
  package init(user: UInt32, group: UInt32) {
    self.user = user
    self.group = group
  }
}

/// How a file of a directory is opened. In every way links are not followed, a pipe does not block, and the descriptor is
/// not inherited.
package enum Opening: Hashable, Sendable {
  /// To read what is there.
  case read
  /// To read and write what is there.
  case readWrite
  /// To read and write what is there, or a new file of mode 0600.
  case create
  /// To read and write a new file of mode 0600; an error if the name is taken.
  case createNew

  /// Whether there may be a new file.
  package var mayMake: Bool { self == .create || self == .createNew }
}

/// How a file is opened by its path. In every way links are followed, a pipe does not block, and the descriptor is not
/// inherited.
package enum PathOpening: Hashable, Sendable {
  /// To read what is there.
  case read
  /// To write behind what is there, or a new file of mode 0600.
  case append
}

/// What a directory names.
package struct DirectoryEntry: Hashable, Sendable {
  /// The name.
  package var name: String
  /// Whether the directory itself says that it is a directory. Some file systems do not say.
  package var isDirectory: Bool

  /// An entry with every member given.
  package init(name: String, isDirectory: Bool) {
    self.name = name
    self.isDirectory = isDirectory
  }
}

/// What a descriptor is waited for.
package enum Readiness: Hashable, Sendable {
  /// It has bytes, an end or an error to tell.
  case reading
  /// It takes bytes, or has an error to tell.
  case writing
}
