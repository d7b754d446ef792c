import Signs

/// What the driver means to do at the line.
enum Intention: Sendable, Equatable {
  /// Drive through: no sign is confirmed, or none that asks for anything here.
  case cruise
  /// Stand before the line, then go on.
  case stop
  /// Pass the line slowly enough to give way.
  case yield

  init(at sign: SignClass?) {
    switch sign {
    case .stop: self = .stop
    case .yield: self = .yield
    default: self = .cruise
    }
  }
}
