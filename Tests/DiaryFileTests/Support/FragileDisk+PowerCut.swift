// What a cut of the power leaves of a disk: by sectors, lengths and names, each in some state between the one that was
// synced and the last.

extension FragileDisk.State {
  /// What is there when the power is back.
  func afterPowerCut(_ random: inout Seeded) -> FragileDisk.State {
    var state = FragileDisk.State()
    state.lastRandom = lastRandom
    guard isDirectorySynced || (hasDirectory && Bool.random(using: &random)) else { return state }
    state.hasDirectory = true
    state.isDirectorySynced = true
    var names = syncedNames
    switch Int.random(in: 0..<4, using: &random) {
    case 0: break
    case 1: names = self.names
    case 2:
      for renaming in renamings.prefix(.random(in: 0...renamings.count, using: &random)) { renaming.apply(to: &names) }
    default: for renaming in renamings where Bool.random(using: &random) { renaming.apply(to: &names) }
    }
    state.names = names
    state.syncedNames = names
    state.files = files.map { [Self.remains(of: $0, &random)] }
    return state
  }

  /// One mixture of the states that a file had since it was synced.
  private static func remains(of versions: [[UInt8]], _ random: inout Seeded) -> [UInt8] {
    guard versions.count > 1 else { return versions[0] }
    let sizes = versions.map(\.count)
    var size = sizes.randomElement(using: &random) ?? 0
    if Int.random(in: 0..<4, using: &random) == 0 {
      size = Int.random(in: (sizes.min() ?? 0)...(sizes.max() ?? 0), using: &random)
    }
    // Often all of one state, so that what is on the disk already is not always spoilt by what is not.
    let common = Bool.random(using: &random) ? versions.randomElement(using: &random) : nil
    var content: [UInt8] = []
    while content.count < size {
      let version = common ?? versions.randomElement(using: &random) ?? []
      let part = version.dropFirst(content.count).prefix(min(FragileDisk.sector, size - content.count))
      content.append(contentsOf: part)
      content.append(contentsOf: repeatElement(0, count: min(FragileDisk.sector - part.count, size - content.count)))
    }
    return content
  }
}
