// What few business files have, kept out of the way of all others: every request copies parts of the business, and a large
// optional costs each copy its size.

/// A value that mostly is not there. It takes the room of a pointer.
indirect enum Rarely<Value: Sendable>: Sendable {
  case absent
  case present(Value)

  init(_ value: Value?) {
    if let value { self = .present(value) } else { self = .absent }
  }

  /// The value; nil where it is not there.
  var value: Value? {
    switch self {
    case .absent: nil
    case .present(let value): value
    }
  }
}
