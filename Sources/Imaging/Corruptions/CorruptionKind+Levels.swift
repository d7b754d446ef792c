extension CorruptionKind {
  /// The corruption at a severity.
  package func corruption(at severity: Severity) -> any Corruption { levels[severity.rawValue - 1] }

  /// The five severities with the constants that the authors published with the 32 x 32 set (`make_cifar_c.py`). They are
  /// not monotone everywhere: saturation first falls and then rises, the elastic map's shift shrinks as its waves grow, and
  /// frost covers more but adds less.
  private var levels: [any Corruption] {
    switch self {
    case .gaussianNoise: [0.04, 0.06, 0.08, 0.09, 0.10].map(Corruptions.GaussianNoise.init(deviation:))
    case .shotNoise: [500, 250, 100, 75, 50].map(Corruptions.ShotNoise.init(photons:))
    case .impulseNoise: [0.01, 0.02, 0.03, 0.05, 0.07].map(Corruptions.ImpulseNoise.init(share:))
    case .speckleNoise: [0.06, 0.1, 0.12, 0.16, 0.2].map(Corruptions.SpeckleNoise.init(deviation:))
    case .gaussianBlur: [0.4, 0.6, 0.7, 0.8, 1].map(Corruptions.GaussianBlur.init(deviation:))
    case .defocusBlur:
      [(0.3, 0.4), (0.4, 0.5), (0.5, 0.6), (1, 0.2), (1.5, 0.1)].map(Corruptions.DefocusBlur.init)
    case .glassBlur:
      [(0.05, 1, 1), (0.25, 1, 1), (0.4, 1, 1), (0.25, 1, 2), (0.4, 1, 2)].map(Corruptions.GlassBlur.init)
    case .motionBlur: [(6, 1), (6, 1.5), (6, 2), (8, 2), (9, 2.5)].map(Corruptions.MotionBlur.init)
    case .zoomBlur: [7, 12, 16, 21, 26].map(Corruptions.ZoomBlur.init(steps:))
    case .snow: snowLevels
    case .frost: [(1, 0.2), (1, 0.3), (0.9, 0.4), (0.85, 0.4), (0.75, 0.45)].map(Corruptions.Frost.init)
    case .fog: [(0.2, 3), (0.5, 3), (0.75, 2.5), (1, 2), (1.5, 1.75)].map(Corruptions.Fog.init)
    case .brightness: [0.05, 0.1, 0.15, 0.2, 0.3].map(Corruptions.Brightness.init(increase:))
    case .contrast: [0.75, 0.5, 0.4, 0.3, 0.15].map(Corruptions.Contrast.init(factor:))
    case .saturate: [(0.3, 0), (0.1, 0), (1.5, 0), (2, 0.1), (2.5, 0.2)].map(Corruptions.Saturation.init)
    case .spatter: spatterLevels
    case .jpeg: [80, 65, 58, 50, 40].map(Corruptions.JPEG.init(quality:))
    case .pixelate: [0.95, 0.9, 0.85, 0.75, 0.65].map(Corruptions.Pixelation.init(scale:))
    case .elastic: elasticLevels
    }
  }

  private var snowLevels: [Corruptions.Snow] {
    [
      .init(mean: 0.1, deviation: 0.2, zoom: 1, threshold: 0.6, fall: .init(radius: 8, deviation: 3), kept: 0.95),
      .init(mean: 0.1, deviation: 0.2, zoom: 1, threshold: 0.5, fall: .init(radius: 10, deviation: 4), kept: 0.9),
      .init(mean: 0.15, deviation: 0.3, zoom: 1.75, threshold: 0.55, fall: .init(radius: 10, deviation: 4), kept: 0.9),
      .init(mean: 0.25, deviation: 0.3, zoom: 2.25, threshold: 0.6, fall: .init(radius: 12, deviation: 6), kept: 0.85),
      .init(mean: 0.3, deviation: 0.3, zoom: 1.25, threshold: 0.65, fall: .init(radius: 14, deviation: 12), kept: 0.8),
    ]
  }

  private var spatterLevels: [Corruptions.Spatter] {
    [
      .init(mean: 0.62, deviation: 0.1, blur: 0.7, threshold: 0.7, liquid: .water(strength: 0.5)),
      .init(mean: 0.65, deviation: 0.1, blur: 0.8, threshold: 0.7, liquid: .water(strength: 0.5)),
      .init(mean: 0.65, deviation: 0.3, blur: 1, threshold: 0.69, liquid: .water(strength: 0.5)),
      .init(mean: 0.65, deviation: 0.1, blur: 0.7, threshold: 0.69, liquid: .mud(blur: 0.6)),
      .init(mean: 0.65, deviation: 0.1, blur: 0.5, threshold: 0.68, liquid: .mud(blur: 0.6)),
    ]
  }

  private var elasticLevels: [Corruptions.ElasticTransform] {
    [
      .init(amplitude: 0, smoothing: 0, shift: 0.08), .init(amplitude: 0.05, smoothing: 0.2, shift: 0.07),
      .init(amplitude: 0.08, smoothing: 0.06, shift: 0.06), .init(amplitude: 0.1, smoothing: 0.04, shift: 0.05),
      .init(amplitude: 0.1, smoothing: 0.03, shift: 0.03),
    ]
  }
}
