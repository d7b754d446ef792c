import Imaging
import Records

/// What each rejection threshold costs and buys, as a picture.
package struct ThresholdChart: Sendable {
  package let picture: Image

  /// - Parameters:
  ///   - record: the sweep.
  ///   - limit: the share of false rejects that was allowed, in [0, 1].
  package init(_ record: TuneRecord, limit: Double) {
    var sheet = Image(width: 1080, height: 640, color: Palette.page)
    sheet.draw(
      "What the rejection threshold costs and buys", x: 36, baseline: 48, style: .large, color: Palette.ink)
    sheet.draw(
      ThresholdChart.sentence(record, limit: limit), x: 36, baseline: 74, style: TextStyle(capHeight: 10),
      color: Palette.muted)
    func series(_ name: String, _ color: Color, _ dash: Dash? = nil, _ figure: (ThresholdRow) -> Double?)
      -> LineChart.Series
    {
      LineChart.Series(
        name: name, color: color, dash: dash,
        points: record.rows.map { row in (row.threshold, figure(row).map { 100 * $0 }) })
    }
    var chart = LineChart(
      horizontal: 0...1, vertical: 0...100, horizontalTitle: "rejection threshold (softmax probability)",
      verticalTitle: "%",
      series: [
        series("right among accepted", Palette.calm) { $0.cleanAccuracy },
        series("false rejects", Palette.warning) { $0.falseReject },
        series("missed stops", Palette.ink, Dash(stroke: 3, gap: 3)) { $0.missedStops },
        series("phantom stops", Palette.blank) { $0.phantomStops },
        series("flips passed", Palette.alarm) { $0.flipsPassed },
      ])
    if let chosen = record.chosen {
      chart.marks = [
        LineChart.Mark(
          x: chosen.threshold, label: "chosen: \(ThresholdChart.threshold(chosen.threshold))", color: Palette.ink)
      ]
    }
    chart.draw(in: PixelRectangle(x: 28, y: 96, width: 1024, height: 520), on: &sheet)
    picture = sheet
  }

  static func threshold(_ value: Double) -> String {
    Figure.decimal(value, places: value * 100 == (value * 100).rounded() ? 2 : 4)
  }

  private static func sentence(_ record: TuneRecord, limit: Double) -> String {
    guard let chosen = record.chosen else {
      return "No threshold rejects at most \(Figure.percent(limit)) of the photographs that are read rightly."
    }
    let passed = chosen.flipsPassed.map { ", and \(Figure.percent($0)) of the flips pass" } ?? ""
    return "At \(threshold(chosen.threshold)), \(Figure.percent(chosen.falseReject, places: 2)) of right readings are "
      + "rejected (limit \(Figure.percent(limit)))\(passed)."
  }
}
