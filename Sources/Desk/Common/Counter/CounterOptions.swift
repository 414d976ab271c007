// What the commands of the receptionist have in common.

internal import ArgumentParser

/// Options of book, move and cancel.
struct CounterOptions: ParsableArguments {
  @Flag(
    help: """
      Write down what is so, although the business file does not allow it: hours, closed days, starts, notice, horizon, \
      deadline, limits, the agent. What is taken stays taken.
      """)
  var force = false

  @Flag(help: "Print the booking as JSON, as the webhook answers it.")
  var json = false
}
