// Writes what the benchmark measures on: a bookings file of any length in its own format (Sources/Bookings/File/
// BookingsFile.swift), and the requests of many rounds. It is no way to make bookings: nobody decided on these.
//
//   data bookings ENTITY COUNT LIVE AGENTS STARTS STEP    a bookings file, to standard output
//   data requests ENTITY ROUNDS AGENTS STARTS STEP DIR PAST
//                                                   DIR/book-N.json, move-N.json, cancel-N.json; PAST bookings come first
//
// Every agent has STARTS bookings of 30 minutes (15 where STEP is less than 30) a day, STEP minutes apart, from 8 in the
// morning in Berlin; the first of the LIVE ones are on 15 September 2026, the rest lie before that. With a step of 60 every
// second half of an hour stays free: that is where `book` and `move` go. Move N is for live booking N, cancel N for
// live booking ROUNDS + N.
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int agents, starts, step;

static uint32_t checksum(const char *bytes, size_t count) {
  static uint32_t table[256];
  if (!table[1])
    for (uint32_t index = 0; index < 256; index++) {
      uint32_t value = index;
      for (int bit = 0; bit < 8; bit++) value = value & 1 ? value >> 1 ^ 0xEDB88320 : value >> 1;
      table[index] = value;
    }
  uint32_t state = 0xFFFFFFFF;
  for (size_t index = 0; index < count; index++) state = table[(state ^ (unsigned char)bytes[index]) & 0xFF] ^ state >> 8;
  return ~state;
}

static void line(const char *text) { printf("%s,\"crc\":\"%08x\"}\n", text, checksum(text, strlen(text))); }

// The start of a day's booking, `minutes` after 8, `days` after 15 September 2026.
static time_t start_at(int days, int minutes) {
  struct tm reading = {.tm_year = 126, .tm_mon = 8, .tm_mday = 15 + days, .tm_hour = 8, .tm_min = minutes, .tm_isdst = -1};
  return mktime(&reading);
}

static void text_of(time_t time, const char *format, char *text, size_t room) {
  struct tm utc;
  gmtime_r(&time, &utc);
  strftime(text, room, format, &utc);
}

// Where booking `number` is, counted from the first live one; those before it are negative.
static time_t place(int number, int *agent) {
  int a_day = agents * starts;
  int day = number >= 0 ? number / a_day : -((-number - 1) / a_day) - 2;
  int index = ((number % a_day) + a_day) % a_day;
  *agent = index % agents;
  return start_at(day, index / agents % starts * step);
}

static void bookings(const char *entity, int count, int live) {
  char text[2048], start[32];
  line("{\"n\":1,\"format\":\"voicebot bookings\",\"version\":1,\"generation\":\"0123456789abcdef\"");
  for (int index = 0; index < count; index++) {
    int agent, number = index - (count - live);
    text_of(place(number, &agent), "%FT%TZ", start, sizeof start);
    char person[256];
    snprintf(person, sizeof person,
             "{\"id\":\"%s.u%020d\",\"firstname\":\"Caller\",\"lastname\":\"Number %d\",\"phone\":\"+49351%07d\"}", entity,
             index, index, index);
    snprintf(text, sizeof text,
             "{\"n\":%d,\"at\":\"2026-09-01T06:00:00Z\",\"event\":\"booked\",\"id\":\"%s.b%020d\",\"start\":\"%s\","
             "\"duration\":%d,\"bufferBefore\":0,\"bufferAfter\":0,\"resources\":[],\"agent\":{\"id\":\"a%d\",\"name\":"
             "\"Agent %d\"},\"product\":{\"id\":\"half\",\"name\":\"Half an hour\"},\"type\":{\"id\":\"visit\",\"name\":"
             "\"Visit\"},\"request\":\"%016x\",\"created\":\"2026-09-01T06:00:00Z\",\"booker\":%s,\"participant\":%s",
             index + 2, entity, index, start, step < 30 ? 900 : 1800, agent, agent, index + 1, person, person);
    line(text);
  }
}

static void request(const char *directory, const char *name, int round, const char *text) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s-%d.json", directory, name, round);
  FILE *file = fopen(path, "w");
  if (!file || fputs(text, file) < 0 || fclose(file) != 0) {
    perror(path);
    exit(1);
  }
}

static void requests(const char *entity, int rounds, const char *directory, int past) {
  char text[2048], old[32], new[32];
  for (int round = 1; round <= rounds; round++) {
    int agent;
    text_of(start_at(1 + round / 10, round % 10 * 60 + 30), "%Y%m%dT%H%M%SZ", new, sizeof new);
    snprintf(text, sizeof text,
             "{\"action\":\"bookAppointment\",\"appointmentTypeId\":\"%s.visit\",\"productId\":\"%s.half\",\"slotId\":"
             "\"%s.visit.half._.%s\",\"booker\":{\"firstname\":\"New\",\"lastname\":\"Caller %d\",\"phone\":\"0351 8%06d\"}}",
             entity, entity, entity, new, round, 500000 + round);
    request(directory, "book", round, text);
    text_of(start_at(201 + round / 10, round % 10 * 60 + 30), "%Y%m%dT%H%M%SZ", new, sizeof new);
    text_of(place(round - 1, &agent), "%Y%m%dT%H%M%SZ", old, sizeof old);
    snprintf(text, sizeof text,
             "{\"action\":\"modifyAppointment\",\"bookingId\":\"%s.b%020d\",\"slotIdOld\":\"%s.visit.half.a%d.%s\","
             "\"slotIdNew\":\"%s.visit.half._.%s\"}",
             entity, past + round - 1, entity, agent, old, entity, new);
    request(directory, "move", round, text);
    text_of(place(rounds + round - 1, &agent), "%Y%m%dT%H%M%SZ", old, sizeof old);
    snprintf(text, sizeof text,
             "{\"action\":\"cancelAppointment\",\"bookingId\":\"%s.b%020d\",\"slotId\":\"%s.visit.half.a%d.%s\"}", entity,
             past + rounds + round - 1, entity, agent, old);
    request(directory, "cancel", round, text);
  }
}

int main(int argc, char **argv) {
  setenv("TZ", "Europe/Berlin", 1);
  tzset();
  if (argc == 8 && strcmp(argv[1], "bookings") == 0) {
    agents = atoi(argv[5]), starts = atoi(argv[6]), step = atoi(argv[7]);
    bookings(argv[2], atoi(argv[3]), atoi(argv[4]));
    return fflush(stdout) == 0 ? 0 : 1;
  }
  if (argc == 9 && strcmp(argv[1], "requests") == 0) {
    agents = atoi(argv[4]), starts = atoi(argv[5]), step = atoi(argv[6]);
    requests(argv[2], atoi(argv[3]), argv[7], atoi(argv[8]));
    return 0;
  }
  fputs("usage: see the head of Tests/Bench/data.c\n", stderr);
  return 64;
}
