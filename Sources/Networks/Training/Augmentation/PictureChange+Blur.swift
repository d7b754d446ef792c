import Foundation

/// Blurs each plane with a Gaussian of standard deviation `sigma` pixels, five taps an axis, edges repeated. Separable:
/// rows first, then columns, through a scratch copy of the plane.
func smooth(_ levels: UnsafeMutableBufferPointer<Float>, sigma: Float, side: Int) {
  let near = Foundation.exp(-1 / (2 * sigma * sigma))
  let far = Foundation.exp(-4 / (2 * sigma * sigma))
  let total = 1 + 2 * near + 2 * far
  let weights = (centre: 1 / total, near: near / total, far: far / total)
  withUnsafeTemporaryAllocation(of: Float.self, capacity: side * side) { rows in
    for channel in 0..<3 {
      let plane = UnsafeMutableBufferPointer(rebasing: levels[(channel * side * side)..<((channel + 1) * side * side)])
      for x in 0..<side {
        let columns = NeighbourIndices(x, side: side)
        for y in 0..<side {
          let row = y * side
          rows[row + x] =
            weights.centre * plane[row + x]
            + weights.near * (plane[row + columns.before] + plane[row + columns.after])
            + weights.far * (plane[row + columns.farBefore] + plane[row + columns.farAfter])
        }
      }
      for y in 0..<side {
        let lines = NeighbourIndices(y, side: side)
        for x in 0..<side {
          plane[y * side + x] =
            weights.centre * rows[y * side + x]
            + weights.near * (rows[lines.before * side + x] + rows[lines.after * side + x])
            + weights.far * (rows[lines.farBefore * side + x] + rows[lines.farAfter * side + x])
        }
      }
    }
  }
}

extension MotionStreak {
  /// How far the largest streak reaches from its middle.
  private static let radius = 3
  /// The side of the square of weights.
  private static let side = 2 * radius + 1

  /// Smears a picture `(3, side, side)` along the streak, edges repeated.
  func smear(_ levels: UnsafeMutableBufferPointer<Float>, side: Int) {
    let (radius, taps) = (Self.radius, Self.side)
    let width = side + 2 * radius
    withUnsafeTemporaryAllocation(of: Float.self, capacity: taps * taps + width * width) { scratch in
      let weights = UnsafeMutableBufferPointer(rebasing: scratch[..<(taps * taps)])
      let padded = UnsafeMutableBufferPointer(rebasing: scratch[(taps * taps)...])
      weigh(weights)
      for channel in 0..<3 {
        let plane = UnsafeMutableBufferPointer(rebasing: levels[channel * side * side..<(channel + 1) * side * side])
        for y in 0..<width {
          let row = min(max(y - radius, 0), side - 1) * side
          for x in 0..<width { padded[y * width + x] = plane[row + min(max(x - radius, 0), side - 1)] }
        }
        plane.update(repeating: 0)
        for (tap, weight) in weights.enumerated() where weight > 0 {
          for y in 0..<side {
            let (to, from) = (y * side, (y + tap / taps) * width + tap % taps)
            for x in 0..<side { plane[to + x] += weight * padded[from + x] }
          }
        }
      }
    }
  }

  /// The streak as weights of whole pixels, which sum to 1: points along it, each shared between its four neighbours.
  private func weigh(_ weights: UnsafeMutableBufferPointer<Float>) {
    weights.update(repeating: 0)
    let angle = direction * .pi / 180
    let way = SIMD2(Foundation.cos(angle), Foundation.sin(angle))
    let points = 2 * max(1, Int(length.rounded(.up))) + 1
    for point in 0..<points {
      let place = way * (length * (Float(point) / Float(points - 1) - 0.5))
      let low = place.rounded(.down)
      let part = place - low
      let at = (Int(low.y) + Self.radius) * Self.side + Int(low.x) + Self.radius
      func add(_ share: Float, at index: Int) {
        if share > 0 { weights[index] += share / Float(points) }
      }
      add((1 - part.x) * (1 - part.y), at: at)
      add(part.x * (1 - part.y), at: at + 1)
      add((1 - part.x) * part.y, at: at + Self.side)
      add(part.x * part.y, at: at + Self.side + 1)
    }
  }
}

/// The neighbours of a pixel along one axis, the edge repeated.
private struct NeighbourIndices {
  let farBefore: Int
  let before: Int
  let after: Int
  let farAfter: Int

  init(_ index: Int, side: Int) {
    farBefore = max(0, index - 2)
    before = max(0, index - 1)
    after = min(side - 1, index + 1)
    farAfter = min(side - 1, index + 2)
  }
}
