/// An RGB picture: sRGB values in [0, 1] (display values, not linear light), planar, row-major, origin top left.
///
/// The memory order is `(3, height, width)`: a whole red plane, then green, then blue, which is what the network reads.
package struct Image: Sendable, Equatable {
  package let width: Int
  package let height: Int
  /// `(3, height, width)`, usually in [0, 1].
  package var samples: [Float]

  /// A picture of one colour.
  /// - Precondition: both sides are at least 1.
  package init(width: Int, height: Int, color: Color = .black) {
    precondition(width > 0 && height > 0, "an image has at least one pixel")
    self.width = width
    self.height = height
    samples = []
    samples.reserveCapacity(3 * width * height)
    for component in [color.red, color.green, color.blue] {
      samples.append(contentsOf: repeatElement(component, count: width * height))
    }
  }

  /// A picture from its planes.
  /// - Precondition: `samples` holds `3 * height * width` values.
  package init(width: Int, height: Int, samples: [Float]) {
    precondition(width > 0 && height > 0, "an image has at least one pixel")
    precondition(samples.count == 3 * width * height, "an image has three planes of height x width values")
    self.width = width
    self.height = height
    self.samples = samples
  }

  /// The number of values in one plane.
  package var pixelCount: Int { width * height }

  /// Where a value stands in `samples`: channel 0 red, 1 green, 2 blue.
  package func offset(channel: Int, x: Int, y: Int) -> Int {
    (channel * height + y) * width + x
  }

  /// The colour of one pixel.
  package subscript(x x: Int, y y: Int) -> Color {
    get {
      let at = y * width + x
      return Color(red: samples[at], green: samples[pixelCount + at], blue: samples[2 * pixelCount + at])
    }
    set {
      let at = y * width + x
      samples[at] = newValue.red
      samples[pixelCount + at] = newValue.green
      samples[2 * pixelCount + at] = newValue.blue
    }
  }
}
