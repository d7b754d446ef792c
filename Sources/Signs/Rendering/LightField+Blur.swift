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
    guard let steps = MotionSteps(motion) else { return self }
    let (width, height) = (window.width, window.height)
    return LightField(window: window, loop: loop) { [light] y, row in
      for step in steps.all {
        let upper = min(max(y + step.top, 0), height - 1) * width
        let lower = min(max(y + step.top + 1, 0), height - 1) * width
        for x in 0..<width {
          let first = min(max(x + step.left, 0), width - 1)
          let second = min(max(x + step.left + 1, 0), width - 1)
          let above = (1 - step.u) * light[upper + first] + step.u * light[upper + second]
          let below = (1 - step.u) * light[lower + first] + step.u * light[lower + second]
          row[x] += steps.weight * ((1 - step.v) * above + step.v * below)
        }
      }
    }
  }
}

/// The places along a motion at which the picture is taken, two a pixel: whole pixels to the left and top, and parts.
struct MotionSteps {
  struct Step {
    let left: Int
    let top: Int
    let u: Float
    let v: Float
  }

  let all: [Step]
  /// What each counts for.
  let weight: Float

  /// Nil for a motion too short to see.
  init?(_ motion: MotionBlur) {
    guard motion.length > 0.25 else { return nil }
    let samples = max(2, Int((2 * motion.length).rounded(.up)))
    weight = 1 / Float(samples)
    all = (0..<samples).map { sample in
      let along = (Double(sample) + 0.5) / Double(samples) - 0.5
      let (dx, dy) = (Float(along * motion.x), Float(along * motion.y))
      let (left, top) = (dx.rounded(.down), dy.rounded(.down))
      return Step(left: Int(left), top: Int(top), u: dx - left, v: dy - top)
    }
  }
}
