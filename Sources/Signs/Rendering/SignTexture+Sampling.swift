/// Where four samples of a texture lie between its texels: for each, the upper left one of four texels, and how far
/// the sample is to the right of and below it.
struct TexelPlaces {
  let first: SIMD4<Int32>
  let right: SIMD4<Float>
  let lower: SIMD4<Float>
  /// How many texels lie from a row to the next.
  let row: Int

  /// - Parameters:
  ///   - x, y: the samples in texels of the level from its top left corner; places beyond its border count as on it.
  @inline(__always)
  init(_ level: SignTexture.Level, x: SIMD4<Float>, y: SIMD4<Float>) {
    // Counted from the border's first texel, so that no place is negative, nor so near 0 that it is rounded down.
    let left = (x + 0.5).limited(0.001, Float(level.width) + 0.999)
    let top = (y + 0.5).limited(0.001, Float(level.height) + 0.999)
    let (column, columnNumber) = TexelPlaces.floor(left)
    let (line, lineNumber) = TexelPlaces.floor(top)
    right = left - column
    lower = top - line
    row = level.width + 2
    first =
      Int32(truncatingIfNeeded: level.start) &+ lineNumber &* Int32(truncatingIfNeeded: row) &+ columnNumber
  }

  /// Numbers in [0.001, 2^22) rounded down; at a whole number it may be the one below, which leaves a fraction of 1.
  ///
  /// From 2^23 on single precision holds whole numbers only, so adding it rounds, in a few instructions for all lanes.
  @inline(__always)
  private static func floor(_ value: SIMD4<Float>) -> (SIMD4<Float>, SIMD4<Int32>) {
    let next = (value + 0.5) + 0x1p23
    return (next - (0x1p23 + 1), (unsafeBitCast(next, to: SIMD4<Int32>.self) & 0x7F_FFFF) &- 1)
  }
}

extension UnsafeBufferPointer<Light> {
  /// The sum of four samples of a texture, linear between its texels, nothing beyond its sides.
  @inline(__always)
  func sum(at places: TexelPlaces) -> Light {
    sample(places, 0) + sample(places, 1) + sample(places, 2) + sample(places, 3)
  }

  @inline(__always)
  private func sample(_ places: TexelPlaces, _ index: Int) -> Light {
    let at = Int(places.first[index])
    let below = at + places.row
    let upperLight = self[at] + places.right[index] * (self[at + 1] - self[at])
    let lowerLight = self[below] + places.right[index] * (self[below + 1] - self[below])
    return upperLight + places.lower[index] * (lowerLight - upperLight)
  }
}
