// What start.c calls, defined in Sources/voicebot/Begin.swift.

#ifndef CSTART_H
#define CSTART_H

/// Answers the request and ends the process, unless `count`, the number of arguments with the program's name, says that an
/// operator typed a command: then it returns.
void voicebot_begin(int count);

#endif
