// What a client of libpq must take at least for what `getSlots` and `bookAppointment` take from a database: it connects, sends
// the program's own statements, as the server has logged them, waits for the answers and ends. It decides nothing.
//
//   database ADDRESS BUSINESSES READ           one question
//   database ADDRESS BUSINESSES READ APPEND    a question and an append; who lost is put in the queue, as the program is
//
// READ and APPEND are files: a statement, then its parameters, a line each. In them @b@ stands for a business, by chance one
// of so many; @n@ for the number of its newest event, @m@ for the next one, @s@ for a booking's id. Exits with 1 where
// nothing was appended.
#include <fcntl.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 64, ROOM = 1 << 16 };

struct statement {
  char *text;
  char *parameters[MOST];
  int count;
};

static char business[64], number[32], next[32], subject[64];

static struct statement load(const char *path) {
  struct statement statement = {0};
  FILE *file = fopen(path, "r");
  char *line = NULL;
  size_t room = 0;
  if (!file) exit(2);
  for (int index = -1; index < MOST && getline(&line, &room, file) > 0; index++) {
    line[strcspn(line, "\n")] = 0;
    if (index < 0) statement.text = strdup(line);
    else statement.parameters[statement.count++] = strdup(line);
  }
  fclose(file);
  return statement;
}

// The text with what the marks stand for.
static char *filled(const char *text) {
  static char rooms[MOST + 1][ROOM];
  static int used;
  char *start = rooms[used++ % (MOST + 1)], *end = start;
  for (; *text && end < start + ROOM - 64; text++) {
    const char *word = NULL;
    if (text[0] == '@' && text[1] && text[2] == '@')
      word = text[1] == 'b' ? business : text[1] == 'n' ? number : text[1] == 'm' ? next : text[1] == 's' ? subject : NULL;
    if (word) {
      end = stpcpy(end, word);
      text += 2;
    } else {
      *end++ = *text;
    }
  }
  *end = 0;
  return start;
}

static PGresult *ask(PGconn *connection, const struct statement *statement) {
  const char *values[MOST];
  for (int index = 0; index < statement->count; index++) values[index] = filled(statement->parameters[index]);
  return PQexecParams(connection, filled(statement->text), statement->count, NULL, values, NULL, NULL, 0);
}

int main(int argc, char **argv) {
  if (argc < 4) return 64;
  struct statement read_it = load(argv[3]), append = {0};
  if (argc > 4) append = load(argv[4]);
  unsigned long long chance;
  if (getentropy(&chance, sizeof chance) != 0) return 2;
  int businesses = atoi(argv[2]);
  if (businesses > 1) snprintf(business, sizeof business, "studio%d", (int)(chance % (unsigned)businesses) + 1);
  else strcpy(business, "studio");
  snprintf(subject, sizeof subject, "%s.b%020llu", business, chance);
  PGconn *connection = PQconnectdb(argv[1]);
  if (PQstatus(connection) != CONNECTION_OK) return 3;
  int is_done = 0;
  for (int turn = 0; turn < 200 && !is_done; turn++) {
    if (turn > 0) {
      char queue[512];
      snprintf(queue, sizeof queue,
               "begin isolation level read committed; set local lock_timeout = 3000; "
               "set local idle_in_transaction_session_timeout = 5000; "
               "select number from voicebot_1_heads where business = '%s' for update", business);
      PQclear(PQexec(connection, queue));
    }
    PGresult *rows = ask(connection, &read_it);
    if (PQresultStatus(rows) != PGRES_TUPLES_OK) return 4;
    for (int row = 0; row < PQntuples(rows); row++)
      if (strcmp(PQgetvalue(rows, row, 0), "0") == 0) {
        snprintf(number, sizeof number, "%s", PQgetvalue(rows, row, 1));
        snprintf(next, sizeof next, "%ld", atol(number) + 1);
      }
    PQclear(rows);
    if (argc == 4) return PQfinish(connection), 0;
    rows = ask(connection, &append);
    is_done = PQresultStatus(rows) == PGRES_TUPLES_OK && PQntuples(rows) == 1;
    PQclear(rows);
    if (turn > 0) PQclear(PQexec(connection, is_done ? "commit" : "rollback"));
  }
  PQfinish(connection);
  return is_done ? 0 : 1;
}
