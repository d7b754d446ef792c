/// How the sides of a picture, or of a part of it, compare with those of the picture that is to be made of it.
package struct ImageProportion: Sendable, Equatable {
  /// The picture's or the part's sides, in pixels, at least 1.
  package let width: Int
  package let height: Int
  /// The sides of what is to be made of it, in pixels, at least 1.
  package let wantedWidth: Int
  package let wantedHeight: Int

  package init(width: Int, height: Int, wantedWidth: Int, wantedHeight: Int) {
    self.width = width
    self.height = height
    self.wantedWidth = wantedWidth
    self.wantedHeight = wantedHeight
  }

  /// How much longer one side would be drawn than the other: 1 for the same proportions, 4 for 1600 x 400 in a square.
  package var distortion: Double {
    let ratio = Double(width) * Double(wantedHeight) / (Double(height) * Double(wantedWidth))
    return max(ratio, 1 / ratio)
  }

  /// What distortion passes: a quarter. Cut-outs around a sign that is seen at an angle are that far from square, and
  /// readers learn from such pictures, stretched.
  package static let tolerance = 1.25

  /// Whether the picture can be stretched without its sign becoming another shape.
  package var isTolerable: Bool { distortion <= ImageProportion.tolerance }

  /// How such a picture is fitted unless the user says otherwise.
  package var usualFit: Fit { isTolerable ? .stretched : .grown }

  /// What to tell the user of a picture that is far from the wanted proportions, in one sentence; nil for any other.
  /// - Parameter path: the picture's file.
  package func advice(for path: String) -> String? {
    if isTolerable { return nil }
    let wanted = wantedWidth == wantedHeight ? "square" : "\(wantedWidth) x \(wantedHeight)"
    return """
      \(path): \(width) x \(height) pixels are far from \(wanted), which the reader takes: its edges are continued so that \
      proportions are kept; name the sign's place with --crop x,y,width,height.
      """
  }
}
