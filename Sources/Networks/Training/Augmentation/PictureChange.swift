/// What happens to one picture; see `Augmentation` for each number's meaning.
package struct PictureChange: Sendable, Equatable {
  /// Whether left and right are exchanged, before all else.
  package var isMirrored = false
  package var rotation: Float = 0
  package var scale: Float = 1
  package var shiftX: Float = 0
  package var shiftY: Float = 0
  package var shear: Float = 0
  package var perspectiveX: Float = 0
  package var perspectiveY: Float = 0
  /// A part of what the scale leaves of the picture's width.
  package var width: Float = 1
  package var brightness: Float = 1
  package var contrast: Float = 1
  package var gamma: Float = 1
  package var saturation: Float = 1
  package var hue: Float = 0
  package var tint = SIMD3<Float>(repeating: 1)
  package var occlusion: Occlusion?
  package var stickers: Stickers?
  package var resolution: Int?
  package var motion: MotionStreak?
  package var blur: Float?
  package var noise: Float?

  package init() {}
}

/// A rectangle in front of the sign, in parts of the picture's side.
package struct Occlusion: Sendable, Equatable {
  package var center: SIMD2<Float>
  package var size: SIMD2<Float>
  /// R, G and B in [0, 1].
  package var color: SIMD3<Float>

  package init(center: SIMD2<Float>, size: SIMD2<Float>, color: SIMD3<Float>) {
    self.center = center
    self.size = size
    self.color = color
  }
}

/// Small rectangles over the sign; where they are and their colours are drawn when they are applied.
package struct Stickers: Sendable, Equatable {
  package var count: Int
  /// The side of the square of one's area, in parts of the picture's side.
  package var size: Float

  package init(count: Int, size: Float) {
    self.count = count
    self.size = size
  }
}

/// The way that every point of the picture draws on the sensor.
package struct MotionStreak: Sendable, Equatable {
  /// In pixels, 0 to 6.
  package var length: Float
  /// In degrees; 0 is along the rows, 90 along the columns.
  package var direction: Float

  package init(length: Float, direction: Float) {
    self.length = length
    self.direction = direction
  }
}
