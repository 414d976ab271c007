// Renaming the business file.

internal import Business
internal import Host
internal import System

/// A business file that is to get another name, or has got it.
struct BusinessFileMove {
  let old: Identifier
  let new: Identifier
  private let directory: String
  private let premises: Premises
  /// Whether it has the new name already.
  let isMoved: Bool

  /// Fails where there is neither file, and where there are both.
  init(from old: Identifier, to new: Identifier, _ premises: Premises) throws(DeskFailure) {
    self.old = old
    self.new = new
    self.premises = premises
    directory = premises.settings.businesses
    let known = try premises.businesses()
    isMoved = known.contains(new)
    if known.contains(old), isMoved {
      throw DeskFailure("There are business files of both \(old.text) and \(new.text). Take one of them away first.")
    }
    if !known.contains(old), !isMoved {
      throw DeskFailure("There is no business “\(old.text)”: \(Wording.existing(known.map(\.text))).")
    }
  }

  /// Renames the file, or the link that stands for it, and waits until the disk has the name.
  func move() throws(DeskFailure) {
    guard !isMoved else { return }
    guard try !premises.businesses().contains(new) else {
      throw DeskFailure("There is a business file of \(new.text) by now. Take one of the two away, then try again.")
    }
    let calls = LinuxCalls()
    do throws(SystemError) {
      let descriptor = try retrying { () throws(SystemError) in try calls.openDirectory(directory) }
      defer { calls.close(descriptor) }
      try retrying { () throws(SystemError) in
        try calls.rename("\(old.text).yaml", to: "\(new.text).yaml", in: descriptor)
      }
      try retrying { () throws(SystemError) in try calls.sync(descriptor) }
    } catch {
      throw DeskFailure(
        "The bookings are \(new.text)'s, but the business file of \(old.text) cannot be renamed: \(error.words). Give the "
          + "command again.")
    }
  }
}
