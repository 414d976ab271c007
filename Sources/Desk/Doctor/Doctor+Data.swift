// The bookings: the directory and each file in it as the program wants them (contract, section 6), every line, and what the
// business files would no longer allow.

internal import Business
internal import CivilTime
internal import Diary
internal import DiaryFile
import Glibc
internal import System

extension Doctor {
  private var make: String { "install -d -m 700 -o \(user.name) -g $(id -g \(user.name)) \(Shell.path(data))" }

  /// Looks at the directory of the bookings and at what is in it.
  mutating func examineData() {
    let link = Look.at(data)
    let look = link.isLink ? Files.resolved(data).map(Look.at) ?? Look() : link
    if !look.exists {
      find(
        "no-data", "There is no \(data) for the bookings.", link.isLink ? "rm \(Shell.path(data)) && \(make)" : make)
      return
    }
    guard look.isDirectory else {
      find("data-kind", "\(data) is no directory.", "mv \(Shell.path(data)) \(Shell.path(data + ".aside")) && \(make)")
      return
    }
    guard look.owner == user.id || user.id == 0 else {
      find(
        "data-owner", "\(data) belongs to \(SystemUser.name(of: look.owner)): \(user.name) cannot keep bookings in it.",
        "chown -R \(user.name): \(Shell.path(data))")
      return
    }
    guard look.mode == 0o700 else {
      let loss =
        look.mode & 0o700 == 0o700 ? "others may look into \(data)" : "\(user.name) cannot keep bookings in \(data)"
      find("data-mode", "Its mode is 0\(String(look.mode, radix: 8)): \(loss).", "chmod 700 \(Shell.path(data))")
      return
    }
    if let error = refusal() {
      find(
        "data-unwritable", "\(user.name) cannot write into \(data): \(error.words).",
        error.code == EROFS
          ? "mount -o remount,rw $(findmnt -no TARGET -T \(Shell.path(data)))" : "df -h \(Shell.path(data))")
    }
    let names = (try? Files.names(in: data)) ?? []
    let isWell = names.map { examineFile($0, owner: look.owner) }
    if isWell.contains(false) { return }
    examineOrphans(names)
    for business in businesses { examineDiary(of: business) }
  }

  /// Why no file can be made in the directory; nil where it can.
  private func refusal() -> SystemError? {
    let path = "\(data)/.doctor-\(getpid())"
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return SystemError(errno) }
    let isWritten = unsafe write(descriptor, "x", 1) == 1 && fsync(descriptor) == 0
    let failure = SystemError(errno)
    close(descriptor)
    unsafe unlink(path)
    return isWritten ? nil : failure
  }

  /// Whether a file in the directory is as the program wants it; if not, that is found.
  private mutating func examineFile(_ name: String, owner: UInt32) -> Bool {
    let path = "\(data)/\(name)"
    let look = Look.at(path)
    let dot = name.firstIndex(of: ".") ?? name.endIndex
    guard look.exists, let id = Identifier(name[..<dot]), dot != name.endIndex else { return true }
    let isLock = name == id.text + ".lock"
    if look.isLink {
      let target = Files.resolved(path)
      find(
        "bookings-link", of: id.text, "\(path) is a link, which the program does not follow: nothing can be booked.",
        target.map {
          "cp --remove-destination -p \(Shell.path($0)) \(Shell.path(path)) && chown \(SystemUser.name(of: owner)): "
            + "\(Shell.path(path)) && chmod 600 \(Shell.path(path))"
        } ?? "rm \(Shell.path(path))")
      return false
    }
    guard look.isFile else { return true }
    if look.owner != owner, !(isLock && look.owner == 0 && look.mode & 0o033 == 0) {
      find(
        "bookings-owner", of: id.text,
        "\(path) belongs to \(SystemUser.name(of: look.owner)), and the directory to \(SystemUser.name(of: owner)): the program "
          + "refuses it.", "chown \(SystemUser.name(of: owner)): \(Shell.path(path))")
      return false
    }
    if look.mode & (isLock ? 0o033 : 0o077) != 0 {
      find(
        "bookings-mode", of: id.text, "Others may read or write \(path): the program refuses it.",
        "chmod 600 \(Shell.path(path))")
      return false
    }
    return true
  }

  /// Bookings of a business that has no file, where one that has no bookings was probably that one.
  private mutating func examineOrphans(_ names: [String]) {
    let diaries = names.filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }
    let orphans = diaries.filter { !served.contains($0) }
    let empty = served.filter { !diaries.contains($0) }
    guard orphans.count == 1, empty.count == 1 else { return }
    find(
      "bookings-orphaned", of: orphans[0],
      "There are bookings of \(orphans[0]) and no business file; \(empty[0]) has a file and no bookings, so it was probably "
        + "renamed by hand. This lets its bookings follow.", "\(desk) rename \(orphans[0]) \(empty[0])")
  }

  private mutating func examineDiary(of business: Business) {
    guard let premises else { return }
    let id = business.id.text
    do {
      let report = try premises.diary(of: business.id) { store throws(DiaryError) in try store.verify() }
      guard report.isInOrder else {
        find(
          "bookings-damaged", of: id,
          "\(report.lines.first ?? "The bookings are damaged"). Nobody is answered from it.",
          "\(desk) repair \(id)")
        return
      }
      let stranded = try premises.diary(of: business.id) { store throws(DiaryError) in
        try StrandedBooking.all(of: business, in: store.read(), after: premises.now)
      }
      for booking in stranded {
        let short = ShortID.shown(booking.booking.id)
        find(
          "stranded", of: id,
          "The booking \(short) on \(Wording.day(booking.day)) at \(booking.clock) is not possible any more: "
            + "\(booking.reason). Call, and move it or cancel it.", "\(desk) cancel \(id) \(short) --force")
      }
    } catch {
      find("bookings-unread", of: id, error.sentence, "\(desk) verify \(id)")
    }
  }
}
