import Imaging

/// Lines over one axis, drawn to be read from a slide: round ticks, a light grid, a legend.
package struct LineChart: Sendable {
  /// One line.
  package struct Series: Sendable {
    package var name: String
    package var color: Color
    package var dash: Dash?
    /// Rising in x; a point without a value breaks the line.
    package var points: [(x: Double, y: Double?)]

    package init(name: String, color: Color, dash: Dash? = nil, points: [(x: Double, y: Double?)]) {
      self.name = name
      self.color = color
      self.dash = dash
      self.points = points
    }
  }

  /// A line across the chart at one x, with a word beside it.
  package struct Mark: Sendable {
    package var x: Double
    package var label: String
    package var color: Color

    package init(x: Double, label: String, color: Color) {
      self.x = x
      self.label = label
      self.color = color
    }
  }

  package var horizontal: ClosedRange<Double>
  package var vertical: ClosedRange<Double>
  package var horizontalTitle: String
  package var verticalTitle: String
  /// Whether x runs from right to left, as the distance to a line does while a car drives towards it.
  package var runsBackwards = false
  package var series: [Series]
  package var marks: [Mark] = []

  package init(
    horizontal: ClosedRange<Double>, vertical: ClosedRange<Double>, horizontalTitle: String, verticalTitle: String,
    series: [Series]
  ) {
    self.horizontal = horizontal
    self.vertical = vertical
    self.horizontalTitle = horizontalTitle
    self.verticalTitle = verticalTitle
    self.series = series
  }
}

extension LineChart {
  private static let left = 64
  private static let above = 34
  private static let below = 48
  private static let label = TextStyle(capHeight: 9)

  /// Draws the chart with its axes' labels into a part of a picture.
  package func draw(in frame: PixelRectangle, on sheet: inout Image) {
    let plot = PixelRectangle(
      x: frame.x + LineChart.left, y: frame.y + LineChart.above, width: max(1, frame.width - LineChart.left - 8),
      height: max(1, frame.height - LineChart.above - LineChart.below))
    drawGrid(plot, on: &sheet)
    for mark in marks where horizontal.contains(mark.x) {
      let x = place(mark.x, vertical.lowerBound, in: plot).x
      sheet.drawLine(
        from: Point(x: x, y: Double(plot.y)), to: Point(x: x, y: Double(plot.bottom)), width: 1.5, color: mark.color,
        dash: Dash(stroke: 5, gap: 4))
      let isRight = x > Double(plot.x + plot.width * 3 / 4)
      sheet.draw(
        mark.label, x: Int(x) + (isRight ? -6 : 6), baseline: plot.y + 12, style: LineChart.label, color: mark.color,
        alignment: isRight ? .right : .left)
    }
    for line in series { draw(line, in: plot, on: &sheet) }
    drawLegend(frame, plot, on: &sheet)
  }

  private func place(_ x: Double, _ y: Double, in plot: PixelRectangle) -> Point {
    let across = (x - horizontal.lowerBound) / max(horizontal.upperBound - horizontal.lowerBound, 1e-12)
    let up = (y - vertical.lowerBound) / max(vertical.upperBound - vertical.lowerBound, 1e-12)
    return Point(
      x: Double(plot.x) + (runsBackwards ? 1 - across : across) * Double(plot.width),
      y: Double(plot.bottom) - min(max(up, 0), 1) * Double(plot.height))
  }

  private func drawGrid(_ plot: PixelRectangle, on sheet: inout Image) {
    let across = AxisTicks(in: horizontal, atMost: 9)
    for tick in across.values {
      let x = Int(place(tick, vertical.lowerBound, in: plot).x)
      sheet.fill(PixelRectangle(x: x, y: plot.y, width: 1, height: plot.height), color: Palette.rule)
      sheet.draw(
        across.label(tick), x: x, baseline: plot.bottom + 18, style: LineChart.label, color: Palette.muted,
        alignment: .center)
    }
    let up = AxisTicks(in: vertical, atMost: 6)
    for tick in up.values {
      let y = Int(place(horizontal.lowerBound, tick, in: plot).y)
      sheet.fill(PixelRectangle(x: plot.x, y: y, width: plot.width, height: 1), color: Palette.rule)
      sheet.draw(
        up.label(tick), x: plot.x - 8, baseline: y + 5, style: LineChart.label, color: Palette.muted, alignment: .right)
    }
    sheet.draw(
      horizontalTitle, x: plot.x + plot.width / 2, baseline: plot.bottom + 38, style: LineChart.label,
      color: Palette.ink,
      alignment: .center)
    sheet.draw(
      verticalTitle, x: plot.x - LineChart.left + 8, baseline: plot.y - 14, style: LineChart.label, color: Palette.ink)
  }

  private func draw(_ line: Series, in plot: PixelRectangle, on sheet: inout Image) {
    var run: [Point] = []
    for point in line.points where horizontal.contains(point.x) {
      if let y = point.y {
        run.append(place(point.x, y, in: plot))
      } else {
        sheet.drawPolyline(run, width: 2, color: line.color, dash: line.dash)
        run = []
      }
    }
    sheet.drawPolyline(run, width: 2, color: line.color, dash: line.dash)
  }

  private func drawLegend(_ frame: PixelRectangle, _ plot: PixelRectangle, on sheet: inout Image) {
    var x = frame.right - 8
    for line in series.reversed() where !line.name.isEmpty {
      sheet.draw(line.name, x: x, baseline: plot.y - 14, style: LineChart.label, color: Palette.ink, alignment: .right)
      x -= LineChart.label.width(of: line.name) + 8
      let y = Double(plot.y - 18)
      sheet.drawLine(
        from: Point(x: Double(x - 22), y: y), to: Point(x: Double(x), y: y), width: 2, color: line.color,
        dash: line.dash)
      x -= 42
    }
  }
}
