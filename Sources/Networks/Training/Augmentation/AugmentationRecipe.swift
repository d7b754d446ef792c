/// Named augmentations: how much training pictures are varied.
///
/// Rendered pictures get less than photographs: the renderer has already drawn the viewpoint, the light, the weather, the
/// lens and the noise, so only what stands for a detector's box, for cameras' colours and for things in front of the sign
/// is left to vary.
package enum AugmentationRecipe: String, Sendable, CaseIterable, Codable {
  /// Pictures as they are.
  case none
  /// For runs of a dozen epochs and for small networks: the shipped tiny one's.
  case standard
  /// Wider ranges, for long runs, the shipped rendered network's: it costs accuracy in short ones.
  case strong
  /// As strong, with brighter photographs and stickers on them: the shipped network's that learnt from photographs alone,
  /// which reads more defaced signs so.
  case defaced
  /// As defaced, with a tenth of all pictures grey and a fifth of the photographs narrowed: the shipped merged network's,
  /// for signs in other people's pictures, by cameras without colour or far from the side.
  case harsh

  /// What photographs undergo. Many are dark: gamma brightens more than it darkens.
  package var photographs: Augmentation {
    switch self {
    case .none: return Augmentation()
    case .standard:
      return Augmentation(
        rotation: -15...15, scale: 0.85...1.15, shift: -0.1...0.1, shear: -0.15...0.15, perspective: -0.12...0.12,
        brightness: 0.6...1.4, contrast: 0.6...1.4, gamma: 0.7...1.15, saturation: 0.6...1.4, hue: -6...6,
        tint: 0.92...1.08, occlusion: .init(share: 0.15, range: 0.15...0.4),
        resolution: .init(share: 0.25, range: 10...24), motion: .init(share: 0.15, range: 1.5...4),
        blur: .init(share: 0.25, range: 0.2...0.9), noise: .init(share: 0.25, range: 0.005...0.04), mirroring: 0.5)
    case .strong:
      return Augmentation(
        rotation: -20...20, scale: 0.75...1.2, shift: -0.15...0.15, shear: -0.2...0.2, perspective: -0.2...0.2,
        brightness: 0.5...1.6, contrast: 0.5...1.6, gamma: 0.6...1.25, saturation: 0.15...1.7, hue: -12...12,
        tint: 0.85...1.15, occlusion: .init(share: 0.3, range: 0.15...0.5),
        resolution: .init(share: 0.35, range: 8...24), motion: .init(share: 0.25, range: 1.5...5),
        blur: .init(share: 0.3, range: 0.2...1), noise: .init(share: 0.35, range: 0.005...0.05), mirroring: 0.5)
    case .defaced:
      var augmentation = AugmentationRecipe.strong.photographs
      augmentation.brightness = 0.5...1.8
      augmentation.stickers = .init(share: 0.2, range: 0.04...0.16)
      return augmentation
    case .harsh:
      var augmentation = AugmentationRecipe.defaced.photographs
      augmentation.narrowing = .init(share: 0.2, range: 0.5...0.9)
      augmentation.greyscale = AugmentationRecipe.camerasWithoutColor
      return augmentation
    }
  }

  /// What rendered pictures undergo.
  package var rendered: Augmentation {
    switch self {
    case .none: return Augmentation()
    case .standard:
      return Augmentation(
        scale: 0.92...1.08, shift: -0.06...0.06, brightness: 0.85...1.15, contrast: 0.8...1.2, gamma: 0.8...1.15,
        saturation: 0.6...1.4, hue: -6...6, tint: 0.92...1.08, occlusion: .init(share: 0.15, range: 0.15...0.4),
        resolution: .init(share: 0.1, range: 10...24))
    case .strong, .defaced:
      return Augmentation(
        rotation: -5...5, scale: 0.85...1.15, shift: -0.1...0.1, brightness: 0.6...1.4, contrast: 0.6...1.4,
        gamma: 0.7...1.25, saturation: 0.15...1.7, hue: -12...12, tint: 0.85...1.15,
        occlusion: .init(share: 0.3, range: 0.15...0.5), resolution: .init(share: 0.25, range: 8...24),
        blur: .init(share: 0.15, range: 0.2...0.9), noise: .init(share: 0.15, range: 0.005...0.04))
    case .harsh:
      var augmentation = AugmentationRecipe.strong.rendered
      augmentation.greyscale = AugmentationRecipe.camerasWithoutColor
      return augmentation
    }
  }

  private static let camerasWithoutColor = Augmentation.Occasional(share: 0.1, range: 0...0.1)
}
