import Imaging

extension Harness {
  /// The control of a run: random noise of the same norm on the same images, judged in the same way. The clean readings
  /// are the run's.
  /// - Parameters:
  ///   - norm: what is equal; the attack's own norm when nil.
  ///   - firstIndex: as for the run.
  /// - Throws: what the reader throws.
  package func control(
    of report: HarnessReport, norm: PerturbationNorm? = nil, firstIndex: Int = 0
  ) throws -> HarnessReport {
    let images = report.images
    return try run(
      MatchingNoise(report, norm: norm), on: images.map(\.clean), readAs: images.map(\.cleanReading),
      goals: images.map(\.goal), firstIndex: firstIndex)
  }
}
