import Foundation
import Groundwork
import Imaging

/// Drops of rain on the windscreen before the camera, far out of focus: through each the scene is seen smeared.
///
/// A drop of 3 mm a hand's breadth before the lens is spread over tens of pixels by the lens's opening, so it does not
/// bend the picture in one place but mixes a blurred one into it. Drops stay where they are for a second and more.
struct GlassDrops: Sendable {
  /// How far light is smeared by a drop: standard deviation in pixels.
  static let blur = 6.0

  private struct Drop: Sendable {
    let center: SIMD2<Float>
    let radius: Float
    let opacity: Float
  }

  private let drops: [Drop]

  /// - Parameters:
  ///   - rate: the rain in millimetres an hour.
  ///   - frame: the photograph's number; the drops change every `framesPerWipe` frames.
  init(rate: Double, camera: PinholeCamera, seed: UInt64, frame: Int) {
    var stream = RandomStream(seed: seed, name: "drops on the glass", frame / GlassDrops.framesPerWipe)
    let scale = camera.focalLength / 1_312
    // Our own choice: with the wiper on, an eighth of the glass is under drops in heavy rain (10 mm/h).
    let radius = 42 * scale
    let share = min(0.35, 0.04 * rate.squareRoot())
    let count = Int(share * Double(camera.width * camera.height) / (.pi * radius * radius) + 0.5)
    drops = (0..<count).map { _ in
      Drop(
        center: SIMD2(stream.uniform() * Float(camera.width), stream.uniform() * Float(camera.height)),
        radius: Float(radius) * stream.between(0.6, 1.4), opacity: stream.between(0.25, 0.75))
    }
  }

  /// A second at 20 frames a second.
  static let framesPerWipe = 20

  /// Which part of each pixel's light is replaced by the smeared picture, in [0, 1].
  func shares(in window: PixelRectangle) -> [Float] {
    var shares = [Float](repeating: 0, count: window.width * window.height)
    for drop in drops {
      let columns = GlassDrops.pixels(drop.center.x, drop.radius, window.x, window.width)
      for y in GlassDrops.pixels(drop.center.y, drop.radius, window.y, window.height) {
        for x in columns {
          let from = SIMD2(Float(window.x + x) + 0.5, Float(window.y + y) + 0.5) - drop.center
          let inside = 1 - (from * from).sum() / (drop.radius * drop.radius)
          guard inside > 0 else { continue }
          let at = y * window.width + x
          shares[at] += (1 - shares[at]) * drop.opacity * min(1, 2 * inside)
        }
      }
    }
    return shares
  }

  /// The pixels of a window's side that a drop may reach.
  private static func pixels(_ center: Float, _ radius: Float, _ start: Int, _ count: Int) -> Range<Int> {
    let low = min(max(Int((center - radius).rounded(.down)) - start, 0), count)
    return low..<max(low, min(max(Int((center + radius).rounded(.up)) + 1 - start, 0), count))
  }
}
