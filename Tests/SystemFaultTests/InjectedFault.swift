// Ways in which the system fails, at one call or from one on. Which errors a call can have is what its manual page lists.

import Glibc
import SystemSupport

/// A way to fail.
enum InjectedFault: CaseIterable {
  // Once.
  case brokenOnce, fullOnce, forbiddenOnce, noDescriptorOnce
  // From one call on: the disk is broken or full, there are no descriptors, or nothing works any more.
  case broken, full, noDescriptors, dead
  // Signals, once, twenty times in a row, without an end.
  case interruptedOnce, interrupted, interruptedForGood
  // Reads and writes that do less than they could: once, from one on, and before one that fails.
  case shortOnce, short, halfOnce, half, halfThenBroken

  /// Whether nobody may notice it.
  var isHarmless: Bool {
    switch self {
    case .interruptedOnce, .interrupted, .shortOnce, .short, .halfOnce, .half: true
    default: false
    }
  }

  /// Whether a call can fail so.
  func fits(_ call: Call) -> Bool {
    switch self {
    case .brokenOnce, .dead, .interruptedOnce, .interrupted, .interruptedForGood: true
    // The streams are no part of the disk.
    case .broken: ![.wait, .writeStream, .random].contains(call)
    case .fullOnce: Self.canBeFull.contains(call) || call == .writeStream
    case .full: Self.canBeFull.contains(call)
    case .forbiddenOnce: Self.canBeForbidden.contains(call)
    case .noDescriptorOnce, .noDescriptors: [.openPath, .openDirectory, .open, .entries].contains(call)
    case .shortOnce, .short, .halfOnce, .half: [.read, .readStream, .write, .writeStream].contains(call)
    case .halfThenBroken: [.read, .readStream, .write].contains(call)
    }
  }

  /// What happens at a call where the failing is to begin at `place`.
  func fault(_ call: Call, _ number: Int, from place: Int) -> RiggedCalls.Fault? {
    guard number >= place, fits(call) || self == .halfThenBroken else { return nil }
    switch self {
    case .brokenOnce: return number == place ? .failure(EIO) : nil
    case .fullOnce: return number == place ? .failure(ENOSPC) : nil
    case .forbiddenOnce: return number == place ? .failure(EACCES) : nil
    case .noDescriptorOnce: return number == place ? .failure(EMFILE) : nil
    case .interruptedOnce: return number == place ? .failure(EINTR) : nil
    case .interrupted: return number < place + 20 ? .failure(EINTR) : nil
    case .broken, .dead: return .failure(EIO)
    case .full: return .failure(ENOSPC)
    case .noDescriptors: return .failure(EMFILE)
    case .interruptedForGood: return .failure(EINTR)
    case .shortOnce: return number == place ? .short : nil
    case .halfOnce: return number == place ? .half : nil
    case .short: return .short
    case .half: return .half
    case .halfThenBroken: return number == place ? .half : number == place + 1 ? .failure(EIO) : nil
    }
  }

  private static let canBeFull: Set<Call> = [
    .open, .openPath, .makeDirectory, .rename, .link, .write, .syncData, .sync,
  ]
  private static let canBeForbidden: Set<Call> = [
    .openPath, .openDirectory, .makeDirectory, .statusOfPath, .resolve, .executable, .open, .statusOfName, .rename,
    .link, .remove,
  ]
}
