import Imaging
import Records

extension CorruptionReport {
  /// The error over the severity, a panel a family, all on one scale; extra corruptions are dashed.
  package var chart: Image {
    ChartPanels(title: "Errors under corruptions", details: details, panels: panels).rendered()
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
