// The first line of a bookings file, by which it is known.

internal import Basics
internal import JSON

extension Line {
  /// What a bookings file calls itself.
  package static let headerFormat = "voicebot bookings"
  /// The version of its lines.
  package static let headerVersion = 1
  /// The version of a file that has nothing but its first line, because a database has the bookings. No program reads it.
  package static let fencedVersion = 1000

  /// The first line, with its line feed, of a business's file of a version and a generation. The business stands last:
  /// programs from before read no further than the generation.
  package static func header(
    version: Int = headerVersion, generation: UInt64, of entity: String
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("n")
    writer.integer(1)
    writer.key("format")
    writer.string(headerFormat)
    writer.key("version")
    writer.integer(version)
    writer.key("generation")
    writer.string(Hexadecimal.text(generation))
    writer.key("entity")
    writer.string(entity)
    writer.endObject()
    return seal(writer.bytes)
  }
}
