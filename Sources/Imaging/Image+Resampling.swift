extension Image {
  /// The picture at another size: each axis by mean over the area covered where it shrinks, by linear interpolation
  /// between pixel centres where it grows.
  /// - Precondition: both sides are at least 1.
  package func resampled(width: Int, height: Int) -> Image {
    cropped(x: 0, y: 0, width: Double(self.width), height: Double(self.height), toWidth: width, height: height)
  }

  /// A rectangle of the picture at another size, by the rule of `resampled(width:height:)`.
  ///
  /// Pixel (0, 0) covers the square from (0, 0) to (1, 1). Beyond the picture its edge pixels go on for ever, so the
  /// rectangle may reach outside.
  /// - Parameters:
  ///   - x: the rectangle's left side, in pixels.
  ///   - y: its upper side.
  ///   - width: how wide it is, above 0.
  ///   - height: how high it is, above 0.
  ///   - newWidth: the new picture's width, at least 1.
  ///   - newHeight: the new picture's height, at least 1.
  package func cropped(
    x: Double, y: Double, width: Double, height: Double, toWidth newWidth: Int, height newHeight: Int
  ) -> Image {
    precondition(newWidth > 0 && newHeight > 0, "an image has at least one pixel")
    precondition(
      width > 0 && height > 0 && (x + width).isFinite && (y + height).isFinite,
      "a rectangle to crop has finite corners and an area")
    let columns = AxisFilter(length: self.width, origin: x, extent: width, count: newWidth)
    let rows = AxisFilter(length: self.height, origin: y, extent: height, count: newHeight)
    var result = Image(width: newWidth, height: newHeight)
    let needed = rows.span
    for channel in 0..<3 {
      let narrow = narrowed(channel: channel, columns, rows: needed)
      narrow.withUnsafeBufferPointer { combine($0, from: needed.lowerBound, by: rows, into: &result, channel) }
    }
    return result
  }

  /// The picture with every pixel as a square of `factor` x `factor`, so that pixels stay visible.
  /// - Precondition: `factor` is at least 1.
  package func enlarged(by factor: Int) -> Image {
    precondition(factor > 0, "a picture is enlarged by a factor of at least 1")
    var samples: [Float] = []
    samples.reserveCapacity(self.samples.count * factor * factor)
    for row in 0..<3 * height {
      let wide = self.samples[row * width..<(row + 1) * width].flatMap { repeatElement($0, count: factor) }
      for _ in 0..<factor { samples.append(contentsOf: wide) }
    }
    return Image(width: width * factor, height: height * factor, samples: samples)
  }

  /// The rows `rows` of one plane, filtered along x: `(rows.count, columns)`.
  private func narrowed(channel: Int, _ columns: AxisFilter, rows: Range<Int>) -> [Float] {
    let count = columns.starts.count
    var narrow = [Float](repeating: 0, count: rows.count * count)
    samples.withUnsafeBufferPointer { samples in
      for row in rows {
        let line = offset(channel: channel, x: 0, y: row)
        for column in 0..<count {
          let weights = columns.offsets[column]..<columns.offsets[column + 1]
          // In double precision a constant stays itself to the last bit once rounded back.
          var sum = 0.0
          for (tap, weight) in weights.enumerated() {
            sum += columns.weights[weight] * Double(samples[line + columns.starts[column] + tap])
          }
          narrow[(row - rows.lowerBound) * count + column] = Float(sum)
        }
      }
    }
    return narrow
  }

  /// Filters `narrow`, whose first row is the old row `origin`, along y into one plane of `result`.
  private func combine(
    _ narrow: UnsafeBufferPointer<Float>, from origin: Int, by rows: AxisFilter, into result: inout Image,
    _ channel: Int
  ) {
    var sums = [Double](repeating: 0, count: result.width)
    for row in 0..<result.height {
      for column in sums.indices { sums[column] = 0 }
      for (tap, weight) in (rows.offsets[row]..<rows.offsets[row + 1]).enumerated() {
        let line = (rows.starts[row] + tap - origin) * result.width
        for column in sums.indices { sums[column] += rows.weights[weight] * Double(narrow[line + column]) }
      }
      let line = result.offset(channel: channel, x: 0, y: row)
      for column in sums.indices { result.samples[line + column] = Float(sums[column]) }
    }
  }
}
