import Imaging

/// Where a chart's numbers come to lie on a page.
struct ChartFrame: Sendable {
  /// The plot itself, without titles and tick labels.
  let plot: PixelRectangle
  let xRange: ClosedRange<Double>
  let yRange: ClosedRange<Double>
  let xDirection: LineChart.Axis.Direction
  let yDirection: LineChart.Axis.Direction

  /// The column, in pixels, of a value on the horizontal axis.
  func column(_ x: Double) -> Double {
    let share = ChartFrame.share(x, xRange, xDirection)
    return Double(plot.x) + share * Double(plot.width)
  }

  /// The row, in pixels, of a value on the upright axis.
  func row(_ y: Double) -> Double {
    let share = ChartFrame.share(y, yRange, yDirection)
    return Double(plot.bottom) - share * Double(plot.height)
  }

  private static func share(
    _ value: Double, _ range: ClosedRange<Double>, _ direction: LineChart.Axis.Direction
  ) -> Double {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return direction == .rising ? share : 1 - share
  }

  /// What an axis shows: the range that was set, else all values; never empty.
  static func range(_ axis: LineChart.Axis, _ values: [Double]) -> ClosedRange<Double> {
    let finite = values.filter(\.isFinite)
    let wanted = axis.range ?? (finite.min() ?? 0)...(finite.max() ?? 1)
    let span = wanted.upperBound - wanted.lowerBound
    guard span.isFinite, wanted.lowerBound.isFinite else { return 0...1 }
    let least = 1e-9 * max(1, abs(wanted.lowerBound), abs(wanted.upperBound))
    return span > least ? wanted : wanted.lowerBound - 0.5...wanted.upperBound + 0.5
  }
}
