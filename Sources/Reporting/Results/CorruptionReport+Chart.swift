import Imaging
import Records

extension CorruptionReport {
  /// The measures of the chart's page, in pixels.
  private enum Page {
    static let width = 1440
    static let margin = 40
    static let head = 100
    static let columns = 2
    static let gap = 40
    static let panelHeight = 380
  }

  /// The error over the severity, a panel a family, all on one scale; extra corruptions are dashed.
  package var chart: Image {
    let panels = panels
    let rows = (panels.count + Page.columns - 1) / Page.columns
    var page = Image(
      width: Page.width, height: Page.head + rows * (Page.panelHeight + Page.gap) + Page.margin / 2,
      color: Palette.page)
    page.draw(
      "Errors under corruptions", x: Page.margin, baseline: 52, style: TextStyle(capHeight: 17, weight: .bold),
      color: Palette.ink)
    page.draw(details, x: Page.margin, baseline: 80, style: TextStyle(capHeight: 10), color: Palette.muted)
    let width = (Page.width - 2 * Page.margin - Page.gap) / Page.columns
    for (place, panel) in panels.enumerated() {
      let area = PixelRectangle(
        x: Page.margin + place % Page.columns * (width + Page.gap),
        y: Page.head + place / Page.columns * (Page.panelHeight + Page.gap), width: width, height: Page.panelHeight)
      _ = panel.draw(on: &page, in: area, scale: SheetScale(unit: 1))
    }
    return page
  }

  /// What was measured, on one line.
  var details: String {
    let model = record.model.path.split(separator: "/").last.map(String.init) ?? record.model.path
    return "\(model) (\(record.model.sha256.prefix(8))) · \(Figure.count(record.images)) photographs"
      + " · clean error \(Figure.percent(record.cleanError, places: 2))"
      + " · mean corruption error \(Figure.percent(record.meanCorruptionError, places: 2)) · seed \(record.seed)"
  }

  /// A panel a family in the order of the rows, the renderer's apart.
  var panels: [LineChart] {
    var titles: [String] = []
    for row in record.rows where !titles.contains(CorruptionReport.title(of: row)) {
      titles.append(CorruptionReport.title(of: row))
    }
    let worst = record.rows.flatMap { [$0.cleanError] + $0.errors }.max() ?? 0
    let top = min(100, max(5, (20 * worst).rounded(.up) * 5))
    return titles.map { title in
      let rows = record.rows.filter { CorruptionReport.title(of: $0) == title }
      let series = rows.enumerated().map { place, row in
        LineChart.Series(
          name: row.name,
          places: ([row.cleanError] + row.errors).enumerated().map {
            LineChart.Place(x: Double($0.offset), y: 100 * $0.element)
          },
          color: Palette.series[place % Palette.series.count],
          dash: row.group == .extra ? Dash(stroke: 8, gap: 5) : nil, marker: .disc)
      }
      return LineChart(
        title: title, xAxis: LineChart.Axis("severity, 0: clean", range: 0...5),
        yAxis: LineChart.Axis("misread", range: 0...top, suffix: " %"), series: series)
    }
  }

  private static func title(of row: CorruptionRow) -> String {
    row.group == .rendered ? "Rendered \(row.family)" : row.family.prefix(1).uppercased() + row.family.dropFirst()
  }
}
