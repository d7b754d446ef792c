/// How fast one core computes each layer of a network by each algorithm, beside what the processor can do at most.
package struct KernelRecord: Codable, Sendable, Equatable {
  /// What one core can do when nothing has to be fetched, in GFLOP/s, two operations a multiply-add.
  package var peakGigaflops: Double
  /// How fast one core reads, from the nearest cache to the memory.
  package var bandwidths: [Bandwidth]
  package var layers: [Layer]

  package init(peakGigaflops: Double, bandwidths: [Bandwidth], layers: [Layer]) {
    self.peakGigaflops = peakGigaflops
    self.bandwidths = bandwidths
    self.layers = layers
  }

  private enum CodingKeys: String, CodingKey {
    case bandwidths, layers
    case peakGigaflops = "peak_gflops"
  }

  /// Reading of so many bytes again and again.
  package struct Bandwidth: Codable, Sendable, Equatable {
    /// `L1`, `L2`, `L3` or `memory`: where so many bytes usually fit.
    package var name: String
    package var bytes: Int
    package var gigabytesPerSecond: Double

    package init(name: String, bytes: Int, gigabytesPerSecond: Double) {
      self.name = name
      self.bytes = bytes
      self.gigabytesPerSecond = gigabytesPerSecond
    }

    private enum CodingKeys: String, CodingKey {
      case name, bytes
      case gigabytesPerSecond = "gb_per_second"
    }
  }

  /// A layer by an algorithm.
  package struct Layer: Codable, Sendable, Equatable {
    package var layer: String
    package var shape: String
    package var algorithm: String
    /// Whether this is the algorithm that is used when none is asked for.
    package var isChosen: Bool
    package var microsecondsPerImage: Double
    /// Operations as the direct algorithm would count them.
    package var gigaflops: Double
    /// Operations that were done.
    package var executedGigaflops: Double
    /// The part of the peak that the operations done are.
    package var shareOfPeak: Double
    /// Operations done for each byte moved at least.
    package var intensity: Double

    package init(
      layer: String, shape: String, algorithm: String, isChosen: Bool, microsecondsPerImage: Double,
      gigaflops: Double, executedGigaflops: Double, shareOfPeak: Double, intensity: Double
    ) {
      self.layer = layer
      self.shape = shape
      self.algorithm = algorithm
      self.isChosen = isChosen
      self.microsecondsPerImage = microsecondsPerImage
      self.gigaflops = gigaflops
      self.executedGigaflops = executedGigaflops
      self.shareOfPeak = shareOfPeak
      self.intensity = intensity
    }

    private enum CodingKeys: String, CodingKey {
      case layer, shape, algorithm, intensity
      case isChosen = "chosen"
      case microsecondsPerImage = "microseconds_per_image"
      case gigaflops = "gflops"
      case executedGigaflops = "executed_gflops"
      case shareOfPeak = "share_of_peak"
    }
  }
}
