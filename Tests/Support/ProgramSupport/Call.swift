// A caller who takes the first free time of a product, for tests that need a booking and not a conversation.

import Foundation
package import JSON

/// Requests of one caller, by whatever way they are sent.
package struct Call {
  package var send: ([UInt8]) async throws -> [UInt8]
  /// The slot of the last booking.
  package private(set) var slot = ""
  /// The participant of the last booking.
  package private(set) var user = ""

  package struct Refused: Error { package var reply: String }

  package init(_ send: @escaping ([UInt8]) async throws -> [UInt8]) { self.send = send }

  /// Books the first free time of the 14 days from a date, or from today, and returns the booking's id.
  package mutating func book(
    type: String = "massage", product: String = "massage-30", from date: String = ""
  ) async throws -> String {
    let ids = #""appointmentTypeId":"\#(type)","productId":"\#(product)""#
    let slots = try await ask(#"{"action":"getSlots",\#(ids),"dateTime":"\#(date)","days":14,"limit":1}"#)
    guard let slot = slots.arrayValue?.first?.objectValue?["id"]?.stringValue else {
      throw Refused(reply: "no free time")
    }
    let who = #"{"firstname":"Ada","lastname":"Byron","phone":"+493511234567","dateOfBirth":"1980-03-15"}"#
    let booking = try await ask(#"{"action":"bookAppointment",\#(ids),"slotId":"\#(slot)","booker":\#(who)}"#)
    guard let object = booking.objectValue, let id = object["id"]?.stringValue else {
      throw Refused(reply: "no booking")
    }
    self.slot = object["slotId"]?.stringValue ?? slot
    user = object["participant"]?.objectValue?["id"]?.stringValue ?? ""
    return id
  }

  /// The reply to a request, which must not be a problem.
  package func ask(_ request: String) async throws -> JSONValue {
    let reply = try await send(Array(request.utf8))
    guard let value = try? JSONValue(parsing: reply, limits: JSONLimits(bytes: 1 << 20)), code(reply) == nil else {
      throw Refused(reply: String(decoding: reply, as: UTF8.self))
    }
    return value
  }
}
