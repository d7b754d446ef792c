extension Raster {
  /// The picture upright.
  /// - Parameter orientation: how it is stored.
  func turned(_ orientation: Orientation) -> Raster {
    if orientation == .upright { return self }
    let (newWidth, newHeight) = orientation.exchangesSides ? (height, width) : (width, height)
    let turned = [UInt8](unsafeUninitializedCapacity: samples.count) { bytes, count in
      for y in 0..<newHeight {
        for x in 0..<newWidth {
          let (column, row) = orientation.source(x: x, y: y, width: width, height: height)
          let (from, to) = (4 * (row * width + column), 4 * (y * newWidth + x))
          for channel in 0..<4 { bytes[to + channel] = samples[from + channel] }
        }
      }
      count = samples.count
    }
    return Raster(width: newWidth, height: newHeight, samples: turned)
  }
}
