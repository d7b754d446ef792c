import Networks
import Records

/// Times the layers of a network on one core by every algorithm, and the core itself.
package struct KernelBench {
  private let network: Network
  private let kernel: KernelChoice
  private let seconds: Double
  private let clock: () -> Double

  /// - Parameters:
  ///   - seconds: how long each figure is measured.
  ///   - clock: seconds since any moment.
  package init(_ network: Network, kernel: KernelChoice, seconds: Double, clock: @escaping () -> Double) {
    self.network = network
    self.kernel = kernel
    self.seconds = seconds
    self.clock = clock
  }

  /// What is read again and again: sizes that lie well inside the caches of present processors, and one outside of all.
  private static let memories = [
    ("L1", 16 << 10), ("L2", 512 << 10), ("L3", 8 << 20), ("memory", 256 << 20),
  ]

  /// - Parameter images: how many images a call has at least.
  package func record(images: Int) -> KernelRecord {
    let peak = 2e-9 * LayerTiming.peakMultiplyAdds(kernel, seconds: seconds, clock: clock)
    let bandwidths = Self.memories.map { name, bytes in
      KernelRecord.Bandwidth(
        name: name, bytes: bytes,
        gigabytesPerSecond: 1e-9 * LayerTiming.bandwidth(bytes: bytes, kernel, seconds: seconds, clock: clock))
    }
    let chosen = Dictionary(
      uniqueKeysWithValues: timings(.automatic, images: images, seconds: 0).map { ($0.layer, $0.algorithm) })
    let algorithms: [ConvolutionAlgorithm] = [.direct, .winograd2, .winograd4]
    let timed = algorithms.map { algorithm in
      // Layers for which there is no such algorithm were computed directly; they are listed once.
      timings(algorithm, images: images, seconds: seconds).filter { $0.algorithm == algorithm }
    }
    let layers = timed[0].map(\.layer).flatMap { name in
      timed.compactMap { timings in timings.first { $0.layer == name } }
        .map { KernelRecord.Layer($0, isChosen: chosen[name] == $0.algorithm, peak: peak) }
    }
    return KernelRecord(peakGigaflops: peak, bandwidths: bandwidths, layers: layers)
  }

  private func timings(_ algorithm: ConvolutionAlgorithm, images: Int, seconds: Double) -> [LayerTiming] {
    LayerTiming.measure(
      network, arithmetic: Arithmetic(kernel: kernel, algorithm: algorithm), images: images, secondsEach: seconds,
      clock: clock)
  }
}

extension KernelRecord.Layer {
  fileprivate init(_ timing: LayerTiming, isChosen: Bool, peak: Double) {
    self.init(
      layer: timing.layer, shape: timing.shape, algorithm: timing.algorithm.rawValue, isChosen: isChosen,
      microsecondsPerImage: timing.seconds * 1e6, gigaflops: timing.gigaflops,
      executedGigaflops: timing.executedGigaflops, shareOfPeak: timing.executedGigaflops / peak,
      intensity: timing.intensity)
  }
}
