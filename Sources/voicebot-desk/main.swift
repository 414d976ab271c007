// The operator's program: it runs one command. Started by a web server it runs nothing and answers 403.

internal import Desk
import Glibc
internal import Host
internal import System

let variables = Variables.ofProcess()
// Under a web server the arguments are the client's (RFC 3875, section 4.4): nobody looks at them.
exit(
  Host.isWebServer(variables)
    ? Host.refuse(variables, calls: LinuxCalls()) : Desk.run(Array(CommandLine.arguments.dropFirst())))
