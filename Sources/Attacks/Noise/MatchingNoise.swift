import Groundwork
import Imaging
import Networks

extension UniformNoise {
  /// Random noise that is as large as a perturbation, on any picture.
  /// - Parameters:
  ///   - clean: the picture that was perturbed.
  ///   - crafted: what was made of it.
  ///   - picture: what the noise is put on.
  ///   - norm: what is equal.
  /// - Precondition: all pictures have the same size.
  package static func matching(
    clean: Image, crafted: Image, on picture: Image, norm: PerturbationNorm, stream: RandomStream
  ) -> Image {
    precondition(picture.width == clean.width && picture.height == clean.height, "noise lies between equal sizes")
    var source = NoiseSource(clean: EightBitLevels.levels(of: picture.samples), stream: stream)
    let noisy = source.noise(as: ImageDifference(clean: clean, crafted: crafted), in: norm)
    return Image(width: clean.width, height: clean.height, samples: noisy.map { EightBitLevels.values[Int($0)] })
  }
}

/// The control of a run: for each image, at random places and in random directions, noise with the norm of what was
/// crafted from it.
struct MatchingNoise: Attack {
  /// How large each perturbation is.
  let sizes: [ImageDifference]
  let norm: PerturbationNorm

  /// - Parameters:
  ///   - report: the run whose perturbations are matched.
  ///   - norm: what is equal; the attack's own norm when nil.
  init(_ report: HarnessReport, norm: PerturbationNorm?) {
    sizes = report.images.map(\.difference)
    self.norm = norm ?? report.norm
  }

  /// Also names its streams of chance: not those of the noise that is an attack itself.
  let name = "control"
  let limits = Limits()

  func craft(_ task: AttackTask, asking reader: DecisionKnowledge) -> Tensor {
    precondition(sizes.count == task.count, "every image has a perturbation to match")
    return task.batch(
      of: sizes.indices.lazy.map { image in
        var source = NoiseSource(clean: task.levels(of: image), stream: task.streams[image])
        return source.noise(as: sizes[image], in: norm)
      })
  }
}

extension NoiseSource {
  /// The picture with noise of the same norm as a perturbation.
  ///
  /// L-infinity: every value moves as far as the one that moved furthest. L1 and L2: every value may move. L0: as many
  /// values or pixels change, with the same L2 norm where they can have it.
  mutating func noise(as size: ImageDifference, in norm: PerturbationNorm) -> [UInt8] {
    // The norms are whole numbers of levels over 255, so this gives the numbers back exactly.
    let squares = Int((size.l2 * 255 * size.l2 * 255).rounded())
    return switch norm {
    case .linf: signs(levels: Int((size.linf * 255).rounded()))
    case .l1: everywhere(sum: Int((size.l1 * 255).rounded()))
    case .l2: everywhere(squares: squares)
    case .l0Features: values(count: size.l0Features, squares: squares)
    case .l0Pixels: pixels(count: size.l0Pixels, squares: squares)
    }
  }
}
