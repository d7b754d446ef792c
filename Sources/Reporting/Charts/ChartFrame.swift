import Foundation
import Imaging

/// Where a chart's numbers come to lie on a page.
struct ChartFrame: Sendable {
  /// The plot itself, without titles and tick labels.
  let plot: PixelRectangle
  let xRange: ClosedRange<Double>
  let yRange: ClosedRange<Double>
  let xAxis: LineChart.Axis
  let yAxis: LineChart.Axis

  /// The column, in pixels, of a value on the horizontal axis.
  func column(_ x: Double) -> Double {
    let share = ChartFrame.share(x, xRange, xAxis)
    return Double(plot.x) + share * Double(plot.width)
  }

  /// The row, in pixels, of a value on the upright axis.
  func row(_ y: Double) -> Double {
    let share = ChartFrame.share(y, yRange, yAxis)
    return Double(plot.bottom) - share * Double(plot.height)
  }

  private static func share(
    _ value: Double, _ range: ClosedRange<Double>, _ axis: LineChart.Axis
  ) -> Double {
    let share =
      switch axis.spacing {
      case .even: (value - range.lowerBound) / (range.upperBound - range.lowerBound)
      case .logarithmic: log(value / range.lowerBound) / log(range.upperBound / range.lowerBound)
      }
    return axis.direction == .rising ? share : 1 - share
  }

  /// What an axis shows: the range that was set, else all values; never empty.
  static func range(_ axis: LineChart.Axis, _ values: [Double]) -> ClosedRange<Double> {
    let finite = values.filter { $0.isFinite && (axis.spacing == .even || $0 > 0) }
    let wanted = axis.range ?? (finite.min() ?? 0)...(finite.max() ?? 1)
    if axis.spacing == .logarithmic {
      let low = max(wanted.lowerBound, .leastNormalMagnitude)
      return wanted.upperBound > low ? low...wanted.upperBound : low...2 * low
    }
    let span = wanted.upperBound - wanted.lowerBound
    guard span.isFinite, wanted.lowerBound.isFinite else { return 0...1 }
    let least = 1e-9 * max(1, abs(wanted.lowerBound), abs(wanted.upperBound))
    return span > least ? wanted : wanted.lowerBound - 0.5...wanted.upperBound + 0.5
  }
}
