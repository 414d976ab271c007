// libc as the target System uses it, for ordinary and for Embedded Swift, which has no module Glibc. What Swift cannot
// import (variadic functions, macros with types or casts, the thread's errno) has a function or a constant here.

#ifndef CLINUX_H
#define CLINUX_H

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <sysexits.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static inline int linux_errno(void) { return errno; }
static inline void linux_clear_errno(void) { errno = 0; }
static inline int linux_open(const char *path, int flags, mode_t mode) { return open(path, flags, mode); }
static inline int linux_openat(int directory, const char *name, int flags, mode_t mode) {
  return openat(directory, name, flags, mode);
}
static inline int linux_is_regular(mode_t mode) { return S_ISREG(mode); }
static inline int linux_is_directory(mode_t mode) { return S_ISDIR(mode); }
static inline void linux_ignore(int number) { signal(number, SIG_IGN); }
extern char **environ;
static inline char **linux_environment(void) { return environ; }

// The arguments of main, which Embedded Swift does not pass on: a process's stack begins with their number, their
// addresses, a null, and the environment (System V ABI, "Initial Process Stack"). Right until something changes `environ`.
static inline char **linux_arguments(void) {
  if (!environ) return NULL;
  char **end = environ - 1;
  // Linux takes no more than 2 MiB of them, however short each is.
  for (long count = 0; count < 1L << 21; count++)
    if (*(long *)(end - count - 1) == count) return end - count;
  return NULL;
}

// libc's one zone (the variable TZ) is shared by all threads of the process.
static pthread_mutex_t linux_zone = PTHREAD_MUTEX_INITIALIZER;
static inline void linux_lock_zone(void) { pthread_mutex_lock(&linux_zone); }
static inline void linux_unlock_zone(void) { pthread_mutex_unlock(&linux_zone); }

#endif
