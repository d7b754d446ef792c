import Imaging

extension Image {
  /// How many times a picture is enlarged on a sheet, every pixel a square; below 1 where it had to be shrunk.
  struct Fit: Sendable, Hashable {
    /// At least 1 for pictures that fit.
    var factor: Int
    /// The size on the sheet.
    var width: Int
    var height: Int
  }

  /// The largest whole enlargement of the picture inside a square.
  func fit(into side: Int) -> Fit {
    let longest = max(width, height)
    if longest <= side {
      let factor = side / longest
      return Fit(factor: factor, width: width * factor, height: height * factor)
    }
    let share = Double(side) / Double(longest)
    return Fit(
      factor: 1, width: max(1, Int(Double(width) * share)), height: max(1, Int(Double(height) * share)))
  }

  /// The picture at that size: whole squares where it grows, area means where it must shrink.
  func fitted(_ fit: Fit) -> Image {
    if fit.width >= width { return fit.factor == 1 ? self : enlarged(by: fit.factor) }
    return resampled(width: fit.width, height: fit.height)
  }
}
