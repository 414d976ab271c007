// The smallest conversation: one business, one request that it answers whatever the time, and the answer.

import JSON

/// A request that every tree with the one business answers, whatever the time.
package let greeting = Array(#"{"action":"getBusinessName"}"#.utf8)
/// The answer to it.
package let greeted = #"{"name":"Physiotherapie Gleichgewicht"}"#

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
