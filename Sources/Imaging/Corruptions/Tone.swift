import Groundwork

extension Corruptions {
  /// More light: the value of HSV raised.
  package struct Brightness: Corruption {
    /// Added to the value, of the range from black to white.
    package var increase: Float

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      image.mapColors { $0.value = min(max($0.value + increase, 0), 1) }
    }
  }

  /// Less contrast: each channel drawn towards its mean.
  package struct Contrast: Corruption {
    /// Which part of the distance from the mean is left.
    package var factor: Float

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      image.mapPlanes { plane in
        let mean = Float(plane.values.reduce(0.0) { $0 + Double($1) } / Double(plane.values.count))
        return plane.map { ($0 - mean) * factor + mean }
      }
    }
  }

  /// Other colours: the saturation of HSV times a factor, plus a summand.
  package struct Saturation: Corruption {
    package var factor: Float
    package var increase: Float

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      image.mapColors { $0.saturation = min(max($0.saturation * factor + increase, 0), 1) }
    }
  }
}
