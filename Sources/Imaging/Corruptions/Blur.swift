import Foundation
import Groundwork

extension Corruptions {
  /// A Gaussian spot.
  package struct GaussianBlur: Corruption {
    /// In pixels.
    package var deviation: Float

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      image.mapPlanes { $0.blurred(deviation: deviation) }
    }
  }

  /// A lens out of focus: a disc of whole pixels, its rim softened by a Gaussian of 3 x 3 pixels.
  package struct DefocusBlur: Corruption {
    /// The disc's radius in pixels.
    package var radius: Float
    /// The deviation of the softening, in pixels.
    package var softening: Float

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      let reach = Int(radius) + 1
      let side = 2 * reach + 1
      var disc = ScalarField(width: side, height: side, values: [Float](repeating: 0, count: side * side))
      for y in -reach...reach {
        for x in -reach...reach where Float(x * x + y * y) <= radius * radius { disc[x + reach, y + reach] = 1 }
      }
      let sum = disc.values.reduce(0, +)
      let soft = disc.map { $0 / sum }
        .filtered(by: ScalarField.gaussian(deviation: softening, reach: 1), border: .nearest)
      let kernel = (0..<side).map { Array(soft.values[$0 * side..<($0 + 1) * side]) }
      return image.mapPlanes { $0.correlated(with: kernel, border: .mirroredAboutEdge) }
    }
  }

  /// A camera or a sign that moves: a one-sided Gaussian along a straight way, pixel by pixel.
  package struct MotionBlur: Corruption {
    /// How the light is spread along the way.
    package var trail: Trail

    package init(radius: Int, deviation: Float) {
      trail = Trail(radius: radius, deviation: deviation)
    }

    /// The angle is anything from -45 to 45 degrees.
    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      let angle = stream.uniform(in: -45..<45)
      return image.mapPlanes { trail.spread($0, degrees: angle) }
    }
  }

  /// A lens that zooms while the shutter is open: the mean of the picture and its enlargements about the middle.
  package struct ZoomBlur: Corruption {
    /// How many enlargements: by 1, 1.01, 1.02 and so on.
    package var steps: Int

    package func corrupted(_ image: Image, using stream: inout RandomStream) -> Image {
      image.mapPlanes { plane in
        var sum = plane
        for step in 0..<steps {
          let zoomed = plane.zoomed(by: 1 + 0.01 * Double(step))
          for index in sum.values.indices { sum.values[index] += zoomed.values[index] }
        }
        return sum.map { $0 / Float(steps + 1) }
      }
    }
  }

  /// A trail of light: what ImageMagick's motion blur makes of a point, which the benchmark was made with.
  package struct Trail: Sendable, Equatable {
    /// The trail ends after `2 radius + 1` pixels.
    package var radius: Int
    /// How fast it fades, in pixels.
    package var deviation: Float

    /// The field with every value taken from a trail in the direction of an angle, clockwise from rightwards.
    func spread(_ field: ScalarField, degrees: Float) -> ScalarField {
      let weights = (0..<2 * radius + 1).map { exp(-0.5 * Float($0 * $0) / (deviation * deviation)) }
      let sum = weights.reduce(0, +)
      let angle = Double(degrees) * .pi / 180
      let way = weights.indices.map {
        (x: Int((Double($0) * cos(angle) - 0.5).rounded(.up)), y: Int((Double($0) * sin(angle) - 0.5).rounded(.up)))
      }
      var result = field.map { _ in 0 }
      for y in 0..<field.height {
        for x in 0..<field.width {
          var value: Float = 0
          for (weight, step) in zip(weights, way) {
            let column = ScalarField.Border.nearest.index(x + step.x, in: field.width)
            value += weight * field[column, ScalarField.Border.nearest.index(y + step.y, in: field.height)]
          }
          result[x, y] = value / sum
        }
      }
      return result
    }
  }
}
