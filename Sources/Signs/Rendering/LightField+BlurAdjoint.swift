import Groundwork
import Imaging

extension LightField {
  /// The adjoint of `blurred(by:loop:)`: what each pixel gave is asked back from those it gave it to.
  func blurredAdjoint(by spot: [Float], loop: ConcurrentLoop) -> LightField {
    guard spot.count > 1 else { return self }
    let reach = spot.count / 2
    let (width, height) = (window.width, window.height)
    // A row hands its light on to the rows around it, so rows are done one after another, columns side by side.
    var down = LightField(window: window)
    for y in 0..<height {
      for (tap, weight) in spot.enumerated() {
        let source = min(max(y + tap - reach, 0), height - 1) * width
        for x in 0..<width { down.light[source + x] += weight * light[y * width + x] }
      }
    }
    return LightField(window: window, loop: loop) { [light = down.light] y, row in
      for x in 0..<width {
        for (tap, weight) in spot.enumerated() {
          row[min(max(x + tap - reach, 0), width - 1)] += weight * light[y * width + x]
        }
      }
    }
  }

  /// The adjoint of `moved(by:loop:)`.
  func movedAdjoint(by motion: MotionBlur) -> LightField {
    guard let steps = MotionSteps(motion) else { return self }
    let (width, height) = (window.width, window.height)
    var result = LightField(window: window)
    for step in steps.all {
      for y in 0..<height {
        let upper = min(max(y + step.top, 0), height - 1) * width
        let lower = min(max(y + step.top + 1, 0), height - 1) * width
        for x in 0..<width {
          let own = steps.weight * light[y * width + x]
          let first = min(max(x + step.left, 0), width - 1)
          let second = min(max(x + step.left + 1, 0), width - 1)
          result.light[upper + first] += (1 - step.u) * (1 - step.v) * own
          result.light[upper + second] += step.u * (1 - step.v) * own
          result.light[lower + first] += (1 - step.u) * step.v * own
          result.light[lower + second] += step.u * step.v * own
        }
      }
    }
    return result
  }

  /// The field on a larger window, nothing around it: the adjoint of `cropped(to:)`.
  func padded(to outer: PixelRectangle) -> LightField {
    var result = LightField(window: outer)
    let (left, top) = (window.x - outer.x, window.y - outer.y)
    for y in 0..<window.height {
      let start = (y + top) * outer.width + left
      result.light.replaceSubrange(
        start..<start + window.width, with: light[y * window.width..<(y + 1) * window.width])
    }
    return result
  }
}
