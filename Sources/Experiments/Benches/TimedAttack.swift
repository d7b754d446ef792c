import Attacks
import Networks
import Synchronization

/// An attack that also takes the time of its crafting, which is what other libraries' figures are of: what the harness
/// does before and after it is left out.
final class TimedAttack<Base: Attack>: Attack {
  private let base: Base
  private let clock: @Sendable () -> Double
  private let last = Mutex(0.0)

  init(_ base: Base, clock: @escaping @Sendable () -> Double) {
    self.base = base
    self.clock = clock
  }

  /// How long the last crafting took.
  var seconds: Double { last.withLock { $0 } }

  var name: String { base.name }
  var norm: PerturbationNorm { base.norm }
  var limits: Limits { base.limits }

  func craft(_ task: AttackTask, asking reader: Base.Known) throws -> Tensor {
    let start = clock()
    let crafted = try base.craft(task, asking: reader)
    last.withLock { $0 = clock() - start }
    return crafted
  }
}
