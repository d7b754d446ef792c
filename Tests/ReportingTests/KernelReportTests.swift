import Records
import Reporting
import Testing

@Suite struct KernelReportTests {
  private func layer(_ name: String, _ algorithm: String, chosen: Bool, executed: Double) -> KernelRecord.Layer {
    KernelRecord.Layer(
      layer: name, shape: "8 x 8 x 64 to 128, 3 x 3", algorithm: algorithm, isChosen: chosen,
      microsecondsPerImage: 12.5, gigaflops: 2 * executed, executedGigaflops: executed, shareOfPeak: executed / 200,
      intensity: 40)
  }

  private var report: KernelReport {
    KernelReport(
      KernelRecord(
        peakGigaflops: 200,
        bandwidths: [
          .init(name: "L1", bytes: 16_384, gigabytesPerSecond: 400),
          .init(name: "memory", bytes: 1 << 28, gigabytesPerSecond: 20),
        ],
        layers: [
          layer("conv1", "direct", chosen: false, executed: 180),
          layer("conv1", "winograd4", chosen: true, executed: 150),
          layer("dense1", "direct", chosen: true, executed: 100),
        ]))
  }

  @Test func aLineEachWithTheChosenOnesMarked() {
    let lines = report.table.text(.plain).split(separator: "\n").map(String.init)
    #expect(lines.count == 5)
    #expect(lines.filter { $0.hasSuffix("chosen") }.map { $0.contains("winograd4") } == [true, false])
    #expect(lines[2].contains("90.0 %"))
    #expect(report.total == "All layers as chosen: 25.0 us an image on one core.")
    #expect(report.limits == "One core: 200.0 GFLOP/s of multiply-adds; reads L1 400.0 GB/s, memory 20.0 GB/s.")
  }

  @Test func roofsBendWhereMemoryCanKeepUp() throws {
    let chart = report.roofline
    let memory = try #require(chart.series.first { $0.name.hasPrefix("memory") })
    #expect(memory.places[1] == .init(x: 10, y: 200))
    #expect(memory.places[0].y == memory.places[0].x * 20 && memory.places[2].y == 200)
    let direct = try #require(chart.series.first { $0.name == "direct" })
    #expect(direct.places.filter(\.x.isFinite) == [.init(x: 40, y: 180), .init(x: 40, y: 100)])
  }
}
