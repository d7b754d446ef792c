/// How a raster becomes a square picture: for every new pixel and axis, the weights of a few old ones.
struct PictureReduction {
  /// How many old pixels a new one takes from at most, along one axis: a raster is at most twice as long.
  static let taps = 4

  /// The picture's side in pixels.
  let side: Int
  /// `(side, taps)`.
  let columns: UnsafeMutableBufferPointer<Float>
  let rows: UnsafeMutableBufferPointer<Float>

  /// Writes the weights of one axis: the mean over the area covered, or the two nearest pixels (bilinear) where area
  /// is not asked for or pixels become more.
  /// - Parameter count: how many old pixels.
  private func set(_ weights: UnsafeMutableBufferPointer<Float>, count: Int, byArea: Bool) {
    let step = Float(count) / Float(side)
    for index in 0..<side {
      let first = first(index, count: count, byArea: byArea)
      for tap in 0..<PictureReduction.taps {
        let old = Float(first + tap)
        if byArea && step > 1 {
          let (low, high) = (Float(index) * step, Float(index + 1) * step)
          weights[index * PictureReduction.taps + tap] = max(0, min(high, old + 1) - max(low, old)) / step
        } else {
          let from = (Float(index) + 0.5) * step - 0.5 - old
          weights[index * PictureReduction.taps + tap] = max(0, 1 - max(from, -from))
        }
      }
    }
  }

  /// The first old pixel of a new one; it may lie before the raster, in its border.
  @inline(__always)
  private func first(_ index: Int, count: Int, byArea: Bool) -> Int {
    let step = Float(count) / Float(side)
    return byArea && step > 1
      ? Int(Float(index) * step) : Int(((Float(index) + 0.5) * step - 0.5).rounded(.down))
  }

  /// Makes the picture.
  /// - Parameters:
  ///   - raster: picture values, with a border of pixels that have values, too, one at least.
  ///   - border: how wide the border is.
  ///   - byArea: whether every pixel of the raster counts.
  ///   - narrow: room for the picture's side x the raster's height.
  ///   - put: takes a pixel's place in a plane and its values.
  @inline(__always)
  func reduce(
    _ raster: LightRaster, border: Int, byArea: Bool, narrow: UnsafeMutableBufferPointer<Light>,
    put: (Int, Light) -> Void
  ) {
    let (width, height) = (raster.width - 2 * border, raster.height - 2 * border)
    set(columns, count: width, byArea: byArea)
    set(rows, count: height, byArea: byArea)
    for y in border - 1..<raster.height - border + 1 {
      for index in 0..<side {
        let at = y * raster.width + border + first(index, count: width, byArea: byArea)
        let weights = index * PictureReduction.taps
        var sum = columns[weights] * raster.light[at]
        sum += columns[weights + 1] * raster.light[at + 1]
        if columns[weights + 2] > 0 { sum += columns[weights + 2] * raster.light[at + 2] }
        if columns[weights + 3] > 0 { sum += columns[weights + 3] * raster.light[at + 3] }
        narrow[y * side + index] = sum
      }
    }
    for row in 0..<side {
      let start = (border + first(row, count: height, byArea: byArea)) * side
      for index in 0..<side {
        var sum = Light.zero
        for tap in 0..<PictureReduction.taps where rows[row * PictureReduction.taps + tap] > 0 {
          sum += rows[row * PictureReduction.taps + tap] * narrow[start + tap * side + index]
        }
        put(row * side + index, sum)
      }
    }
  }
}
