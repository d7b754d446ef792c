import Foundation

/// Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten.
package struct AxisTicks: Sendable, Hashable {
  /// The numbers, rising, all inside the range that was asked for.
  package let values: [Double]
  /// The distance between neighbours.
  package let step: Double

  /// - Parameters:
  ///   - range: what the axis shows; finite.
  ///   - count: the most ticks wanted, at least 2.
  package init(in range: ClosedRange<Double>, atMost count: Int) {
    let span = range.upperBound - range.lowerBound
    guard span > 0, span.isFinite, span > 1e-12 * max(abs(range.lowerBound), abs(range.upperBound)) else {
      values = [range.lowerBound]
      step = 0
      return
    }
    let step = AxisTicks.roundStep(atLeast: span / Double(max(count, 2)))
    let slack = 1e-9 * span
    let first = Int(((range.lowerBound - slack) / step).rounded(.up))
    let last = Int(((range.upperBound + slack) / step).rounded(.down))
    values = first <= last ? (first...last).map { Double($0) * step } : []
    self.step = step
  }

  /// - Parameters:
  ///   - spacing: logarithmic axes have ticks at 1, 2 and 5 times the powers of ten, or at the powers where those are
  ///     too many; the range is positive.
  package init(in range: ClosedRange<Double>, spacing: LineChart.Axis.Spacing, atMost count: Int) {
    guard spacing == .logarithmic else {
      self.init(in: range, atMost: count)
      return
    }
    let powers = Int(log10(range.lowerBound).rounded(.down))...Int(log10(range.upperBound).rounded(.up))
    let slack = 1 + 1e-9
    let candidates = [[1.0, 2, 5], [1]].map { factors in
      powers.flatMap { power in factors.map { $0 * pow(10, Double(power)) } }
        .filter { $0 >= range.lowerBound / slack && $0 <= range.upperBound * slack }
    }
    self.init(values: candidates.first { $0.count <= count } ?? candidates[1])
  }

  private init(values: [Double]) {
    self.values = values
    step = values.first ?? 0
  }

  /// A tick's number, with as many decimals as tell it from its neighbours.
  package func label(_ value: Double) -> String {
    guard step > 0 else { return Figure.decimal(value, places: value == value.rounded() ? 0 : 2) }
    return Figure.decimal(value, places: min(max(0, -Int(log10(step * 1.0001).rounded(.down))), 12))
  }

  private static func roundStep(atLeast least: Double) -> Double {
    let power = pow(10, log10(least).rounded(.down))
    return [1, 2, 5].map { $0 * power }.first { $0 >= least * (1 - 1e-9) } ?? 10 * power
  }
}
