// Whether a program runs at all: on this processor, from this file system, as this user.

import Glibc

enum SelfTest {
  /// Whether the request program answers: it is run without a request, which it refuses in JSON.
  static func answers(_ path: String) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return false }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments = unsafe [strdup(path), nil]
    var variables = unsafe [strdup("VOICEBOT_LOG=off"), nil]
    defer { unsafe (arguments + variables).forEach { unsafe free($0) } }
    var child: pid_t = 0
    let code = unsafe posix_spawn(&child, path, &actions, nil, &arguments, &variables)
    close(ends[1])
    defer { close(ends[0]) }
    guard code == 0 else { return false }
    var text = [UInt8](repeating: 0, count: 4096)
    let count = unsafe read(ends[0], &text, text.count)
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status == 0 && count > 0 && text[0] == UInt8(ascii: "{")
  }
}
