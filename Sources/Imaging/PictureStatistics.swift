/// One figure that is taken of a picture, to set pictures of one origin beside those of another.
///
/// All are taken of the values as they are displayed (sRGB, in [0, 1]); luma is that of Rec. ITU-R BT.709:
/// 0.2126 R + 0.7152 G + 0.0722 B.
package enum PictureStatistic: String, Sendable, CaseIterable {
  /// The mean luma, in [0, 1].
  case brightness
  /// The standard deviation of luma over the picture (RMS contrast; Peli 1990, "Contrast in complex images"), at most 0.5.
  case contrast
  /// The mean length of luma's gradient, by central differences, over the pixels that have neighbours on all sides: luma
  /// a pixel.
  case sharpness
  /// The colourfulness of Hasler and Süsstrunk (2003, "Measuring colourfulness in natural images", M^(3)) with red minus
  /// green and the mean of red and green minus blue as axes: the length of their standard deviations and 0.3 times that
  /// of their means.
  case colorfulness
  /// The mean of red minus luma, in (-1, 1): above 0 where the picture is reddish.
  case red
  /// The mean of green minus luma.
  case green
  /// The mean of blue minus luma.
  case blue

  /// Where the statistic stands among all.
  fileprivate var place: Int {
    switch self {
    case .brightness: 0
    case .contrast: 1
    case .sharpness: 2
    case .colorfulness: 3
    case .red: 4
    case .green: 5
    case .blue: 6
    }
  }
}

/// Every `PictureStatistic` of one picture.
package struct PictureStatistics: Sendable, Equatable {
  /// In the order of the statistics' places.
  private let figures: [Double]

  package init(of image: Image) {
    let (plane, samples) = (image.pixelCount, image.samples)
    var (sums, luma) = (ColorMoments(), [Double](repeating: 0, count: plane))
    for at in 0..<plane {
      luma[at] = sums.add(Double(samples[at]), Double(samples[plane + at]), Double(samples[2 * plane + at]))
    }
    let count = Double(plane)
    let mean = sums.luma.sum / count
    figures = [
      mean, sums.luma.deviation(count),
      PictureStatistics.gradient(of: luma, width: image.width, height: image.height),
      sums.colorfulness(count), sums.red / count - mean, sums.green / count - mean, sums.blue / count - mean,
    ]
  }

  package subscript(statistic: PictureStatistic) -> Double { figures[statistic.place] }

  /// The mean length of the gradient; 0 for a picture without inner pixels.
  private static func gradient(of luma: [Double], width: Int, height: Int) -> Double {
    guard width > 2, height > 2 else { return 0 }
    var sum = 0.0
    for y in 1..<height - 1 {
      for at in y * width + 1..<(y + 1) * width - 1 {
        let (across, down) = ((luma[at + 1] - luma[at - 1]) / 2, (luma[at + width] - luma[at - width]) / 2)
        sum += (across * across + down * down).squareRoot()
      }
    }
    return sum / Double((width - 2) * (height - 2))
  }
}

/// The sum of a quantity and of its square.
private struct Moments {
  var sum = 0.0
  var squares = 0.0

  mutating func add(_ value: Double) {
    sum += value
    squares += value * value
  }

  func variance(_ count: Double) -> Double { max(0, squares / count - sum * sum / (count * count)) }
  func deviation(_ count: Double) -> Double { variance(count).squareRoot() }
}

/// What the statistics need to know of all pixels.
private struct ColorMoments {
  var luma = Moments()
  var redGreen = Moments()
  var yellowBlue = Moments()
  var red = 0.0
  var green = 0.0
  var blue = 0.0

  /// - Returns: the pixel's luma.
  mutating func add(_ red: Double, _ green: Double, _ blue: Double) -> Double {
    let value = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    luma.add(value)
    redGreen.add(red - green)
    yellowBlue.add((red + green) / 2 - blue)
    self.red += red
    self.green += green
    self.blue += blue
    return value
  }

  func colorfulness(_ count: Double) -> Double {
    let (redGreenMean, yellowBlueMean) = (redGreen.sum / count, yellowBlue.sum / count)
    return (redGreen.variance(count) + yellowBlue.variance(count)).squareRoot()
      + 0.3 * (redGreenMean * redGreenMean + yellowBlueMean * yellowBlueMean).squareRoot()
  }
}
