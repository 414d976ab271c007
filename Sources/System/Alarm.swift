// A deadline for a system call that has none of its own: a timer whose signal interrupts it.

internal import CLinux

/// System calls that wait no longer than they may.
enum Alarm {
  /// Does something whose system calls are interrupted (EINTR), first after so many nanoseconds and then every ten
  /// milliseconds until it is done, so that a call which begins only after the first signal is interrupted too. For a
  /// program of one thread: of several, any may get the signal.
  static func interrupting<Answer>(
    after nanoseconds: Int64, _ body: () throws(SystemError) -> Answer
  ) throws(SystemError) -> Answer {
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = { _ in }
    var previous = sigaction()
    guard unsafe sigaction(SIGALRM, &action, &previous) == 0 else { throw .last }
    defer { unsafe sigaction(SIGALRM, &previous, nil) }

    // A mask that the program inherited must not keep the signal out.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGALRM)
    var previousMask = sigset_t()
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, &previousMask)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &previousMask, nil) }

    set(first: max(nanoseconds / 1000, 1), then: 10_000)
    defer { set(first: 0, then: 0) }
    return try body()
  }

  /// Sets the timer to so many microseconds; 0 stops it.
  private static func set(first: Int64, then repetition: Int64) {
    var times = itimerval()
    times.it_value = timeval(tv_sec: Int(first / 1_000_000), tv_usec: Int(first % 1_000_000))
    times.it_interval = timeval(tv_sec: 0, tv_usec: Int(repetition))
    unsafe setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &times, nil)
  }
}
