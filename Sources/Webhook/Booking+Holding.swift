// What a booking holds is taken from the business file of the moment in which it is made or moved, and recorded (contract,
// section 3, "A booking outlives the configuration").

internal import Business
internal import Diary

extension Booking {
  /// Records what appointments for a product hold as its file says now: length, buffers, pause and resources.
  mutating func hold(_ product: Product) {
    duration = product.duration
    bufferBefore = product.terms.bufferBefore
    bufferAfter = product.terms.bufferAfter
    pauseAfter = product.pause?.after ?? 0
    pauseLength = product.pause?.length ?? 0
    resources = product.needs.map { HeldResource($0.resource.text, units: $0.units) }
  }
}
