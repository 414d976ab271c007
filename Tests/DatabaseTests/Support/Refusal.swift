// What every refusal has to be: the right code, one line in the log that says what to do, and no secret in either.

import FaultSupport
import ProgramSupport
import Testing

/// What is asked, and what may never be told.
enum Refusal {
  static let secret = "geheimnis7"
  static let booking = FaultScene.book(FaultScene.slot("ada", 9), caller: 1)
}

/// Asks with the bookings at an address, and checks code, status and log of the refusal.
func refused(
  _ scene: FaultScene, at address: String, asking request: String = Refusal.booking, _ code: String,
  logged words: String
) async throws {
  var scene = scene
  scene.variables["VOICEBOT_DATABASE"] = address
  let result = try await scene.child(request).run()
  let reply = try #require(FaultReply(result), "no reply: \(result)")
  #expect(reply.code == code, "\(reply.value)")
  #expect(result.errorText.contains(words), "\(result.errorText)")
  #expect(result.errorText.split(separator: "\n").count == 1)
  for text in [result.text, result.errorText] { #expect(!text.contains(Refusal.secret) && !text.contains("127.0.0.1")) }
  #expect(!result.text.contains("server"))
}
