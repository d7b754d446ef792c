import Imaging

extension LineChart {
  /// Draws the chart into a part of a page: title and legend above, axes at the left and below.
  /// - Parameter leftRoom: how much room the axis at the left takes at least, so that names below can stand under it.
  /// - Returns: where the numbers lie, so that other things can be lined up with them.
  func draw(
    on page: inout Image, in area: PixelRectangle, scale: SheetScale, leftRoom: Int = 0
  ) -> ChartFrame {
    let xRange = ChartFrame.range(xAxis, series.flatMap { $0.places.map(\.x) })
    let yRange = ChartFrame.range(yAxis, series.flatMap { $0.places.map(\.y) })
    let small = scale.text(9)
    let yTicks = AxisTicks(in: yRange, spacing: yAxis.spacing, atMost: max(2, area.height / scale(60)))
    let labels = yTicks.values.map { small.width(of: yTicks.label($0) + yAxis.suffix) }
    let left = max(leftRoom, (labels.max() ?? 0) + scale(12))
    let head = title.isEmpty ? 0 : scale(34)
    let names = legendRows(width: area.width - left, scale: scale)
    let markRows = marks.isEmpty ? 0 : markRows(width: area.width - left, xRange, scale: scale)
    let top = head + names.count * scale(24) + scale(24) + markRows * scale(18)
    let plot = PixelRectangle(
      x: area.x + left, y: area.y + top, width: max(10, area.width - left - scale(8)),
      height: max(10, area.height - top - scale(46)))
    let frame = ChartFrame(
      plot: plot, xRange: xRange, yRange: yRange, xAxis: xAxis, yAxis: yAxis)

    page.draw(title, x: area.x, baseline: area.y + scale(15), style: scale.text(14, .bold), color: Palette.ink)
    for (row, entries) in names.enumerated() {
      drawLegend(entries, on: &page, x: plot.x, baseline: area.y + head + scale(11 + 24 * row), scale: scale)
    }
    page.draw(
      yAxis.label, x: plot.x, baseline: area.y + head + names.count * scale(24) + scale(11), style: small,
      color: Palette.muted)
    drawGrid(frame, yTicks, on: &page, scale: scale)
    drawMarks(frame, on: &page, scale: scale)
    for line in series { draw(line, frame, on: &page, scale: scale) }
    return frame
  }

  private func drawGrid(_ frame: ChartFrame, _ yTicks: AxisTicks, on page: inout Image, scale: SheetScale) {
    let (plot, small, hair) = (frame.plot, scale.text(9), max(1, scale(1)))
    for value in yTicks.values {
      let row = Int(frame.row(value).rounded()) - hair / 2
      page.fill(PixelRectangle(x: plot.x, y: row, width: plot.width, height: hair), color: Palette.rule)
      page.draw(
        yTicks.label(value) + yAxis.suffix, x: plot.x - scale(10), baseline: row + small.capHeight / 2 + hair,
        style: small, color: Palette.muted, alignment: .right)
    }
    let xTicks = AxisTicks(in: frame.xRange, spacing: xAxis.spacing, atMost: max(2, plot.width / scale(80)))
    page.fill(PixelRectangle(x: plot.x, y: plot.bottom, width: plot.width, height: hair), color: Palette.muted)
    for value in xTicks.values {
      let column = Int(frame.column(value).rounded())
      page.fill(
        PixelRectangle(x: column, y: plot.bottom, width: hair, height: scale(5)), color: Palette.muted)
      page.draw(
        xTicks.label(value) + xAxis.suffix, x: column, baseline: plot.bottom + scale(10) + small.capHeight,
        style: small, color: Palette.muted, alignment: .center)
    }
    page.draw(
      xAxis.label, x: plot.right, baseline: plot.bottom + scale(30) + small.capHeight, style: small,
      color: Palette.muted, alignment: .right)
  }

  private func draw(_ line: Series, _ frame: ChartFrame, on page: inout Image, scale: SheetScale) {
    let points = line.places.map { place in
      guard frame.xRange.contains(place.x), place.y.isFinite else { return Point(x: .nan, y: .nan) }
      let y = min(max(place.y, frame.yRange.lowerBound), frame.yRange.upperBound)
      return Point(x: frame.column(place.x), y: frame.row(y))
    }
    page.drawPolyline(
      points, width: 2.5 * scale.unit, color: line.color, dash: line.dash.map { $0.scaled(by: scale.unit) })
    guard line.marker == .disc else { return }
    for point in points where point.x.isFinite {
      page.drawDisc(center: point, radius: 3.5 * scale.unit, color: line.color)
    }
  }
}

extension Dash {
  func scaled(by unit: Double) -> Dash { Dash(stroke: stroke * unit, gap: gap * unit) }
}
