// Bookings, blocks and people for tests.

import SystemSupport
import System
import Diary
import DiaryFile
import Business
import CivilTime
import People
import Testing

extension Instant {
  /// So many minutes after Monday, September 14th 2026, 06:00 UTC.
  static func minute(_ minute: Int) -> Instant { Instant(seconds: 1_789_365_600 + Int64(minute) * 60) }
}

extension Person {
  static func sample(_ id: String, firstname: String = "Erika", lastname: String = "Mustermann", phone: String? = nil)
    -> Person
  {
    var attributes = [
      Attribute(name: "firstname", value: .text(firstname)), Attribute(name: "lastname", value: .text(lastname)),
    ]
    if let phone { attributes.append(Attribute(name: "phone", value: .text(phone))) }
    return Person(id: id, attributes: attributes)
  }
}

extension Booking {
  static func sample(
    _ id: String, minute: Int = 0, agent: String = "anna", duration: Int = 1800, before: Int = 0, after: Int = 600,
    resources: [String] = ["room"], booker: Person = .sample("u1", phone: "+49351123456"),
    participant: Person? = nil, request: UInt64 = 0xFEDC_BA98_7654_3210
  ) -> Booking {
    Booking(
      id: id, type: Named(id: "massage", name: "Massage"),
      product: Named(id: "massage-30", name: "30 Minuten \"Massage\""),
      agent: Named(id: agent, name: agent.uppercased()), start: .minute(minute), duration: duration,
      bufferBefore: before,
      bufferAfter: after, resources: resources.map { HeldResource($0) }, booker: booker,
      participant: participant ?? booker, request: request,
      created: .minute(-10_000))
  }

  func moved(to minute: Int, agent: String? = nil) -> Booking {
    var booking = self
    booking.start = .minute(minute)
    if let agent { booking.agent = Named(id: agent, name: agent.uppercased()) }
    return booking
  }

  var cancelled: Booking {
    var booking = self
    booking.status = .cancelled
    return booking
  }
}

/// The engine on whichever system a test chooses.
typealias FileStore = DiaryFile.FileStore<AnyCalls>
/// What it can be asked.
typealias FileView = DiaryFile.FileView<AnyCalls>

extension FileStore {
  /// The store of a temporary directory, or of the same directory by another path.
  init(
    _ directory: TemporaryDirectory, path: String? = nil, entity: String = "praxis",
    calls: any SystemCalls = LinuxCalls(), patience: Int64 = 3_000_000_000
  ) throws {
    self.init(
      directory: path ?? directory.data, entity: try #require(Identifier(entity)), calls: AnyCalls(calls),
      patience: patience)
  }

  /// The store of a disk in memory.
  init(_ disk: FragileDisk) throws {
    self.init(directory: "/Data", entity: try #require(Identifier("praxis")), calls: AnyCalls(disk))
  }

  /// Appends events in one go.
  func append(_ events: Event...) throws(FileError) { try append(events) }

  func append(_ events: [Event]) throws(FileError) {
    _ = try write { (writer) throws(FileError) in
      for event in events { try writer.append(event, at: .minute(-1)) }
    }
  }
}
