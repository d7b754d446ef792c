import Groundwork

@testable import Imaging

/// Pictures to corrupt, and figures of what became of them.
enum CorruptedPictures {
  /// A disc with a bar on a soft background: edges, flat parts and colours, as a photograph of a sign has them.
  static func sign(_ number: Int, side: Int = 32) -> Image {
    var stream = RandomStream(seed: 9, name: "sign", number)
    let ground = [0.25, 0.3, 0.35].map { Float($0) + stream.uniform(in: -0.1..<0.2) }
    let face = (0..<3).map { _ in stream.uniform(in: 0.1..<0.8) }
    let slope = stream.uniform(in: -0.15..<0.15)
    var samples: [Float] = []
    for channel in 0..<3 {
      for y in 0..<side {
        for x in 0..<side {
          let (u, v) = (Float(x) / Float(side) - 0.5, Float(y) / Float(side) - 0.5)
          let isBar = abs(v) < 0.07 && abs(u) < 0.3 && x / 3 % 2 == 0
          let color: Float = u * u + v * v < 0.15 ? face[channel] : ground[channel]
          let value: Float = (isBar ? 0.85 : color) + slope * v
          samples.append(min(max(value, 0), 1))
        }
      }
    }
    return Image(width: side, height: side, samples: samples).roundedToEightBits
  }

  static func corrupted(_ image: Image, _ kind: CorruptionKind, _ severity: Int, number: Int = 0) -> Image {
    var stream = RandomStream(seed: 1, name: kind.rawValue, number)
    let severity = Severity(rawValue: severity) ?? .one
    return kind.corruption(at: severity).corrupted(image, using: &stream)
  }

  /// The mean L2 distance that a corruption puts between pictures and themselves.
  static func distance(_ kind: CorruptionKind, _ severity: Int, pictures: Int = 24) -> Double {
    (0..<pictures).reduce(0) { sum, number in
      let clean = sign(number)
      let image = corrupted(clean, kind, severity, number: number)
      var square = 0.0
      for (a, b) in zip(clean.samples, image.samples) { square += Double((a - b) * (a - b)) }
      return sum + square.squareRoot() / Double(pictures)
    }
  }

  /// Mean and standard deviation.
  static func moments(_ values: [Float]) -> (mean: Double, deviation: Double) {
    let count = Double(values.count)
    var (sum, square) = (0.0, 0.0)
    for value in values { sum += Double(value) }
    for value in values { square += (Double(value) - sum / count) * (Double(value) - sum / count) }
    return (sum / count, (square / count).squareRoot())
  }

  /// One white pixel on black.
  static func point(side: Int = 33) -> Image {
    var image = Image(width: side, height: side)
    image[x: side / 2, y: side / 2] = .white
    return image
  }
}
