import Foundation

/// One plane of numbers: a channel of a picture, or a layer of snow, fog or liquid before it lies on one.
struct ScalarField {
  let width: Int
  let height: Int
  /// `(height, width)`.
  var values: [Float]

  /// What lies beyond the outermost values.
  enum Border {
    /// They go on for ever.
    case nearest
    /// The field is mirrored about its outermost values, which are not repeated: c b | a b c.
    case mirroredAboutEdge
    /// The field is mirrored with its outermost values repeated: b a | a b c.
    case mirrored
  }

  init(width: Int, height: Int, values: [Float]) {
    self.width = width
    self.height = height
    self.values = values
  }

  /// A field whose values are drawn in memory order.
  init(width: Int, height: Int, drawing draw: () -> Float) {
    self.init(width: width, height: height, values: (0..<width * height).map { _ in draw() })
  }

  subscript(x: Int, y: Int) -> Float {
    get { values[y * width + x] }
    set { values[y * width + x] = newValue }
  }

  func map(_ change: (Float) -> Float) -> ScalarField {
    ScalarField(width: width, height: height, values: values.map(change))
  }

  /// Turned upside down and left to right.
  var turnedByHalf: ScalarField { ScalarField(width: width, height: height, values: values.reversed()) }

  /// The value between four neighbours, by linear interpolation; (0, 0) is the first value itself.
  func value(atX x: Float, y: Float, border: Border) -> Float {
    let (left, top) = (x.rounded(.down), y.rounded(.down))
    let (u, v) = (x - left, y - top)
    let (first, second) = (border.index(Int(left), in: width), border.index(Int(left) + 1, in: width))
    let (above, below) = (border.index(Int(top), in: height), border.index(Int(top) + 1, in: height))
    let upper = (1 - u) * self[first, above] + u * self[second, above]
    let lower = (1 - u) * self[first, below] + u * self[second, below]
    return (1 - v) * upper + v * lower
  }
}

extension ScalarField.Border {
  /// The place inside `0..<count` that stands for one anywhere.
  func index(_ index: Int, in count: Int) -> Int {
    if (0..<count).contains(index) { return index }
    switch self {
    case .nearest: return min(max(index, 0), count - 1)
    case .mirroredAboutEdge:
      guard count > 1 else { return 0 }
      let period = 2 * (count - 1)
      let place = (index % period + period) % period
      return place < count ? place : period - place
    case .mirrored:
      let period = 2 * count
      let place = (index % period + period) % period
      return place < count ? place : period - 1 - place
    }
  }
}

extension Image {
  /// One channel.
  func plane(_ channel: Int) -> ScalarField {
    ScalarField(
      width: width, height: height, values: Array(samples[channel * pixelCount..<(channel + 1) * pixelCount]))
  }

  /// A picture from its channels, brought back to [0, 1].
  init(red: ScalarField, green: ScalarField, blue: ScalarField) {
    self.init(
      width: red.width, height: red.height,
      samples: (red.values + green.values + blue.values).map { min(max($0, 0), 1) })
  }

  /// The picture with every channel changed alike.
  func mapPlanes(_ change: (ScalarField) -> ScalarField) -> Image {
    Image(red: change(plane(0)), green: change(plane(1)), blue: change(plane(2)))
  }
}
