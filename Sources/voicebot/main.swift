// The program that web servers and function runtimes run: it answers one request. Started with arguments and by none
// of those, it becomes the operator's program beside it.

internal import Host
internal import System

let calls = LinuxCalls()
let variables = Variables.ofProcess()
// Under a web server the arguments are the client's (RFC 3875, section 4.4): nobody looks at them.
if LinuxProcess.hasArguments, !Host.isServer(variables) { LinuxProcess.end(DeskProgram.become(calls: calls)) }
LinuxProcess.end(Host.serve(variables, calls: calls))
