// Moves the bookings of several businesses, and says of each what came of it. One that cannot be moved keeps no other back.

#if PostgreSQL
  internal import Business

  extension Surroundings {
    /// Moves each business's bookings by `move`, which says how many events there were, nil where there was nothing to move.
    /// - Throws: where one could not be moved; it has been told why.
    func move(
      _ entities: [Identifier], to place: String, orSay nothing: String,
      _ move: (Identifier) throws(DeskFailure) -> Int?
    ) throws {
      var hasFailed = false
      for entity in entities {
        do throws(DeskFailure) {
          let told = try move(entity).map { "\(Wording.count($0, "event")) moved into the \(place)" } ?? nothing
          try? output.write("\(entity.text): \(told)\n")
        } catch {
          try errors.write("voicebot: \(error.sentence)\n")
          hasFailed = true
        }
      }
      if hasFailed { throw DeskFailure("", status: 1) }
    }
  }
#endif
