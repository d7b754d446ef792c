import Foundation

/// How the learning rate moves over a training run.
package enum LearningRateSchedule: Sendable, Equatable, Codable {
  /// The same rate throughout.
  case constant(rate: Float)
  /// Half a cosine from `peak` to `floor` (`torch.optim.lr_scheduler.CosineAnnealingLR` over the run's steps).
  case cosine(peak: Float, floor: Float)
  /// One cycle (Smith and Topin 2018; `torch.optim.lr_scheduler.OneCycleLR`, cosine annealing): up from `peak` / 25 over
  /// the first `warmUp` of the steps, then down to `peak` / 250,000. With `momentum`, momentum runs the opposite way,
  /// from the range's upper bound to its lower bound and back.
  case oneCycle(peak: Float, warmUp: Double = 0.3, momentum: ClosedRange<Float>? = nil)

  /// The learning rate of a step, counted from 0.
  package func rate(step: Int, of steps: Int) -> Float {
    switch self {
    case .constant(let rate):
      return rate
    case .cosine(let peak, let floor):
      return Self.anneal(from: peak, to: floor, part: Double(step) / Double(max(1, steps)))
    case .oneCycle(let peak, let warmUp, _):
      let phase = Self.phase(step: step, of: steps, warmUp: warmUp)
      let start = peak / 25
      return phase.rising
        ? Self.anneal(from: start, to: peak, part: phase.part)
        : Self.anneal(from: peak, to: start / 10_000, part: phase.part)
    }
  }

  /// The momentum of a step, counted from 0; nil when the schedule leaves momentum to the optimiser.
  package func momentum(step: Int, of steps: Int) -> Float? {
    guard case .oneCycle(_, let warmUp, let momentum?) = self else { return nil }
    let phase = Self.phase(step: step, of: steps, warmUp: warmUp)
    return phase.rising
      ? Self.anneal(from: momentum.upperBound, to: momentum.lowerBound, part: phase.part)
      : Self.anneal(from: momentum.lowerBound, to: momentum.upperBound, part: phase.part)
  }

  /// The largest rate that the schedule reaches.
  package var peak: Float {
    switch self {
    case .constant(let rate): rate
    case .cosine(let peak, _), .oneCycle(let peak, _, _): peak
    }
  }

  /// Which half of the cycle a step is in and how much of that half has passed, with PyTorch's step count: the peak is
  /// at step `warmUp * steps - 1`, the end at step `steps - 1`.
  private static func phase(step: Int, of steps: Int, warmUp: Double) -> (rising: Bool, part: Double) {
    let top = warmUp * Double(steps) - 1
    let end = Double(steps - 1)
    let step = Double(step)
    if step <= top { return (true, top > 0 ? step / top : 1) }
    return (false, end > top ? min(1, (step - max(0, top)) / (end - max(0, top))) : 1)
  }

  /// Half a cosine wave from one value to another; `part` runs from 0 to 1.
  private static func anneal(from start: Float, to end: Float, part: Double) -> Float {
    Float(Double(end) + Double(start - end) / 2 * (1 + Foundation.cos(.pi * part)))
  }
}
