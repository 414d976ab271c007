// The operator's program: it runs one command. Started by a web server it is the counter's page and nothing else.

internal import Desk
import Glibc
internal import Host

// Under a web server the arguments are the client's (RFC 3875, section 4.4): nobody looks at them.
exit(
  Host.isWebServer(Variables.ofProcess())
    ? CounterDoor.serve() : Desk.run(Array(CommandLine.arguments.dropFirst())))
