import Imaging
import Reporting
import Testing

@Suite struct ChartTests {
  @Test(arguments: [(0.0, 1.0), (-3, 120), (0, 1e-7), (99.2, 99.9), (-5e9, 4e12), (13.0, 13.5)], [2, 5, 9])
  func ticksAreRoundInsideAndFew(_ range: (Double, Double), _ count: Int) {
    let ticks = AxisTicks(in: range.0...range.1, atMost: count)
    let slack = 1e-6 * (range.1 - range.0)
    #expect(ticks.values.allSatisfy { $0 >= range.0 - slack && $0 <= range.1 + slack })
    #expect(ticks.values.count <= count + 1)
    for (a, b) in zip(ticks.values, ticks.values.dropFirst()) { #expect(abs(b - a - ticks.step) < slack) }
    #expect(Set(ticks.values.map(ticks.label)).count == ticks.values.count, "labels tell ticks apart")
  }

  @Test func labelsHaveAsManyDecimalsAsNeeded() {
    let ticks = AxisTicks(in: 0...1, atMost: 6)
    #expect(ticks.values.map(ticks.label) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    let wide = AxisTicks(in: -40...80, atMost: 7)
    #expect(wide.values.map(wide.label) == ["-40", "-20", "0", "20", "40", "60", "80"])
  }

  @Test func anEmptyRangeHasOneTick() {
    #expect(AxisTicks(in: 3...3, atMost: 5).values == [3])
    #expect(AxisTicks(in: 1e18...(1e18 + 128), atMost: 5).values.count == 1)
  }

  private func chart(_ places: [LineChart.Place], direction: LineChart.Axis.Direction = .rising) -> LineChart {
    LineChart(
      title: "", xAxis: LineChart.Axis("x", range: 0...10, direction: direction),
      yAxis: LineChart.Axis("y", range: 0...10),
      series: [LineChart.Series(name: "", places: places, color: Color(hex: 0xFF0000), marker: .disc)])
  }

  /// The columns and rows with pure red, which only the series has.
  private func red(_ image: Image) -> (columns: [Int], rows: [Int]) {
    let pixels = (0..<image.pixelCount).filter {
      image.samples[$0] > 0.99 && image.samples[image.pixelCount + $0] < 0.01
        && image.samples[2 * image.pixelCount + $0] < 0.01
    }
    return (pixels.map { $0 % image.width }, pixels.map { $0 / image.width })
  }

  @Test func aFallingAxisMirrorsTheRisingOne() throws {
    let (rising, _) = red(chart([LineChart.Place(x: 2, y: 5)]).rendered(width: 640, height: 360))
    let (falling, _) = red(
      chart([LineChart.Place(x: 8, y: 5)], direction: .falling).rendered(width: 640, height: 360))
    #expect(!rising.isEmpty && rising == falling)
  }

  @Test func largerValuesStandHigher() throws {
    let (_, low) = red(chart([LineChart.Place(x: 5, y: 2)]).rendered(width: 640, height: 360))
    let (_, high) = red(chart([LineChart.Place(x: 5, y: 8)]).rendered(width: 640, height: 360))
    let (bottom, top) = (try #require(high.max()), try #require(low.min()))
    #expect(bottom < top)
  }

  @Test func whatIsNotFiniteOrOutsideIsLeftOut() {
    let places = [
      LineChart.Place(x: .nan, y: 5), LineChart.Place(x: 5, y: .infinity), LineChart.Place(x: -20, y: 5),
    ]
    #expect(red(chart(places).rendered(width: 640, height: 360)).columns.isEmpty)
  }

  @Test func chartsWithoutDataStillHaveAxes() {
    let empty = LineChart(title: "Nothing", xAxis: LineChart.Axis("x"), yAxis: LineChart.Axis("y"), series: [])
    #expect(empty.rendered(width: 320, height: 200).samples.contains { $0 < 0.5 })
  }

  @Test func tinyChartsDoNotTrap() {
    #expect(chart([LineChart.Place(x: 1, y: 1)]).rendered(width: 1, height: 1).pixelCount == 1)
  }

  @Test func logarithmicAxesHaveTicksAtRoundNumbers() {
    #expect(AxisTicks(in: 1...10, spacing: .logarithmic, atMost: 9).values == [1, 2, 5, 10])
    #expect(
      AxisTicks(in: 0.3...40, spacing: .logarithmic, atMost: 9).values.map { ($0 * 10).rounded() } == [
        5, 10, 20, 50, 100, 200,
      ])
    #expect(
      AxisTicks(in: 1...100_000, spacing: .logarithmic, atMost: 6).values == [1, 10, 100, 1_000, 10_000, 100_000])
  }
}
