import Foundation
import Imaging
import Records

/// How near each layer comes to what the processor can do, as a table and as a roofline (Williams, Waterman and
/// Patterson, "Roofline: an insightful visual performance model", CACM 2009).
package struct KernelReport: Sendable {
  package let record: KernelRecord

  package init(_ record: KernelRecord) { self.record = record }

  /// A line for each layer and algorithm; the algorithm that is used when none is asked for is marked.
  package var table: TextTable {
    var table = TextTable(columns: [
      .init("layer"), .init("maps"), .init("algorithm"), .init("us/image", .right), .init("GFLOP/s", .right),
      .init("executed", .right), .init("of peak", .right), .init(""),
    ])
    for layer in record.layers {
      let tone: TerminalStyle.Tone = layer.isChosen ? .strong : .plain
      let cells = [
        layer.layer, layer.shape, layer.algorithm, Figure.decimal(layer.microsecondsPerImage, places: 2),
        Figure.decimal(layer.gigaflops, places: 1), Figure.decimal(layer.executedGigaflops, places: 1),
        Figure.percent(layer.shareOfPeak, places: 1),
      ]
      table.append(
        cells.map { TextTable.Cell($0, tone) } + [TextTable.Cell(layer.isChosen ? "chosen" : "", .good)])
    }
    return table
  }

  /// What the core can do, in a line.
  package var limits: String {
    let bandwidths = record.bandwidths.map {
      "\($0.name) \(Figure.decimal($0.gigabytesPerSecond, places: 1)) GB/s"
    }
    return "One core: \(Figure.decimal(record.peakGigaflops, places: 1)) GFLOP/s of multiply-adds; reads "
      + bandwidths.joined(separator: ", ") + "."
  }

  /// What it all comes to with the chosen algorithms, in a line.
  package var total: String {
    let microseconds = record.layers.filter(\.isChosen).reduce(0) { $0 + $1.microsecondsPerImage }
    return "All layers as chosen: \(Figure.decimal(microseconds, places: 1)) us an image on one core."
  }

  /// From the nearest cache to the memory.
  private static let roofColors = [Palette.ink, Palette.muted, Palette.blank, Palette.rule]
  private static let algorithmColors = [Palette.calm, Palette.warning, Color(hex: 0x3E8E5A)]

  /// The roofs as lines, the layers as discs: operations done a second over operations done for each byte.
  package var roofline: LineChart {
    let intensities = record.layers.map(\.intensity)
    let lowest = pow(10, log10(min(intensities.min() ?? 1, 0.5)).rounded(.down))
    let highest = pow(10, log10(max(intensities.max() ?? 100, 100)).rounded(.up))
    let roofs = record.bandwidths.enumerated().reversed().map { index, roof in
      let ridge = min(max(record.peakGigaflops / roof.gigabytesPerSecond, lowest), highest)
      return LineChart.Series(
        name: "\(roof.name) \(Figure.decimal(roof.gigabytesPerSecond, places: 0)) GB/s",
        places: [lowest, ridge, highest].map { intensity in
          .init(x: intensity, y: min(record.peakGigaflops, intensity * roof.gigabytesPerSecond))
        }, color: Self.roofColors[index % Self.roofColors.count])
    }
    var algorithms: [String] = []
    for layer in record.layers where !algorithms.contains(layer.algorithm) { algorithms.append(layer.algorithm) }
    let discs = algorithms.enumerated().map { index, algorithm in
      LineChart.Series(
        name: algorithm,
        places: record.layers.filter { $0.algorithm == algorithm }.flatMap { layer -> [LineChart.Place] in
          // What is not finite breaks the line, so that discs stand alone.
          [.init(x: layer.intensity, y: layer.executedGigaflops), .init(x: .nan, y: .nan)]
        }, color: Self.algorithmColors[index % Self.algorithmColors.count],
        marker: .disc)
    }
    return LineChart(
      title: "Roofline of one core: \(Figure.decimal(record.peakGigaflops, places: 0)) GFLOP/s",
      xAxis: .init("operations done for each byte moved", range: lowest...highest, spacing: .logarithmic),
      yAxis: .init("operations done, GFLOP/s", spacing: .logarithmic), series: roofs + discs)
  }
}
