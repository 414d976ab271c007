// The program's first and last lines. Everything else is in Host (requests).

import Glibc
internal import Host

exit(Host.serve(Variables.ofProcess()))
