import Imaging
import Records

/// Rendered pictures beside photographs, as tables and a sentence.
package struct PictureStatisticsReport: Sendable {
  package let record: PictureStatisticsRecord

  package init(_ record: PictureStatisticsRecord) {
    self.record = record
  }

  /// The statistics that are shown as histograms and for every class.
  static let main = ["brightness", "contrast", "sharpness", "colorfulness"]

  /// A statistic as people spell it.
  static func words(_ statistic: String) -> String {
    switch statistic {
    case "colorfulness": "colourfulness"
    case "red", "green", "blue": "\(statistic) - luma"
    default: statistic
    }
  }

  /// A line a statistic over all classes: where 5 %, half and 95 % of the values lie, and how far apart both kinds are.
  package var overall: TextTable {
    var table = TextTable(
      columns: [TextTable.Column("statistic")]
        + ["rendered 5 %", "median", "95 %", "photos 5 %", "median", "95 %", "KS distance", "of halves"].map {
          TextTable.Column($0, .right)
        })
    for row in record.statistics {
      let spreads = [row.rendered, row.photographs].flatMap { [$0.low, $0.median, $0.high] }
      table.append(
        [TextTable.Cell(PictureStatisticsReport.words(row.statistic))]
          + spreads.map { TextTable.Cell(Figure.decimal($0, places: 3)) }
          + [
            TextTable.Cell(Figure.decimal(row.distance, places: 3), .strong),
            TextTable.Cell(Figure.decimal(row.distanceOfHalves, places: 3), .dim),
          ])
    }
    return table
  }

  /// A line a class: the medians of rendered pictures and photographs, and the distance, of the main statistics.
  package var classes: TextTable {
    var table = TextTable(
      columns: [TextTable.Column("class", .right), TextTable.Column("name"), TextTable.Column("pictures", .right)]
        + PictureStatisticsReport.main.flatMap {
          [TextTable.Column(PictureStatisticsReport.words($0), .right), TextTable.Column("KS", .right)]
        })
    for row in record.perClass {
      let figures = PictureStatisticsReport.main.flatMap { name in
        let found = row.statistics.first { $0.statistic == name }
        let medians = [found?.rendered.median, found?.photographs.median].map { Figure.decimal($0, places: 3) }
        return [
          TextTable.Cell(medians.joined(separator: " / ")), TextTable.Cell(Figure.decimal(found?.distance, places: 2)),
        ]
      }
      table.append(
        [
          TextTable.Cell(String(row.classNumber)), TextTable.Cell(row.name), TextTable.Cell(Figure.count(row.pictures)),
        ] + figures)
    }
    return table
  }

  /// The statistic in which both kinds are furthest apart, and the one in which they are nearest.
  package var verdict: String {
    let words = "\(Figure.count(record.pictures)) rendered pictures beside as many photographs of the same classes"
    let rows = record.statistics
    guard let nearest = rows.min(by: { $0.distance < $1.distance }),
      let furthest = rows.max(by: { $0.distance < $1.distance })
    else { return words + "." }
    let named = [nearest, furthest].map {
      "\(PictureStatisticsReport.words($0.statistic)) (\(Figure.decimal($0.distance, places: 3)))"
    }
    return words + ": most alike in \(named[0]), least in \(named[1]), by Kolmogorov-Smirnov distance."
  }
}
