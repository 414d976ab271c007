// Where a request enters the program: before `main`, and before the initialisers of the libraries that only the operator's
// commands use. Those look for a crash reporter in nine places, read /proc and /sys and fill tables, which costs a request as
// much as everything else in it together. A request ends the process, so they never run; a command falls through to them.
//
// Constructors run in the order in which the linker meets them. Swift's own (swiftrt.o, which tells the runtime about the
// program's types) comes first on the command line, then the program's objects with this one, then the libraries. glibc
// gives them the arguments of `main`; not every libc does.

#include "CStart.h"
#include <features.h>

#ifndef __GLIBC__
#error "voicebot_begin needs the number of arguments, which only glibc gives to constructors"
#endif

__attribute__((constructor)) static void begin(int argc, char **argv, char **environment) {
  (void)argv;
  (void)environment;
  voicebot_begin(argc);
}
