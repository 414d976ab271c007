// Runs commands in turn, each once a round, and prints for each what it took from before it was started until it had
// ended. The order changes from round to round: what ran just before, another program or a wait for the disk, makes a
// program some percent faster or slower. Everything else of the benchmark is bin/bench.
//
//   run ROUNDS FILE    each line of FILE is a command: a label, the file for standard input, the files to drop before
//                      every run, and the program with its arguments, parted by tabs; variables for it, NAME=VALUE, may
//                      stand before it. A `%` in the input's name stands
//                      for the number of the run among those with that input, from 1. The files to drop are parted by
//                      colons; a directory stands for all in it, `-` for none.
//                      Prints: label, median in µs, least in µs, the most memory in KiB, failed runs, and the medians of
//                      the page faults without and with reading from the disk and of its processor time in µs. That
//                      lacks what starting it costs the one that starts it, but hardly depends on what else runs.
//   run drop FILES     writes the files to the disk and drops their pages from memory.
//   run port           prints a TCP port that nobody listens on.
//
// Static and small, because a process starts out with the memory of the one that starts it, as far as the kernel's books
// go (ru_maxrss), and because starting one takes the longer the more memory is mapped.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <ftw.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_COMMANDS = 128, MOST_WORDS = 16, MOST_ROUNDS = 100000 };

struct command {
  char *label, *input, *drop;
  char *words[MOST_WORDS + 1];
  // How many of the words are variables.
  int variables;
  uint32_t *nanoseconds, *minor, *major, *processor;
  long memory;
  int failures;
  // Where this command stands among those with its input, from 0, and how many those are.
  int place, sharing;
};

static struct command commands[MOST_COMMANDS];

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

static int drop_file(const char *path, const struct stat *info, int kind, struct FTW *position) {
  (void)position;
  if (kind == FTW_NS || kind == FTW_DNR) fail(path);
  if (!S_ISREG(info->st_mode)) return 0;
  int file = open(path, O_RDONLY | O_CLOEXEC);
  // What is not on the disk yet stays in memory, whatever is advised.
  if (file < 0 || fdatasync(file) != 0 || posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED) != 0) fail(path);
  close(file);
  return 0;
}

static void drop(const char *paths) {
  if (strcmp(paths, "-") == 0) return;
  char *copy = strdup(paths), *rest = copy, *path;
  while ((path = strsep(&rest, ":")))
    if (nftw(path, drop_file, 8, FTW_PHYS) != 0) fail(path);
  free(copy);
}

static void run(struct command *command, int round) {
  char path[4096];
  char *mark = strchr(command->input, '%');
  if (mark)
    snprintf(path, sizeof path, "%.*s%d%s", (int)(mark - command->input), command->input,
             round * command->sharing + command->place + 1, mark + 1);
  else
    snprintf(path, sizeof path, "%s", command->input);
  drop(command->drop);
  int input = open(path, O_RDONLY | O_CLOEXEC);
  int output = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (input < 0 || output < 0) fail(path);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, 0);
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  extern char **environ;
  char **words = command->words + command->variables;
  for (int index = 0; index < command->variables; index++) putenv(command->words[index]);
  struct rusage usage;
  pid_t child;
  int status;
  int64_t start = now();
  if (posix_spawn(&child, words[0], &actions, NULL, words, environ) != 0) fail(words[0]);
  if (wait4(child, &status, 0, &usage) < 0) fail("wait4");
  int64_t time = now() - start;
  command->nanoseconds[round] = time > UINT32_MAX ? UINT32_MAX : (uint32_t)time;
  command->processor[round] = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000 + usage.ru_utime.tv_usec +
                              usage.ru_stime.tv_usec;
  command->minor[round] = usage.ru_minflt;
  command->major[round] = usage.ru_majflt;
  if (usage.ru_maxrss > command->memory) command->memory = usage.ru_maxrss;
  if (status != 0) command->failures++;
  posix_spawn_file_actions_destroy(&actions);
  close(input);
  close(output);
}

// Changes the order of the commands; the same on every run of the benchmark.
static void shuffle(int *order, int count) {
  static uint64_t state = 1;
  for (int left = count; left > 1; left--) {
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    int chosen = (int)((state >> 33) % (uint64_t)left);
    int other = order[left - 1];
    order[left - 1] = order[chosen];
    order[chosen] = other;
  }
}

static int ascending(const void *left, const void *right) {
  uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
  return (a > b) - (a < b);
}

static uint32_t median(uint32_t *figures, int count) {
  qsort(figures, count, sizeof *figures, ascending);
  return figures[count / 2];
}

static int free_port(void) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  if (listener < 0 || bind(listener, (struct sockaddr *)&address, sizeof address) != 0 ||
      getsockname(listener, (struct sockaddr *)&address, &length) != 0)
    fail("socket");
  printf("%d\n", ntohs(address.sin_port));
  return 0;
}

int main(int argc, char **argv) {
  if (argc == 2 && strcmp(argv[1], "port") == 0) return free_port();
  if (argc == 3 && strcmp(argv[1], "drop") == 0) {
    drop(argv[2]);
    return 0;
  }
  int rounds = argc == 3 ? atoi(argv[1]) : 0;
  if (rounds < 1 || rounds > MOST_ROUNDS) {
    fputs("usage: run ROUNDS FILE | run drop FILES | run port\n", stderr);
    return 64;
  }
  FILE *file = fopen(argv[2], "r");
  if (!file) fail(argv[2]);
  int count = 0;
  char *line = NULL;
  size_t room = 0;
  while (count < MOST_COMMANDS && getline(&line, &room, file) > 0) {
    struct command *command = &commands[count];
    char *rest = strdup(line);
    rest[strcspn(rest, "\n")] = 0;
    command->label = strsep(&rest, "\t");
    command->input = strsep(&rest, "\t");
    command->drop = strsep(&rest, "\t");
    for (int word = 0; rest && word < MOST_WORDS; word++) command->words[word] = strsep(&rest, "\t");
    if (!command->words[0]) continue;
    while (command->words[command->variables + 1] && command->words[command->variables][0] != '/' &&
           strchr(command->words[command->variables], '='))
      command->variables++;
    uint32_t *figures = calloc(4 * (size_t)rounds, sizeof *figures);
    if (!figures) fail("calloc");
    command->nanoseconds = figures, command->minor = figures + rounds, command->major = figures + 2 * rounds;
    command->processor = figures + 3 * rounds;
    count++;
  }
  fclose(file);
  for (int index = 0; index < count; index++)
    for (int other = 0; other < count; other++) {
      if (strcmp(commands[index].input, commands[other].input) != 0) continue;
      commands[index].sharing++;
      if (other < index) commands[index].place++;
    }
  int order[MOST_COMMANDS];
  for (int index = 0; index < count; index++) order[index] = index;
  for (int round = 0; round < rounds; round++) {
    shuffle(order, count);
    for (int index = 0; index < count; index++) run(&commands[order[index]], round);
  }
  for (int index = 0; index < count; index++) {
    struct command *command = &commands[index];
    double middle = median(command->nanoseconds, rounds) / 1000.0;
    printf("%s\t%.1f\t%.1f\t%ld\t%d\t%u\t%u\t%u\n", command->label, middle, command->nanoseconds[0] / 1000.0,
           command->memory, command->failures, median(command->minor, rounds), median(command->major, rounds),
           median(command->processor, rounds));
  }
  return 0;
}
