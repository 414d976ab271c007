// Runs commands in turn, A B C A B C, and prints for each the median and the least time from before it is started
// until it has ended, and the most memory it held. Everything else of the benchmark is bin/bench.
//
//   run ROUNDS FILE    each line of FILE is a command: a label, the file for standard input and the program with its
//                      arguments, parted by tabs. A `%` in the input's name stands for the number of the round, from 1.
//                      Prints: label, median in µs, least in µs, the most memory in KiB, failed runs.
//   run port           prints a TCP port that nobody listens on.
//
// Static and small, because a process starts out with the memory of the one that starts it, as far as the kernel's books
// go (ru_maxrss), and because starting one takes the longer the more memory is mapped.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_COMMANDS = 64, MOST_WORDS = 16, MOST_ROUNDS = 100000 };

struct command {
  char *label, *input;
  char *words[MOST_WORDS + 1];
  uint32_t *nanoseconds;
  long memory;
  int failures;
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

static void run(struct command *command, int round) {
  char path[4096];
  char *mark = strchr(command->input, '%');
  if (mark)
    snprintf(path, sizeof path, "%.*s%d%s", (int)(mark - command->input), command->input, round + 1, mark + 1);
  else
    snprintf(path, sizeof path, "%s", command->input);
  int input = open(path, O_RDONLY | O_CLOEXEC);
  int output = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (input < 0 || output < 0) fail(path);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, 0);
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  extern char **environ;
  struct rusage usage;
  pid_t child;
  int status;
  int64_t start = now();
  if (posix_spawn(&child, command->words[0], &actions, NULL, command->words, environ) != 0) fail(command->words[0]);
  if (wait4(child, &status, 0, &usage) < 0) fail("wait4");
  int64_t time = now() - start;
  command->nanoseconds[round] = time > UINT32_MAX ? UINT32_MAX : (uint32_t)time;
  if (usage.ru_maxrss > command->memory) command->memory = usage.ru_maxrss;
  if (status != 0) command->failures++;
  posix_spawn_file_actions_destroy(&actions);
  close(input);
  close(output);
}

static int ascending(const void *left, const void *right) {
  uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
  return (a > b) - (a < b);
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
  int rounds = argc == 3 ? atoi(argv[1]) : 0;
  if (rounds < 1 || rounds > MOST_ROUNDS) {
    fputs("usage: run ROUNDS FILE | run port\n", stderr);
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
    for (int word = 0; rest && word < MOST_WORDS; word++) command->words[word] = strsep(&rest, "\t");
    if (!command->words[0]) continue;
    command->nanoseconds = calloc(rounds, sizeof *command->nanoseconds);
    count++;
  }
  fclose(file);
  for (int round = 0; round < rounds; round++)
    for (int index = 0; index < count; index++) run(&commands[index], round);
  for (int index = 0; index < count; index++) {
    struct command *command = &commands[index];
    qsort(command->nanoseconds, rounds, sizeof *command->nanoseconds, ascending);
    printf("%s\t%.1f\t%.1f\t%ld\t%d\n", command->label, command->nanoseconds[rounds / 2] / 1000.0,
           command->nanoseconds[0] / 1000.0, command->memory, command->failures);
  }
  return 0;
}
