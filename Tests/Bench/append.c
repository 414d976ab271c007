// The floor of a booking: a process that appends a line to a file and waits until the disk has it.
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv) {
  char line[700];
  memset(line, 'x', sizeof line);
  line[sizeof line - 1] = '\n';
  int file = argc == 2 ? open(argv[1], O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
  if (file < 0 || write(file, line, sizeof line) != sizeof line || fdatasync(file) != 0) return 1;
  return 0;
}
