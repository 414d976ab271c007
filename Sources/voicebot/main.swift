// The program's first and last lines: a request goes to Host, an operator's command to Desk. Under a web server the
// arguments are the client's (RFC 3875, section 4.4) and are not looked at.

internal import Desk
import Glibc
internal import Host

let variables = Variables.ofProcess()
if CommandLine.argc > 1, !Host.isServer(variables) {
  exit(Desk.run(Array(CommandLine.arguments.dropFirst())))
} else {
  exit(Host.serve(variables))
}
