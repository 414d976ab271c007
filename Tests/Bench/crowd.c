// Runs a program many times, so many at once, and prints how many ended well a second, the median and the 99th percentile of
// what one took in milliseconds, and how many did not end well.
//
//   crowd WIDTH COUNT INPUT WORDS PROGRAM [ARGUMENT]…
//
// A `%` in INPUT, the file for standard input, stands for the number of the run, from 1. A run ends well with status 0 and, where
// WORDS are not empty, with these in what it wrote.
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_WIDTH = 256, MOST_RUNS = 100000 };

struct child {
  pid_t pid;
  int output;
  int64_t start;
};

static struct child children[MOST_WIDTH];
static int64_t took[MOST_RUNS];

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

static int ascending(const void *left, const void *right) {
  int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
  return (a > b) - (a < b);
}

static void start(struct child *child, int run, const char *input, char **words) {
  char path[4096];
  const char *mark = strchr(input, '%');
  if (mark) snprintf(path, sizeof path, "%.*s%d%s", (int)(mark - input), input, run, mark + 1);
  else snprintf(path, sizeof path, "%s", input);
  int source = open(path, O_RDONLY | O_CLOEXEC);
  child->output = memfd_create("output", MFD_CLOEXEC);
  if (source < 0 || child->output < 0) {
    perror(path);
    exit(1);
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, source, 0);
  posix_spawn_file_actions_adddup2(&actions, child->output, 1);
  extern char **environ;
  child->start = now();
  if (posix_spawn(&child->pid, words[0], &actions, NULL, words, environ) != 0) {
    perror(words[0]);
    exit(1);
  }
  posix_spawn_file_actions_destroy(&actions);
  close(source);
}

static int is_well(struct child *child, int status, const char *words) {
  char text[1 << 16];
  ssize_t count = pread(child->output, text, sizeof text - 1, 0);
  close(child->output);
  text[count > 0 ? count : 0] = 0;
  return status == 0 && strstr(text, words) != NULL;
}

int main(int argc, char **argv) {
  if (argc < 6) return 64;
  int width = atoi(argv[1]), count = atoi(argv[2]), begun = 0, ended = 0, well = 0;
  if (width < 1 || width > MOST_WIDTH || count < width || count > MOST_RUNS) return 64;
  int64_t first = now();
  while (begun < width) start(&children[begun], begun + 1, argv[3], argv + 5), begun++;
  while (ended < count) {
    int status;
    pid_t pid = wait(&status);
    for (int index = 0; index < width; index++) {
      if (children[index].pid != pid) continue;
      took[ended++] = now() - children[index].start;
      well += is_well(&children[index], status, argv[4]);
      children[index].pid = 0;
      if (begun < count) start(&children[index], ++begun, argv[3], argv + 5);
    }
  }
  double seconds = (now() - first) / 1e9;
  qsort(took, count, sizeof *took, ascending);
  printf("%.0f\t%.1f\t%.1f\t%d\n", well / seconds, took[count / 2] / 1e6, took[count * 99 / 100] / 1e6, count - well);
  return 0;
}
