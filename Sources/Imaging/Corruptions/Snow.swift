import Groundwork

extension Corruptions {
  /// Falling snow: thresholded Gaussian flakes with a trail, over a picture that is whitened.
  package struct Snow: Corruption {
    /// Of the Gaussian that flakes are cut from.
    package var mean: Float
    package var deviation: Float
    /// How much larger than a pixel flakes are.
    package var zoom: Double
    /// What of the Gaussian is a flake.
    package var threshold: Float
    /// How the flakes blur as they fall.
    package var fall: Trail
    /// Which part of the picture is not whitened.
    package var kept: Float

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      let grain = ScalarField(width: image.width, height: image.height) { mean + deviation * stream.gaussian() }
      let flakes = grain.zoomed(by: zoom).map { $0 < threshold ? 0 : min($0, 1) }
      let layer = fall.spread(flakes, degrees: stream.uniform(in: -135 ..< -45))
      let crossed = layer.turnedByHalf
      let planes = (0..<3).map(image.plane)
      let snowy = planes.map { plane in
        var snowy = plane
        for place in plane.values.indices {
          let grey = 0.299 * planes[0].values[place] + 0.587 * planes[1].values[place] + 0.114 * planes[2].values[place]
          let white = max(plane.values[place], 1.5 * grey + 0.5)
          snowy.values[place] =
            kept * plane.values[place] + (1 - kept) * white + layer.values[place] + crossed.values[place]
        }
        return snowy
      }
      return Image(red: snowy[0], green: snowy[1], blue: snowy[2])
    }
  }
}
