import Foundation

/// The structural similarity index of Wang, Bovik, Sheikh and Simoncelli, "Image quality assessment: from error
/// visibility to structural similarity", IEEE Transactions on Image Processing 13(4), 2004, equations 13 to 16.
///
/// Window: Gaussian, 11 x 11, standard deviation 1.5, adding up to 1; K1 = 0.01, K2 = 0.03, range 1. Only windows that lie
/// wholly inside the picture count; variances are the window's own (no n - 1). The index is the mean over all windows and
/// the three channels. A picture with a side below 11 gets the largest odd window that fits, from the same Gaussian.
struct StructuralSimilarity {
  let width: Int
  let height: Int
  /// One side of the separable window, adding up to 1.
  private let window: [Double]

  /// K1 squared times the range squared, and K2 likewise.
  private static let c1 = 0.01 * 0.01
  private static let c2 = 0.03 * 0.03

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    let side = min(11, width, height)
    let radius = (side - 1) / 2
    let bell = (-radius...radius).map { exp(-Double($0 * $0) / (2 * 1.5 * 1.5)) }
    let total = bell.reduce(0, +)
    window = bell.map { $0 / total }
  }

  /// The mean over all windows and channels of two pictures in 8-bit levels, planar `(3, height, width)`.
  func mean(_ x: [UInt8], _ y: [UInt8]) -> Double {
    let rows = height - window.count + 1
    let columns = width - window.count + 1
    var strip = MomentStrip(width: width)
    var sum = 0.0
    for channel in 0..<3 {
      for row in 0..<rows {
        strip.gather(x, y, from: (channel * height + row) * width, window)
        for column in 0..<columns {
          sum += StructuralSimilarity.index(strip.moments(at: column, window))
        }
      }
    }
    return sum / Double(3 * rows * columns)
  }

  /// Equation 13 for one window.
  private static func index(_ m: Moments) -> Double {
    let varianceX = m.xx - m.x * m.x
    let varianceY = m.yy - m.y * m.y
    let covariance = m.xy - m.x * m.y
    return (2 * m.x * m.y + c1) * (2 * covariance + c2)
      / ((m.x * m.x + m.y * m.y + c1) * (varianceX + varianceY + c2))
  }
}

/// Weighted means of two signals and of their products.
private struct Moments {
  var x = 0.0
  var y = 0.0
  var xx = 0.0
  var yy = 0.0
  var xy = 0.0
}

/// The moments of one strip of rows, weighted down the columns, so that no plane-sized memory is needed.
private struct MomentStrip {
  private var columns: [Moments]

  init(width: Int) {
    columns = [Moments](repeating: Moments(), count: width)
  }

  /// Weights the rows below `origin` into each column.
  mutating func gather(_ x: [UInt8], _ y: [UInt8], from origin: Int, _ window: [Double]) {
    for column in columns.indices {
      var m = Moments()
      for (row, weight) in window.enumerated() {
        let at = origin + row * columns.count + column
        let (a, b) = (Double(x[at]) / 255, Double(y[at]) / 255)
        m.x += weight * a
        m.y += weight * b
        m.xx += weight * (a * a)
        m.yy += weight * (b * b)
        m.xy += weight * (a * b)
      }
      columns[column] = m
    }
  }

  /// The moments of the window whose first column is `start`.
  func moments(at start: Int, _ window: [Double]) -> Moments {
    var m = Moments()
    for (column, weight) in window.enumerated() {
      let part = columns[start + column]
      m.x += weight * part.x
      m.y += weight * part.y
      m.xx += weight * part.xx
      m.yy += weight * part.yy
      m.xy += weight * part.xy
    }
    return m
  }
}
