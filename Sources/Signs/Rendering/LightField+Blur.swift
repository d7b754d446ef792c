import Groundwork

extension LightField {
  /// The field blurred along both axes by a spot whose weights add up to 1; at the border the outermost pixels go on.
  func blurred(by spot: [Float], loop: ConcurrentLoop) -> LightField {
    guard spot.count > 1 else { return self }
    let reach = spot.count / 2
    let (width, height) = (window.width, window.height)
    let across = LightField(window: window, loop: loop) { [light] y, row in
      for x in 0..<width {
        var sum = Light.zero
        for (tap, weight) in spot.enumerated() {
          sum += weight * light[y * width + min(max(x + tap - reach, 0), width - 1)]
        }
        row[x] = sum
      }
    }
    return LightField(window: window, loop: loop) { [light = across.light] y, row in
      for (tap, weight) in spot.enumerated() {
        let source = min(max(y + tap - reach, 0), height - 1) * width
        for x in 0..<width { row[x] += weight * light[source + x] }
      }
    }
  }

  /// The mean of the field over a straight way of the picture, two samples a pixel; at the border the outermost
  /// pixels go on.
  func moved(by motion: MotionBlur, loop: ConcurrentLoop) -> LightField {
    guard motion.length > 0.25 else { return self }
    let samples = max(2, Int((2 * motion.length).rounded(.up)))
    let weight = 1 / Float(samples)
    let (width, height) = (window.width, window.height)
    return LightField(window: window, loop: loop) { [light] y, row in
      for sample in 0..<samples {
        let along = (Double(sample) + 0.5) / Double(samples) - 0.5
        let (dx, dy) = (Float(along * motion.x), Float(along * motion.y))
        let (left, top) = (dx.rounded(.down), dy.rounded(.down))
        let (u, v) = (dx - left, dy - top)
        let upper = min(max(y + Int(top), 0), height - 1) * width
        let lower = min(max(y + Int(top) + 1, 0), height - 1) * width
        for x in 0..<width {
          let first = min(max(x + Int(left), 0), width - 1)
          let second = min(max(x + Int(left) + 1, 0), width - 1)
          let above = (1 - u) * light[upper + first] + u * light[upper + second]
          let below = (1 - u) * light[lower + first] + u * light[lower + second]
          row[x] += weight * ((1 - v) * above + v * below)
        }
      }
    }
  }
}
