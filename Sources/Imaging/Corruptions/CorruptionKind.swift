/// The corruptions of the robustness benchmark for 32 x 32 pictures (Hendrycks and Dietterich, "Benchmarking Neural
/// Network Robustness to Common Corruptions and Perturbations", ICLR 2019; the set called CIFAR-10-C): fifteen that the
/// mean is taken of, and four more that are held back for choosing methods by.
package enum CorruptionKind: String, Sendable, CaseIterable {
  case gaussianNoise = "gaussian-noise"
  case shotNoise = "shot-noise"
  case impulseNoise = "impulse-noise"
  case defocusBlur = "defocus-blur"
  case glassBlur = "glass-blur"
  case motionBlur = "motion-blur"
  case zoomBlur = "zoom-blur"
  case snow, frost, fog, brightness, contrast
  case elastic, pixelate, jpeg
  case speckleNoise = "speckle-noise"
  case gaussianBlur = "gaussian-blur"
  case spatter, saturate

  /// What a corruption comes from.
  package enum Family: String, Sendable, CaseIterable {
    case noise, blur, weather, digital
  }

  package var family: Family {
    switch self {
    case .gaussianNoise, .shotNoise, .impulseNoise, .speckleNoise: .noise
    case .defocusBlur, .glassBlur, .motionBlur, .zoomBlur, .gaussianBlur: .blur
    case .snow, .frost, .fog, .brightness, .spatter: .weather
    case .contrast, .elastic, .pixelate, .jpeg, .saturate: .digital
    }
  }

  /// Whether it is one of the four that the mean leaves out.
  package var isExtra: Bool {
    switch self {
    case .speckleNoise, .gaussianBlur, .spatter, .saturate: true
    default: false
    }
  }
}
