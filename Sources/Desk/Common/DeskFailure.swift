// How a command says that it failed.

/// Why a command ends without success.
struct DeskFailure: Error, Equatable {
  /// What is wrong and what to do, for the standard error stream, where `voicebot: ` is put before it; empty where the
  /// command has said all there is.
  var sentence: String
  /// The exit status; not 0.
  var status: Int32

  init(_ sentence: String, status: Int32 = 1) {
    self.sentence = sentence
    self.status = status
  }
}
