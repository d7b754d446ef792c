import Imaging
import Records

extension TuneReport {
  /// All figures over the threshold, the chosen one marked. Figures that no row has are left out.
  package var chart: LineChart {
    let attacks = record.attacks.count
    let series = columns.enumerated().compactMap { index, column -> LineChart.Series? in
      guard record.rows.contains(where: { column.value($0) != nil }) else { return nil }
      let look = look(of: index, attacks: attacks)
      return LineChart.Series(
        name: column.name,
        places: record.rows.map { LineChart.Place(x: $0.threshold, y: 100 * (column.value($0) ?? .nan)) },
        color: look.color, dash: look.dash)
    }
    return LineChart(
      title: "What a rejection threshold buys against an attacker who knows it",
      xAxis: LineChart.Axis("rejection threshold"),
      yAxis: LineChart.Axis("share of the pictures that each figure speaks of", range: 0...100, suffix: " %"),
      series: series,
      marks: record.chosen.map {
        [
          LineChart.Mark(
            x: $0.threshold, name: "chosen: \(TuneReport.threshold($0.threshold))", color: Palette.ink,
            dash: Dash(stroke: 6, gap: 5))
        ]
      } ?? [])
  }

  /// Clean figures are calm, attacks alarming, faults on the road warn; dashes tell those of one kind apart.
  private func look(of column: Int, attacks: Int) -> (color: Color, dash: Dash?) {
    let dashes: [Dash?] = [nil, Dash(stroke: 9, gap: 6), Dash(stroke: 3, gap: 6), Dash(stroke: 14, gap: 4)]
    switch column {
    case 0: return (Palette.calm, Dash(stroke: 9, gap: 6))
    case 1: return (Palette.calm, nil)
    case 2: return (Palette.muted, nil)
    case 3..<3 + attacks: return (Palette.alarm, dashes[(column - 3) % dashes.count])
    default: return (Palette.warning, dashes[(column - 3 - attacks) % dashes.count])
    }
  }
}
