// What the rows of an index come to, to compare those that are there with those that the events ask for.

#if PostgreSQL
  internal import Basics
  internal import CivilTime
  internal import Diary
  internal import DiaryFormat
  internal import System

  /// A sum over the rows of an index, whatever their order.
  struct IndexDigest: Equatable {
    private(set) var days = 0
    private(set) var postings = 0
    private var sum: UInt64 = 0

    /// Adds a posting.
    mutating func add(_ posting: Posting) {
      postings += 1
      add([1, posting.key, UInt64(posting.number), posting.onward], text: [])
    }

    /// Adds a row of days that is held. A row of what is not held any more says nothing.
    mutating func add(day: UInt64, number: Int, _ occupation: Occupation) {
      days += 1
      let numbers = [
        occupation.start.milliseconds, occupation.end.milliseconds, occupation.occupiedStart.milliseconds,
        occupation.occupiedEnd.milliseconds, Int64(occupation.pauseAfter), Int64(occupation.pauseLength),
      ]
      let texts = [
        occupation.bookingID, occupation.agent ?? "\u{0}", occupation.product ?? "\u{0}",
        ResourceText.text(of: occupation.resources),
      ]
      var text: [UInt8] = []
      for part in texts {
        text.append(contentsOf: part.utf8)
        text.append(1)
      }
      add([2, day, UInt64(number)] + numbers.map { UInt64(bitPattern: $0) }, text: text)
    }

    private mutating func add(_ numbers: [UInt64], text: [UInt8]) {
      var state: UInt64 = 0
      for number in numbers { state = Mixing.mixed(state ^ number) }
      for byte in text { state = Mixing.mixed(state ^ UInt64(byte)) }
      sum &+= Mixing.mixed(state)
    }
  }

  extension WholeDiary {
    /// What the events ask for. Of a subject the newest event counts for what is held.
    static func digest(_ newest: [String: Record], _ postings: IndexDigest) -> IndexDigest {
      var digest = postings
      for record in newest.values where record.event.kind.isLive {
        for row in DayRow.all(of: record) where row.isHeld {
          digest.add(day: row.day, number: row.number, row.occupation)
        }
      }
      return digest
    }

    /// What is there.
    func digest() throws(DatabaseError) -> IndexDigest {
      var digest = IndexDigest()
      let postings = try session.read(
        "select key, number, onward from \(Tables.postings) where business = $1", [business])
      for row in 0..<postings.count {
        digest.add(
          Posting(
            key: UInt64(bitPattern: postings.integer(row, 0) ?? 0), number: Int(postings.integer(row, 1) ?? 0),
            onward: UInt64(bitPattern: postings.integer(row, 2) ?? 0)))
      }
      let days = try session.read(
        "select \(DayRow.columns) from \(Tables.days) where business = $1 and held", [business])
      for row in 0..<days.count {
        guard let occupation = days.occupation(row) else { return IndexDigest() }
        digest.add(
          day: UInt64(bitPattern: days.integer(row, 0) ?? 0), number: Int(days.integer(row, 1) ?? 0), occupation)
      }
      return digest
    }
  }
#endif
