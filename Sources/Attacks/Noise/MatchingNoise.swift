import Groundwork
import Imaging
import Networks

extension UniformNoise {
  /// The norm in which noise equals a perturbation.
  package enum Norm: String, Sendable, CaseIterable {
    /// Every value moves as far as the one that moved furthest.
    case linf
    /// Every value moves, with the same L2 norm.
    case l2
    /// As many channel values change, at random places, with the same L2 norm where they can have it.
    case l0Features = "l0_features"
    /// As many pixels change, at random places, with the same L2 norm where they can have it.
    case l0Pixels = "l0_pixels"
  }

  /// The control of one crafted image: random noise with the same norm.
  /// - Parameter picture: what the noise is put on; the clean picture when nil.
  /// - Precondition: all pictures have the same size.
  package static func matching(
    clean: Image, crafted: Image, on picture: Image? = nil, norm: Norm, stream: RandomStream
  ) -> Image {
    let picture = picture ?? clean
    precondition(
      [crafted, picture].allSatisfy { $0.width == clean.width && $0.height == clean.height },
      "a perturbation lies between equal sizes")
    let before = EightBitLevels.levels(of: clean.samples)
    let after = EightBitLevels.levels(of: crafted.samples)
    let steps = zip(before, after).map { abs(Int($0) - Int($1)) }
    let squares = steps.reduce(0) { $0 + $1 * $1 }
    let plane = clean.pixelCount
    var source = NoiseSource(clean: EightBitLevels.levels(of: picture.samples), stream: stream)
    let noisy =
      switch norm {
      case .linf: source.signs(levels: steps.max() ?? 0)
      case .l2: source.everywhere(squares: squares)
      case .l0Features: source.values(count: steps.count { $0 > 0 }, squares: squares)
      case .l0Pixels:
        source.pixels(
          count: (0..<plane).count { steps[$0] + steps[plane + $0] + steps[2 * plane + $0] > 0 }, squares: squares)
      }
    return Image(width: clean.width, height: clean.height, samples: noisy.map { EightBitLevels.values[Int($0)] })
  }
}

/// The control of a whole run: for each image, noise with the norm of what was crafted from it.
struct MatchingNoise: Attack {
  /// One crafted picture for each image of the task.
  let crafted: [Image]
  let norm: UniformNoise.Norm
  /// The name of the attack that crafted them.
  let original: String

  let name = "noise"

  var budget: Budget {
    Budget(settings: [.init("norm", .word(norm.rawValue)), .init("as", .word(original))])
  }

  func craft(_ task: AttackTask, asking reader: DecisionKnowledge) -> Tensor {
    var elements: [Float] = []
    for (index, picture) in crafted.enumerated() {
      let clean = Image(width: picture.width, height: picture.height, samples: Array(task.images[item: index]))
      elements +=
        UniformNoise.matching(
          clean: clean, crafted: picture, norm: norm, stream: task.streams[index]
        ).samples
    }
    return Tensor(shape: task.images.shape, elements: elements)
  }
}
