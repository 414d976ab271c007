// Where Swift begins: a request goes to Host and ends here. Who calls this, and why so early, is in Sources/CStart/start.c.

import Glibc
internal import Host

/// Answers a request and ends the process; returns for an operator's command. Under a web server the arguments are the
/// client's (RFC 3875, section 4.4) and are not looked at.
@_cdecl("voicebot_begin")
func begin(_ count: Int32) {
  let variables = Variables.ofProcess()
  // Not by exit: nothing is buffered, and nothing is to be done on the way out.
  if count <= 1 || Host.isServer(variables) { _exit(Host.serve(variables)) }
}
