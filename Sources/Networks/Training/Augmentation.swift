import Groundwork

/// How training pictures are varied, so that a network learns signs and not photographs.
///
/// Every number is a range from which each picture of each epoch draws anew. There are no flips: mirrored, a "keep
/// right" is a "keep left".
package struct Augmentation: Sendable, Equatable, Codable {
  /// Turn in degrees, positive clockwise as the picture is seen.
  package var rotation: ClosedRange<Float>
  /// Size, as a factor.
  package var scale: ClosedRange<Float>
  /// Shift of each axis, as a part of the picture's side.
  package var shift: ClosedRange<Float>
  /// Horizontal shear: how far x moves for each pixel of y, about the centre.
  package var shear: ClosedRange<Float>
  /// Every level is multiplied by it.
  package var brightness: ClosedRange<Float>
  /// Every level's distance from the picture's mean is multiplied by it.
  package var contrast: ClosedRange<Float>
  /// Signs that are far away: the picture is shrunk to this many pixels a side and enlarged again.
  package var resolution: Occasional
  /// Standard deviation of a Gaussian blur in pixels, at most 1.
  package var blur: Occasional
  /// Standard deviation of the sensor noise added to every level.
  package var noise: Occasional

  /// The ranges that the shipped model is trained with.
  package static let standard = Augmentation()

  /// Leaves every picture as it is.
  package static let none = Augmentation(
    rotation: 0...0, scale: 1...1, shift: 0...0, shear: 0...0, brightness: 1...1, contrast: 1...1,
    resolution: .never, blur: .never, noise: .never)

  /// A change that only some pictures undergo.
  package struct Occasional: Sendable, Equatable, Codable {
    /// The part of the pictures that undergo it, 0 to 1.
    package var share: Float
    /// What those draw from.
    package var range: ClosedRange<Float>

    package init(share: Float, range: ClosedRange<Float>) {
      self.share = share
      self.range = range
    }

    /// No picture undergoes it.
    package static let never = Occasional(share: 0, range: 1...1)
  }

  package init(
    rotation: ClosedRange<Float> = -15...15, scale: ClosedRange<Float> = 0.85...1.15,
    shift: ClosedRange<Float> = -0.1...0.1, shear: ClosedRange<Float> = -0.15...0.15,
    brightness: ClosedRange<Float> = 0.6...1.4, contrast: ClosedRange<Float> = 0.6...1.4,
    resolution: Occasional = Occasional(share: 0.25, range: 10...24),
    blur: Occasional = Occasional(share: 0.25, range: 0.2...0.9),
    noise: Occasional = Occasional(share: 0.25, range: 0.005...0.04)
  ) {
    self.rotation = rotation
    self.scale = scale
    self.shift = shift
    self.shear = shear
    self.brightness = brightness
    self.contrast = contrast
    self.resolution = resolution
    self.blur = blur
    self.noise = noise
  }

  /// Draws one picture's changes. Every range is drawn from in a fixed order whether or not it is used, so narrowing
  /// one leaves what the others draw unchanged.
  package func draw(from stream: inout RandomStream) -> PictureChange {
    var change = PictureChange()
    change.rotation = stream.draw(rotation)
    change.scale = stream.draw(scale)
    change.shiftX = stream.draw(shift)
    change.shiftY = stream.draw(shift)
    change.shear = stream.draw(shear)
    change.brightness = stream.draw(brightness)
    change.contrast = stream.draw(contrast)
    change.resolution = stream.draw(resolution).map { Int($0.rounded()) }
    change.blur = stream.draw(blur)
    change.noise = stream.draw(noise)
    return change
  }
}

/// What happens to one picture; see `Augmentation` for each number's meaning.
package struct PictureChange: Sendable, Equatable {
  package var rotation: Float = 0
  package var scale: Float = 1
  package var shiftX: Float = 0
  package var shiftY: Float = 0
  package var shear: Float = 0
  package var brightness: Float = 1
  package var contrast: Float = 1
  package var resolution: Int?
  package var blur: Float?
  package var noise: Float?

  package init() {}
}

extension RandomStream {
  fileprivate mutating func draw(_ range: ClosedRange<Float>) -> Float {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  fileprivate mutating func draw(_ occasional: Augmentation.Occasional) -> Float? {
    let happens = uniform() < occasional.share
    let value = draw(occasional.range)
    return happens ? value : nil
  }
}
