import Foundation
import Imaging

/// What the camera's optics do to the light.
package struct Lens: Sendable, Equatable {
  /// How blurred a point is: the standard deviation of its spot, in pixels.
  package var blur: Double
  /// How much of the fall-off of light to the corners is left, in [0, 1]: 1 is that of a plain lens, cos^4 of the angle
  /// from the axis, 0 an even frame.
  package var vignetting: Double

  /// - Precondition: `blur` is not negative and below 100, and `vignetting` in [0, 1].
  package init(blur: Double = 0.6, vignetting: Double = 0.6) {
    precondition((0..<100).contains(blur), "a lens blurs by 0 to 100 pixels")
    precondition((0...1).contains(vignetting), "vignetting is in 0 to 1")
    self.blur = blur
    self.vignetting = vignetting
  }

  /// The weights of the spot's pixels along one axis, from `-count / 2` to `count / 2`, of sum 1.
  var spot: [Float] {
    guard blur > 0.05 else { return [1] }
    let reach = Int((3 * blur).rounded(.up))
    let weights = (-reach...reach).map { Float(exp(-Double($0 * $0) / (2 * blur * blur))) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  /// Which part of the light arrives at a place of the frame.
  func transmittance(at point: Point, in camera: PinholeCamera) -> Float {
    let ray = camera.ray(through: point)
    let cosine = 1 / (ray * ray).sum().squareRoot()
    return Float(1 - vignetting * (1 - cosine * cosine * cosine * cosine))
  }
}
