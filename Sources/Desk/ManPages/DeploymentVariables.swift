// The variables of a deployment, for the manual page (contract, section 8). A test holds that the chapter on hosting has the same.

enum DeploymentVariables {
  /// Each with what it means.
  static let all = [
    (name: "VOICEBOT_ROOT", meaning: "The tree, which holds Businesses and Data."),
    (name: "VOICEBOT_BUSINESSES", meaning: "The directory of the business files, where it is elsewhere."),
    (name: "VOICEBOT_DATA", meaning: "The directory of the bookings, where it is elsewhere."),
    (name: "VOICEBOT_DATABASE", meaning: "A PostgreSQL connection string: the bookings are kept there."),
    (name: "VOICEBOT_ENTITY", meaning: "The only business that is served."),
    (name: "VOICEBOT_TOKEN", meaning: "Every request has to carry `Authorization: Bearer ...` with it."),
    (name: "VOICEBOT_TOKEN_IN_QUERY", meaning: "1: a token in the address is taken too; access logs keep it."),
    (name: "VOICEBOT_ERRORS", meaning: "200: failures below 500 go out with HTTP status 200."),
    (name: "VOICEBOT_LOG", meaning: "Where a line about each 5xx goes: stderr, off or a file."),
    (name: "VOICEBOT_REQUESTS", meaning: "A file that gets a line about each call, and nothing that callers said."),
    (name: "VOICEBOT_NOW", meaning: "A time in ISO 8601 that replaces the clock, for tests."),
  ]
}
