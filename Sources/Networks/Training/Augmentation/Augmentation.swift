/// How training pictures are varied, so that a network learns signs and not photographs.
///
/// Every number is a range from which each picture of each epoch draws anew.
package struct Augmentation: Sendable, Equatable, Codable {
  /// Turn in degrees, positive clockwise as the picture is seen.
  package var rotation: ClosedRange<Float>
  /// Size, as a factor.
  package var scale: ClosedRange<Float>
  /// Shift of each axis, as a part of the picture's side.
  package var shift: ClosedRange<Float>
  /// Horizontal shear: how far x moves for each pixel of y, about the centre.
  package var shear: ClosedRange<Float>
  /// A sign seen from the side, for each axis: what is at the right (lower) edge came from 1 / (1 - this) times as far
  /// from the centre, what is at the other edge from 1 / (1 + this) times as far.
  package var perspective: ClosedRange<Float>
  /// Signs seen far from the side: the picture's width, as a part of what the scale leaves of it.
  package var narrowing: Occasional
  /// Every level is multiplied by it.
  package var brightness: ClosedRange<Float>
  /// Every level's distance from the picture's mean is multiplied by it.
  package var contrast: ClosedRange<Float>
  /// The exponent to which every level is raised; above 1 darkens.
  package var gamma: ClosedRange<Float>
  /// Every colour's distance from its grey (Rec. 601 luma) is multiplied by it.
  package var saturation: ClosedRange<Float>
  /// Cameras without colour, or nearly so: the saturation of such pictures, whose white balance is left as it is.
  package var greyscale: Occasional
  /// Turn of every colour about the grey axis, in degrees.
  package var hue: ClosedRange<Float>
  /// White balance: a factor of its own for each of R, G and B.
  package var tint: ClosedRange<Float>
  /// A rectangle of one random colour in front of the sign (DeVries and Taylor 2017, "cutout"): the side of the square of
  /// equal area, as a part of the picture's side.
  package var occlusion: Occasional
  /// Several small rectangles over the sign, as stickers, peeling foil or wet snow are: the side of the square of one's
  /// area, as a part of the picture's side.
  package var stickers: Occasional
  /// Signs that are far away: the picture is shrunk to this many pixels a side and enlarged again.
  package var resolution: Occasional
  /// Length of a motion blur in pixels, at most 6, in a random direction.
  package var motion: Occasional
  /// Standard deviation of a Gaussian blur in pixels, at most 1.
  package var blur: Occasional
  /// Standard deviation of the sensor noise added to every level.
  package var noise: Occasional
  /// The share of pictures shown mirrored left to right, of those whose mirror image is a sign, too: a mirrored "keep
  /// right" is a "keep left", a mirrored "stop" is nothing.
  package var mirroring: Float

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

  /// What is left out leaves pictures as they are.
  package init(
    rotation: ClosedRange<Float> = 0...0, scale: ClosedRange<Float> = 1...1, shift: ClosedRange<Float> = 0...0,
    shear: ClosedRange<Float> = 0...0, perspective: ClosedRange<Float> = 0...0, narrowing: Occasional = .never,
    brightness: ClosedRange<Float> = 1...1, contrast: ClosedRange<Float> = 1...1, gamma: ClosedRange<Float> = 1...1,
    saturation: ClosedRange<Float> = 1...1, greyscale: Occasional = .never, hue: ClosedRange<Float> = 0...0,
    tint: ClosedRange<Float> = 1...1, occlusion: Occasional = .never, stickers: Occasional = .never,
    resolution: Occasional = .never, motion: Occasional = .never,
    blur: Occasional = .never, noise: Occasional = .never, mirroring: Float = 0
  ) {
    self.rotation = rotation
    self.scale = scale
    self.shift = shift
    self.shear = shear
    self.perspective = perspective
    self.narrowing = narrowing
    self.brightness = brightness
    self.contrast = contrast
    self.gamma = gamma
    self.saturation = saturation
    self.greyscale = greyscale
    self.hue = hue
    self.tint = tint
    self.occlusion = occlusion
    self.stickers = stickers
    self.resolution = resolution
    self.motion = motion
    self.blur = blur
    self.noise = noise
    self.mirroring = mirroring
  }
}
