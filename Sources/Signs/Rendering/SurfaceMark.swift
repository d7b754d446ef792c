/// A spot of paint on a surface or before it: an ellipse or a rectangle of one colour with a soft edge.
///
/// Stickers, the strokes of graffiti, bullet marks, lumps of snow, and poles before the sign are made of these.
struct SurfaceMark: Sendable {
  enum Shape: Sendable {
    case ellipse
    case rectangle
  }

  let shape: Shape
  let center: SIMD2<Float>
  /// The direction of the mark's first half-axis, of length 1.
  let axis: SIMD2<Float>
  let halfAxes: SIMD2<Float>
  /// What the mark's surface throws back a channel.
  let color: Light

  init(_ shape: Shape, center: SIMD2<Float>, axis: SIMD2<Float> = SIMD2(1, 0), halfAxes: SIMD2<Float>, color: Light) {
    self.shape = shape
    self.center = center
    self.axis = axis
    self.halfAxes = halfAxes
    self.color = color
  }

  /// How far it reaches from its centre, across and down.
  var extent: SIMD2<Float> {
    let (first, second) = (abs(axis * halfAxes.x), abs(SIMD2(axis.y, axis.x) * halfAxes.y))
    return first + second
  }

  /// How much of a footprint around a place the mark covers, in [0, 1].
  @inline(__always)
  func coverage(at place: SIMD2<Float>, footprint: Float) -> Float {
    let from = place - center
    let along = abs(SIMD2((from * axis).sum(), from.y * axis.x - from.x * axis.y))
    let inside: Float
    switch shape {
    case .rectangle:
      inside = (halfAxes - along).min()
    case .ellipse:
      let scaled = along / halfAxes
      inside = (1 - (scaled * scaled).sum().squareRoot()) * halfAxes.min()
    }
    return min(max(0.5 + inside / footprint, 0), 1)
  }
}

@inline(__always)
private func abs(_ v: SIMD2<Float>) -> SIMD2<Float> { pointwiseMax(v, -v) }
