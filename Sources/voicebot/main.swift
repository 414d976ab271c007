// The program that web servers and function runtimes run: it answers one request. Started with arguments and by none
// of those, it becomes the operator's program beside it.

import Glibc
internal import Host

let variables = Variables.ofProcess()
// Under a web server the arguments are the client's (RFC 3875, section 4.4): nobody looks at them.
if CommandLine.argc > 1, !Host.isServer(variables) {
  unsafe exit(DeskProgram.become(CommandLine.unsafeArgv))
}
// Not by exit(3): nothing is buffered, and there is nothing to do on the way out.
_exit(Host.serve(variables))
