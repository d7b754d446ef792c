/// Smooth noise fixed in a plane: random values at the points of a lattice, blended between them, in octaves
/// (value noise; Ebert et al., "Texturing and Modeling", chapter 2).
struct ValueNoise: Sendable, Equatable {
  private let seed: UInt32

  init(seed: UInt64) {
    self.seed = UInt32(truncatingIfNeeded: seed ^ (seed >> 32))
  }

  /// The noise of wavelength 1 at a place, in [0, 1].
  func value(_ x: Float, _ y: Float) -> Float {
    let (left, top) = (x.rounded(.down), y.rounded(.down))
    let (column, row) = (Int32(truncatingIfNeeded: Int(left)), Int32(truncatingIfNeeded: Int(top)))
    let (u, v) = (ValueNoise.ease(x - left), ValueNoise.ease(y - top))
    let upper = mix(lattice(column, row), lattice(column &+ 1, row), u)
    let lower = mix(lattice(column, row &+ 1), lattice(column &+ 1, row &+ 1), u)
    return mix(upper, lower, v)
  }

  /// The noise of wavelength 1 at a place, repeating after a whole number of wavelengths, in [0, 1].
  func periodic(_ place: SIMD2<Float>, across: Int, down: Int, octave: Int) -> Float {
    let corner = place.rounded(.down)
    let (u, v) = (ValueNoise.ease(place.x - corner.x), ValueNoise.ease(place.y - corner.y))
    let shift = Int32(octave &* 7919)
    let (left, right) = (Int32(Int(corner.x) % across) + shift, Int32((Int(corner.x) + 1) % across) + shift)
    let (top, lower) = (Int32(Int(corner.y) % down), Int32((Int(corner.y) + 1) % down))
    return mix(mix(lattice(left, top), lattice(right, top), u), mix(lattice(left, lower), lattice(right, lower), u), v)
  }

  /// Octaves of noise, each of half the wavelength and a part of the strength of the one before, in [0, 1].
  ///
  /// Octaves too fine for a pixel are faded to their mean, so that what is drawn from the noise does not alias.
  /// - Parameters:
  ///   - wavelength: that of the coarsest octave, in the units of x and y.
  ///   - octaves: how many.
  ///   - persistence: how strong an octave is, as a part of the one before.
  ///   - footprint: the size of a pixel in the units of x and y.
  func octaves(
    _ x: Float, _ y: Float, wavelength: Float, octaves: Int, persistence: Float = 0.55, footprint: Float
  ) -> Float {
    var (sum, total, strength, frequency): (Float, Float, Float, Float) = (0, 0, 1, 1 / wavelength)
    for octave in 0..<octaves {
      let visible = min(max(2 - 3 * footprint * frequency, 0), 1)
      total += strength
      if visible > 0 {
        let offset = Float(octave) * 17.3
        sum += strength * (0.5 + visible * (value(x * frequency + offset, y * frequency - offset) - 0.5))
      } else {
        sum += strength * 0.5
      }
      strength *= persistence
      frequency *= 2
    }
    return sum / total
  }

  /// A random value in [0, 1) at a point of the lattice (PCG's output permutation on mixed coordinates).
  func lattice(_ column: Int32, _ row: Int32) -> Float {
    var word = UInt32(bitPattern: column) &* 0x9E37_79B1 ^ UInt32(bitPattern: row) &* 0x85EB_CA77 ^ seed
    word = word &* 747_796_405 &+ 2_891_336_453
    word = ((word >> ((word >> 28) &+ 4)) ^ word) &* 277_803_737
    word = (word >> 22) ^ word
    return Float(word >> 8) * 0x1p-24
  }

  private static func ease(_ t: Float) -> Float { t * t * (3 - 2 * t) }

  private func mix(_ a: Float, _ b: Float, _ t: Float) -> Float { a + (b - a) * t }
}
