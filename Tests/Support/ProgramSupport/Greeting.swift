// The smallest conversation: one business, one request whose answer is the same whatever the time, and the answer.

import JSON

/// A request that every tree with the one business answers, at whatever time with the same words.
package let greeting = Array(#"{"action":"getAgents","appointmentTypeId":"course"}"#.utf8)
/// The answer to it.
package let greeted =
  #"[{"id":"gleichgewicht.clara","agentId":"gleichgewicht.clara","name":"Clara Nowak"}]"#

/// A tree that serves the one business.
package func greetingTree() throws -> TemporaryTree {
  let tree = try TemporaryTree()
  try tree.add(business: "gleichgewicht")
  return tree
}

/// The `code` of a problem, or nil where the body is none.
package func code(_ body: [UInt8]) -> String? {
  (try? JSONValue(parsing: body))?.objectValue?["code"]?.stringValue
}
