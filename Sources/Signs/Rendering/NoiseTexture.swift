/// Smooth noise made once and looked up many times: four kinds side by side, each about 0.5 and mostly in [0, 1],
/// repeating without a seam.
///
/// `ValueNoise` works a value out anew wherever it is asked; ten thousand pictures a second cannot afford that.
struct NoiseTexture: Sendable {
  /// The side in texels, a power of two.
  static let side = 256

  /// Row-major: in x clouds (a quarter of the side and finer), in y grain (a twenty-fourth and finer), in z streaks that
  /// run down, in w leaves (a tenth and finer, of strong contrast).
  private let texels: [SIMD4<Float>]

  init(seed: UInt64) {
    let clouds = Plane(ValueNoise(seed: seed), periods: (4, 4), octaves: 6, persistence: 0.55)
    let grain = Plane(ValueNoise(seed: seed ^ 0x9E37_79B9), periods: (24, 24), octaves: 3, persistence: 0.7)
    let streaks = Plane(ValueNoise(seed: seed ^ 0x7F4A_7C15), periods: (32, 2), octaves: 3, persistence: 0.6)
    let leaves = Plane(ValueNoise(seed: seed ^ 0xD1B5_4A32), periods: (10, 10), octaves: 4, persistence: 0.75)
    texels = clouds.values.indices.map {
      SIMD4(clouds.values[$0], grain.values[$0], streaks.values[$0], leaves.values[$0])
    }
  }

  /// Lends the noise for many look-ups.
  func withSampler<Result>(_ body: (Sampler) -> Result) -> Result {
    texels.withUnsafeBufferPointer { body(Sampler(texels: $0)) }
  }

  /// The noise, ready to be looked up.
  struct Sampler {
    fileprivate let texels: UnsafeBufferPointer<SIMD4<Float>>

    /// The noise at a place above -64, linear between texels; one period is 1 long.
    @inline(__always)
    func callAsFunction(_ place: SIMD2<Float>) -> SIMD4<Float> {
      // Whole periods more keep places positive, so that cutting off the fraction rounds down.
      let at = (place + 64) * Float(NoiseTexture.side)
      let mask = NoiseTexture.side - 1
      let (x, y) = (Int(at.x), Int(at.y))
      let part = at - SIMD2(Float(x), Float(y))
      let (left, right) = (x & mask, (x + 1) & mask)
      let (upper, lower) = ((y & mask) * NoiseTexture.side, ((y + 1) & mask) * NoiseTexture.side)
      let above = texels[upper + left] + part.x * (texels[upper + right] - texels[upper + left])
      let below = texels[lower + left] + part.x * (texels[lower + right] - texels[lower + left])
      return above + part.y * (below - above)
    }
  }

  /// One kind of noise.
  private struct Plane {
    let values: [Float]

    /// - Parameters:
    ///   - periods: how many lattice cells the coarsest octave has across and down.
    ///   - octaves: how many, each of half the cell and `persistence` of the strength of the one before.
    init(_ noise: ValueNoise, periods: (Int, Int), octaves: Int, persistence: Float) {
      let side = NoiseTexture.side
      var values = [Float](repeating: 0, count: side * side)
      var (strength, across, down): (Float, Int, Int) = (1, periods.0, periods.1)
      for octave in 0..<octaves where max(across, down) <= side {
        for y in 0..<side {
          for x in 0..<side {
            let place = SIMD2(Float(x * across) / Float(side), Float(y * down) / Float(side))
            let value = noise.periodic(place, across: across, down: down, octave: octave)
            values[y * side + x] += strength * (value - 0.5)
          }
        }
        (strength, across, down) = (strength * persistence, 2 * across, 2 * down)
      }
      let variance = values.reduce(0) { $0 + $1 * $1 } / Float(values.count)
      // A standard deviation of 0.2 leaves [0, 1] only in the tails.
      let scale = 0.2 / variance.squareRoot()
      self.values = values.map { 0.5 + scale * $0 }
    }
  }
}
