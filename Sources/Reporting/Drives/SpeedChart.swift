import Imaging
import Records

/// How fast the cars of a drive were, over their distance to the line.
package struct SpeedChart {
  package let chart: LineChart

  package init(_ record: DriveRecord) {
    let attacked = record.attacked != nil
    var series = [
      LineChart.Series(
        name: attacked ? "clean drive" : "drive",
        places: SpeedChart.places(attacked ? record.cleanMotion : record.motion), color: Palette.calm)
    ]
    if attacked {
      series.append(
        LineChart.Series(
          name: "attacked drive", places: SpeedChart.places(record.motion), color: Palette.alarm,
          dash: Dash(stroke: 9, gap: 6)))
      series.append(
        LineChart.Series(
          name: "control drive", places: SpeedChart.places(record.controlMotion), color: Palette.muted,
          dash: Dash(stroke: 3, gap: 5)))
    }
    let distances = series.flatMap { $0.places.map(\.x) }
    let farthest = max(distances.max() ?? 1, 1)
    let nearest = min(max(distances.min() ?? 0, -0.06 * farthest), 0)
    let fastest = series.flatMap { $0.places.map(\.y) }.max() ?? 0
    chart = LineChart(
      title: "Speed on the way to the line",
      xAxis: LineChart.Axis("distance to the line in metres", range: nearest...farthest, direction: .falling),
      yAxis: LineChart.Axis("km/h", range: 0...max(10, 1.08 * fastest)), series: series,
      marks: SpeedChart.marks(record))
  }

  /// The line, and where the sign must be believed; at signs that the car does nothing for only where they stand.
  private static func marks(_ record: DriveRecord) -> [LineChart.Mark] {
    guard record.sign.isActedOn else { return [LineChart.Mark(x: 0, name: "the sign", color: Palette.ink)] }
    return [
      LineChart.Mark(
        x: record.brakingPoint, name: "last moment to believe", color: Palette.muted, dash: Dash(stroke: 5, gap: 5)),
      LineChart.Mark(x: 0, name: "stop line", color: Palette.ink),
    ]
  }

  /// Speeds in km/h over distances in metres.
  private static func places(_ motion: [MotionRecord]) -> [LineChart.Place] {
    motion.map { LineChart.Place(x: $0.distance, y: 3.6 * $0.speed) }
  }
}
