import Imaging
import Records

extension PictureStatisticsReport {
  /// Histograms of the main statistics, rendered pictures over photographs, a panel a statistic.
  package var chart: Image {
    ChartPanels(
      title: "Rendered pictures and photographs",
      details: "\(Figure.count(record.pictures)) of each, of the same classes · seed \(record.seed)", panels: panels
    ).rendered()
  }

  /// The panels: a step line a kind.
  package var panels: [LineChart] {
    record.statistics.filter { PictureStatisticsReport.main.contains($0.statistic) }.compactMap { row in
      row.histogram.map { histogram in
        let words = PictureStatisticsReport.words(row.statistic)
        let peak = (histogram.rendered + histogram.photographs).max() ?? 0
        return LineChart(
          title: words.prefix(1).uppercased() + words.dropFirst()
            + ", KS distance \(Figure.decimal(row.distance, places: 3))",
          xAxis: LineChart.Axis(PictureStatisticsReport.measure(of: row.statistic)),
          yAxis: LineChart.Axis("pictures", range: 0...max(100 * peak, 1e-3), suffix: " %"),
          series: [
            LineChart.Series(
              name: "photographs", places: histogram.steps(histogram.photographs), color: Palette.warning),
            LineChart.Series(name: "rendered", places: histogram.steps(histogram.rendered), color: Palette.calm),
          ])
      }
    }
  }

  /// What a statistic measures, for an axis.
  private static func measure(of statistic: String) -> String {
    switch statistic {
    case "brightness": "mean luma"
    case "contrast": "standard deviation of luma"
    case "sharpness": "mean gradient of luma, a pixel"
    case "colorfulness": "colourfulness"
    default: statistic
    }
  }
}

extension StatisticComparison.Histogram {
  /// A histogram's outline, in percent, from the ground and back to it.
  fileprivate func steps(_ shares: [Double]) -> [LineChart.Place] {
    let width = (high - low) / Double(max(shares.count, 1))
    let tops = shares.enumerated().flatMap { place, share in
      [place, place + 1].map { LineChart.Place(x: low + Double($0) * width, y: 100 * share) }
    }
    return [LineChart.Place(x: low, y: 0)] + tops + [LineChart.Place(x: high, y: 0)]
  }
}
