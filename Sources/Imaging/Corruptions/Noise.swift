import Groundwork

extension Corruptions {
  /// Electronic noise: x + N(0, s), drawn for every channel value.
  package struct GaussianNoise: Corruption {
    /// s, of the range from black to white.
    package var deviation: Float

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      image.mapSamples { $0 + deviation * stream.gaussian() }
    }
  }

  /// The noise of counted light: Poisson(c x) / c.
  package struct ShotNoise: Corruption {
    /// c: how many photons make white.
    package var photons: Double

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      image.mapSamples { Float(Double(stream.poisson(mean: Double($0) * photons)) / photons) }
    }
  }

  /// Salt and pepper: a share of the channel values becomes 0 or 1, half of them each.
  package struct ImpulseNoise: Corruption {
    /// Which share of the values is hit.
    package var share: Float

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      image.mapSamples { value in
        let draw = stream.uniform()
        return draw >= share ? value : draw < share / 2 ? 0 : 1
      }
    }
  }

  /// Noise that grows with the light: x + x N(0, s).
  package struct SpeckleNoise: Corruption {
    /// s, of the value itself.
    package var deviation: Float

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      image.mapSamples { $0 + $0 * deviation * stream.gaussian() }
    }
  }
}

extension Image {
  /// The picture with every value replaced, in memory order, and brought back to [0, 1].
  func mapSamples(_ change: (Float) -> Float) -> Image {
    Image(width: width, height: height, samples: samples.map { min(max(change($0), 0), 1) })
  }
}
