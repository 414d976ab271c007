// The operator's commands. A request never comes here: it is answered by Begin.swift, before `main`.

internal import Desk
import Glibc

exit(Desk.run(Array(CommandLine.arguments.dropFirst())))
