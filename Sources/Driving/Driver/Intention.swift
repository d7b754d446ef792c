import Signs

/// What the driver means to do at the line.
enum Intention: Sendable, Equatable {
  /// Drive through: no sign is confirmed, or none whose demand this driver acts on.
  case cruise
  /// Stand before the line, then go on.
  case stop
  /// Pass the line slowly enough to give way.
  case yield

  init(for demand: Demand) {
    switch demand {
    case .stand: self = .stop
    case .giveWay: self = .yield
    case .keepBelow, .keepOut, .nothing: self = .cruise
    }
  }

  init(at sign: SignClass?) {
    self.init(for: sign?.demand ?? .nothing)
  }
}

extension Demand {
  /// Whether the simulated driver does anything for it.
  package var isActedOn: Bool { Intention(for: self) != .cruise }
}
