// The bookings file, its lock and what both promise. This comment is the definition; the code of this folder carries it
// out, each race and crash named where it is absorbed.
//
// THE FILE. `Data/<entity>.jsonl` is the truth about a business's bookings: UTF-8, one JSON object a line, each ended
// by a line feed, only ever longer.
//
//     {"n":1,"format":"voicebot bookings","version":1,"generation":"5f0c…","entity":"praxis","crc":…}
//     {"n":2,"at":"2026-09-01T10:00:00Z","event":"booked","id":"…","start":"2026-09-16T06:30:00Z",…,"crc":"…"}
//
// `n` is the number of the line. `crc` is the CRC-32 (as in gzip, zlib, PNG; eight lower-case hexadecimal digits) of
// all bytes of the line before `,"crc":`; it stands last. Line 1 says what the file is and whose; `generation` is
// random and new whenever the file takes the place of another. In files from before, which do not say whose they are,
// the next writer appends a line that does: a `forgotten` of nothing with `entity`, on which programs from before read
// on. A file of another business is never answered from. Each further line is one event and complete in itself:
// `booked`, `moved`, `cancelled` carry the whole booking as it is afterwards, `blocked` and `unblocked` the whole
// block, and the last line of an id is its state. `from` says where it was held before, where that was elsewhere. Times
// are UTC, lengths seconds.
//
// A line proves itself by its checksum and its number: changed bytes change the one; a line that is missing, doubled
// or in another's place shows in the other.
//
// DAMAGE. A last line whose checksum fails, and for which no note vouches, is what a crash left of an append that was
// never acknowledged. Readers leave it out; the next writer keeps its bytes in `<entity>.aside-…`, cuts it off, and
// says so. A last line that proves itself and lacks only its line feed is whole. Anything else that does not prove
// itself (a line before the last, the first line, a wrong number anywhere), an end for which the note vouches and which
// is not there, and a file that is gone although the note knows it, is corruption, which no crash explains. A question
// that needs the line fails with the line's number; nothing is guessed. `repair` keeps the file aside and writes a new
// one of all lines that do prove themselves, with a block in the time of each that was lost.
//
// WRITERS hold an exclusive flock(2) on `<entity>.lock` while they read, decide, append and sync. That file is never
// renamed or deleted. A shell script joins in by flock(1). What takes long is made aside without the lock, an index or
// a file that replaces this one, and gets its name under it. The lock file's content is a note (LockNote.swift),
// written after what it says is on the disk. A reply leaves after fdatasync. So at most one line, the last, is ever not
// yet on the disk; if the note does not confirm that line, the next writer writes it again and calls fdatasync before
// it decides anything. (It writes the line again because Linux may take bytes for written after a failed sync.) An
// append that fails is taken back by cutting and syncing. Where that fails too, the outcome is unknown, and the next
// writer settles it.
//
// READERS take no lock and write nothing. The file only grows, lines prove themselves, and a new file comes only by
// rename, so whatever a reader has open is consistent; it reads up to the length the file had when it looked. What is
// read may be a moment short of durable; what is answered to a writer never is.
//
// A NEW FILE (the first, and those of repair and forgetting) is written aside, synced and renamed, and the directory
// synced. So there is no bookings file without a first line, and an empty one is damage.
//
// ASSUMED of the file system: flock excludes; rename is atomic; fdatasync makes content and length durable, fsync of
// a directory its names; a crash during an append changes nothing before the append. Local file systems do that, NFS v4
// and EFS as far as their flock does. Nothing is assumed of the order in which unsynced bytes reach the disk.

internal import DiaryFormat
internal import System

/// The bookings file of one business, open.
struct BookingsFile<Calls: SystemCalls> {
  let file: File<Calls>
  let header: FileHeader
  /// Its length when it was opened, or as much of it as counts.
  var size: Int64

  /// Opens the file; nil where there is none. Fails with `damaged` where it says that it is another business's.
  static func open(
    _ names: FileNames, in directory: DataDirectory<Calls>, _ opening: Opening
  ) throws(FileError) -> BookingsFile<Calls>? {
    guard let (file, status) = try directory.open(names.bookings, opening, .bookings) else { return nil }
    let header = try FileHeader(reading: file)
    if let entity = header.entity, entity != names.entity { throw .damaged(line: 1, .stranger(entity)) }
    return BookingsFile(file: file, header: header, size: status.size)
  }

  /// Everything behind the first line.
  var lines: LineRegion<Calls> { LineRegion(file: file, start: header.length, number: 2, end: size) }
}
