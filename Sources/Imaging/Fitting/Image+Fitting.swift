extension Image {
  /// A part of the picture at another size, resampled by the rule of `resampled(width:height:)`.
  /// - Parameters:
  ///   - region: the part; nil for the whole picture.
  ///   - width: the new picture's width, at least 1.
  ///   - height: the new picture's height, at least 1.
  ///   - fit: what becomes of proportions that differ.
  /// - Precondition: the region is not empty.
  package func fitted(_ region: PixelRectangle? = nil, width: Int, height: Int, by fit: Fit) -> Image {
    let region = region ?? bounds
    precondition(!region.isEmpty, "a part of a picture has at least one pixel")
    switch fit {
    case .stretched: return resampled(region, width: width, height: height)
    case .grown: return grown(region, width: width, height: height)
    case .padded(let color): return padded(region, width: width, height: height, color)
    }
  }

  private func resampled(_ region: PixelRectangle, width: Int, height: Int) -> Image {
    cropped(
      x: Double(region.x), y: Double(region.y), width: Double(region.width), height: Double(region.height),
      toWidth: width, height: height)
  }

  private func grown(_ region: PixelRectangle, width: Int, height: Int) -> Image {
    // How many of the old picture's pixels one of the new picture's is wide and high.
    let step = max(Double(region.width) / Double(width), Double(region.height) / Double(height))
    let (wide, high) = (step * Double(width), step * Double(height))
    return cropped(
      x: Double(region.x) + (Double(region.width) - wide) / 2,
      y: Double(region.y) + (Double(region.height) - high) / 2,
      width: wide, height: high, toWidth: width, height: height)
  }

  private func padded(_ region: PixelRectangle, width: Int, height: Int, _ color: Color) -> Image {
    let scale = min(Double(width) / Double(region.width), Double(height) / Double(region.height))
    let wide = min(width, max(1, Int((Double(region.width) * scale).rounded())))
    let high = min(height, max(1, Int((Double(region.height) * scale).rounded())))
    let inner = resampled(region, width: wide, height: high)
    let (left, top) = ((width - wide) / 2, (height - high) / 2)
    var result = Image(width: width, height: height, color: color)
    for channel in 0..<3 {
      for row in 0..<high {
        let from = inner.offset(channel: channel, x: 0, y: row)
        let to = result.offset(channel: channel, x: left, y: top + row)
        result.samples.replaceSubrange(to..<to + wide, with: inner.samples[from..<from + wide])
      }
    }
    return result
  }
}
