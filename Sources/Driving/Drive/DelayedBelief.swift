import Signs

/// What perception says now and the car acts on only after the latency.
struct DelayedBelief {
  /// In steps.
  private let delay: Int
  /// What was learnt and when it takes effect, oldest first; the first is what is held.
  private var pending: [(step: Int, sign: SignClass?)] = [(0, nil)]

  /// - Parameter delay: in seconds, rounded up to whole steps.
  init(delay: Double) {
    self.delay = Int((delay * Double(Motion.stepsPerSecond) - 1e-9).rounded(.up))
  }

  mutating func learn(_ sign: SignClass?, at step: Int) {
    if sign != pending[pending.count - 1].sign { pending.append((step + delay, sign)) }
  }

  mutating func held(at step: Int) -> SignClass? {
    while pending.count > 1, pending[1].step <= step { pending.removeFirst() }
    return pending[0].sign
  }
}
