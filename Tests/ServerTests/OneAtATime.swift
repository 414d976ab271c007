// The tests that need the machine for themselves: many processes at once, real servers.

import Testing

/// Suites in here run one after another, so that none fails for want of a processor that another one has.
@Suite(.serialized) enum OneAtATime {}
