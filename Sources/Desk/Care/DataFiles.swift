// Which bookings files there are, whether or not a business file still goes with them.

internal import Bookings
internal import Business
internal import Host

/// The bookings files of a deployment.
struct DataFiles {
  let premises: Premises

  /// The businesses that were named, in that order; without a name all that have a business file or a bookings file.
  func entities(_ names: [String]) throws(DeskFailure) -> [Identifier] {
    guard names.isEmpty else { return try names.map { name throws(DeskFailure) in try entity(name) } }
    var found = Set(try premises.businesses())
    let files = (try? Files.names(in: premises.settings.data)) ?? []
    for file in files where file.hasSuffix(".jsonl") {
      if let id = Identifier(file.dropLast(6)) { found.insert(id) }
    }
    return found.sorted()
  }

  /// The business with this id; it need not have a business file.
  func entity(_ name: String) throws(DeskFailure) -> Identifier {
    guard let id = Identifier(name) else {
      throw DeskFailure("“\(TerminalText.harmless(name))” is no business's id.", status: 64)
    }
    return id
  }

  /// Does something with the bookings of a business.
  func with<Result>(
    _ entity: Identifier, _ body: (BookingsStore) throws(StorageError) -> Result
  ) throws(DeskFailure) -> Result {
    do {
      return try body(BookingsStore(directory: premises.settings.data, entity: entity))
    } catch {
      throw DeskFailure(error, of: entity)
    }
  }

  /// How a bookings file is called on the screen.
  static func shown(_ entity: Identifier) -> String { "Data/\(entity.text).jsonl" }
}
