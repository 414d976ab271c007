// The counter's page, by the programs of Python beside this file: one calls the program as a web server does, two drive a
// browser in front of nginx. bin/test page makes their environment and says where it is.

import Foundation
import ProgramSupport
import Testing

@Suite(.serialized) struct PageTests {
  /// Each runs its tests to the end, and all of them are good.
  @Test(arguments: ["door", "hostile", "flows", "looks"])
  func page(_ name: String) async throws {
    let own = ProcessInfo.processInfo.environment
    let python = try #require(own["VOICEBOT_PAGE"], "bin/test page sets VOICEBOT_PAGE")
    var environment = [
      "PATH": "/usr/bin:/bin", "HOME": FileManager.default.temporaryDirectory.path, "PYTHONDONTWRITEBYTECODE": "1",
      "LANG": "C.UTF-8", "NO_PROXY": "*", "SE_OFFLINE": "true", "VOICEBOT_DESK": Program.desk,
    ]
    for name in ["VOICEBOT_KEEP", "VOICEBOT_LONG", "VOICEBOT_TEST_SEED"] { environment[name] = own[name] }
    let script = Program.checkout.appending(path: "Tests/PageTests/\(name).py").path
    let result = try await Child(
      path: python, arguments: [script], environment: environment, deadline: own["VOICEBOT_LONG"] == nil ? 600 : 3600
    ).run()
    #expect(result.status == 0, "\(name): \(result.errorText)")
    // Nothing that was to run was left out.
    #expect(result.errorText.contains(/Ran [1-9][0-9]* tests?/) && !result.errorText.contains("skipped"))
  }
}
