import Imaging
import Records

/// The speed of both drives over the distance to the line.
struct SpeedChart {
  let chart: LineChart

  init(_ record: DriveRecord) {
    let clean = record.attack == nil ? record.motion : record.cleanMotion
    let farthest = (record.motion + record.cleanMotion).map(\.distance).max() ?? 100
    let nearest = -5.0
    func series(_ name: String, _ motion: [MotionRecord], _ color: Color, _ dash: Dash? = nil) -> LineChart.Series {
      LineChart.Series(
        name: name, color: color, dash: dash, points: motion.map { (x: $0.distance, y: 3.6 * $0.speed) })
    }
    let fastest = (record.motion + record.cleanMotion).map { 3.6 * $0.speed }.max() ?? 50
    var lines = [series("clean drive", clean, Palette.calm)]
    if record.attack != nil {
      lines.append(series("attacked drive", record.motion, Palette.alarm, Dash(stroke: 8, gap: 4)))
    }
    var chart = LineChart(
      horizontal: nearest...max(farthest, 1), vertical: 0...max(10, fastest * 1.1),
      horizontalTitle: "metres before the line", verticalTitle: "km/h", series: lines)
    chart.runsBackwards = true
    chart.marks = [
      LineChart.Mark(x: 0, label: "line", color: Palette.ink),
      LineChart.Mark(x: record.flips.beforeBraking.brakingPoint, label: "braking point", color: Palette.muted),
    ]
    self.chart = chart
  }
}
