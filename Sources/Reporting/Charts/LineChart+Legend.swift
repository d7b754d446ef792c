import Imaging

extension LineChart {
  /// The named series, cut into rows that fit.
  func legendRows(width: Int, scale: SheetScale) -> [[Series]] {
    var rows: [[Series]] = []
    var used = 0
    for line in series where !line.name.isEmpty {
      let needed = legendWidth(line, scale: scale)
      if rows.isEmpty || used + needed > width {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(line)
      used += needed
    }
    return rows
  }

  func drawLegend(_ entries: [Series], on page: inout Image, x: Int, baseline: Int, scale: SheetScale) {
    var x = x
    for line in entries {
      let middle = Double(baseline) - Double(scale(10)) / 2
      let sample = [Point(x: Double(x), y: middle), Point(x: Double(x + scale(26)), y: middle)]
      page.drawPolyline(
        sample, width: 2.5 * scale.unit, color: line.color, dash: line.dash.map { $0.scaled(by: scale.unit) })
      if line.marker == .disc {
        page.drawDisc(
          center: Point(x: Double(x + scale(13)), y: middle), radius: 3.5 * scale.unit, color: line.color)
      }
      page.draw(line.name, x: x + scale(34), baseline: baseline, style: scale.text(10), color: Palette.ink)
      x += legendWidth(line, scale: scale)
    }
  }

  private func legendWidth(_ line: Series, scale: SheetScale) -> Int {
    scale(34) + scale.text(10).width(of: line.name) + scale(28)
  }

  /// How many rows the names of the marks need so that none covers another.
  func markRows(width: Int, _ range: ClosedRange<Double>, scale: SheetScale) -> Int {
    (markPlaces(
      ChartFrame(
        plot: PixelRectangle(x: 0, y: 0, width: width, height: 1), xRange: range, yRange: 0...1,
        xAxis: xAxis, yAxis: yAxis), scale: scale
    ).map(\.row).max() ?? -1) + 1
  }

  /// Draws the marks that the chart shows: a line through the plot and the name above it.
  func drawMarks(_ frame: ChartFrame, on page: inout Image, scale: SheetScale) {
    let style = scale.text(9, .bold)
    for place in markPlaces(frame, scale: scale) {
      let bottom = frame.plot.y - scale(7) - place.row * scale(18)
      let column = frame.column(place.mark.x)
      page.drawLine(
        from: Point(x: column, y: Double(bottom + scale(3))), to: Point(x: column, y: Double(frame.plot.bottom)),
        width: 1.5 * scale.unit, color: place.mark.color, dash: place.mark.dash.map { $0.scaled(by: scale.unit) })
      page.draw(place.mark.name, x: place.x, baseline: bottom, style: style, color: place.mark.color)
    }
  }

  private func markPlaces(_ frame: ChartFrame, scale: SheetScale) -> [(mark: Mark, x: Int, row: Int)] {
    let style = scale.text(9, .bold)
    var ends: [Int] = []
    let shown = marks.filter { frame.xRange.contains($0.x) }.sorted { frame.column($0.x) < frame.column($1.x) }
    return shown.map { mark in
      let width = style.width(of: mark.name)
      let middle = Int(frame.column(mark.x)) - width / 2
      let x = max(frame.plot.x, min(middle, frame.plot.right - width))
      let row = ends.firstIndex { $0 + scale(14) <= x } ?? ends.count
      if row == ends.count { ends.append(0) }
      ends[row] = x + width
      return (mark, x, row)
    }
  }
}
