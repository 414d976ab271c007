// What the commands of the receptionist have in common.

internal import ArgumentParser

/// Options of book, move and cancel.
struct CounterOptions: ParsableArguments {
  @Flag(help: "Overrule notice, horizon, deadline and maxOpen. What is taken stays taken.")
  var force = false

  @Flag(help: "Print the booking as JSON, as the webhook answers it.")
  var json = false
}
