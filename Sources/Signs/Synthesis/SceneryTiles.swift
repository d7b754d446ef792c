import Foundation
import Groundwork

/// Pieces of roadside without a sign, photographed once and shown behind many signs: as seen around the place of a sign
/// from many distances, on many days, as multiples of the light that a white plate facing the traffic throws back.
struct SceneryTiles: Sendable {
  /// The side of a tile in pixels: the longest side of a raster with its border, and some way to move.
  static let side = 104
  /// How many tiles there are.
  static let count = 72

  /// `(count, side, side)`.
  private let light: [Light]

  init(seed: UInt64, noise: NoiseTexture, loop: ConcurrentLoop) {
    let size = SceneryTiles.side * SceneryTiles.side
    var light = [Light](repeating: .zero, count: SceneryTiles.count * size)
    loop.forEach(in: &light, chunk: size) { light, tile in
      SceneryTiles.paint(tile, seed: seed, noise: noise, into: light)
    }
    self.light = light
  }

  /// Lends one tile.
  func withTile<Result>(_ tile: Int, _ body: (UnsafeBufferPointer<Light>) -> Result) -> Result {
    let size = SceneryTiles.side * SceneryTiles.side
    return light.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[tile * size..<(tile + 1) * size])) }
  }

  private static func paint(
    _ tile: Int, seed: UInt64, noise: NoiseTexture, into light: UnsafeMutableBufferPointer<Light>
  ) {
    var stream = RandomStream(seed: seed, name: "scenery tile", tile)
    let sky = Daylight.Sky.allCases[stream.index(below: 3)]
    let daylight = Daylight(
      sky: sky, sunElevation: Double(stream.between(0.15, 1)), sunAzimuth: Double(stream.between(-.pi, .pi)))
    let backdrop: Roadside.Backdrop = [.trees, .trees, .houses, .open][stream.index(below: 4)]
    let roadside = Roadside(seed: stream.next(), backdrop: backdrop)
    let camera = PinholeCamera(width: 1360, height: 1024, horizontalFieldOfView: 0.9)
    let pose = SignPose(
      lateral: Double(stream.between(1, 6)), height: Double(stream.between(0.2, 2.2)),
      distance: Double(expf(stream.between(logf(7), logf(70)))))
    // A view without the sign's post: that is drawn where the picture has its sign.
    let eye = SignPose(lateral: pose.lateral, height: -camera.heightAboveRoad - 1, distance: pose.distance)
    let zoom = Double(stream.between(0.6, 1.6))
    let view = RoadsideView(
      roadside: roadside, daylight: daylight, fog: stream.chance(0.1) ? Fog(visibility: 150) : nil, pose: eye,
      camera: camera, pixel: zoom / camera.focalLength)
    let plate = daylight.light(on: SIMD3(0, 0, -1), sunlit: daylight.sunOnSign)
    let white = 0.2126 * plate.x + 0.7152 * plate.y + 0.0722 * plate.z
    for y in 0..<side {
      for x in 0..<side {
        let ray = SIMD3<Float>(
          Float(pose.lateral / pose.distance + zoom * (Double(x) - Double(side) / 2) / camera.focalLength),
          Float(pose.height / pose.distance - zoom * (Double(y) - Double(side) / 2) / camera.focalLength), 1)
        light[y * side + x] = view.light(along: ray) / white
      }
    }
    if stream.chance(0.4) { paintTwigs(before: daylight, white: white, noise: noise, into: light, &stream) }
    stretch(light, by: stream.between(1, 2.4))
    paintClutter(into: light, &stream)
  }

  /// Bare branches or thin leaves through which the sky is seen: dark and bright from pixel to pixel.
  private static func paintTwigs(
    before daylight: Daylight, white: Float, noise: NoiseTexture, into light: UnsafeMutableBufferPointer<Light>,
    _ stream: inout RandomStream
  ) {
    let sky = daylight.skyLight(height: stream.between(0, 0.4), cloud: stream.uniform()) / white
    let offset = SIMD2(stream.uniform(), stream.uniform())
    let scale = stream.between(1.5, 6) / Float(NoiseTexture.side)
    let (threshold, softness) = (stream.between(0.35, 0.75), stream.between(0.03, 0.2))
    noise.withSampler { noise in
      for y in 0..<side {
        for x in 0..<side {
          let value = noise(offset + scale * SIMD2(Float(x), Float(y)))
          let open = min(max((0.75 * value.w + 0.25 * value.x - threshold) / softness, 0), 1)
          light[y * side + x] += open * (sky - light[y * side + x])
        }
      }
    }
  }

  /// Raises the tile's light, as a multiple of its geometric mean, to a power.
  private static func stretch(_ light: UnsafeMutableBufferPointer<Light>, by power: Float) {
    let logarithms = light.reduce(into: Float(0)) { $0 += logf(max($1.y, 1e-4)) }
    let mean = expf(logarithms / Float(light.count))
    for at in light.indices {
      let factor = powf(max(light[at].y, 1e-4) / mean, power - 1)
      light[at] *= min(factor, 6)
    }
  }

  /// What towns put beside roads: boards, cars, wires, poles. Rectangles of many sizes, upright for the most part.
  private static func paintClutter(into light: UnsafeMutableBufferPointer<Light>, _ stream: inout RandomStream) {
    guard stream.chance(0.55) else { return }
    for _ in 0..<stream.index(below: 14) {
      let direction: SIMD2<Float> = stream.chance(0.75) ? SIMD2(1, 0) : stream.direction()
      let thin = stream.chance(0.4)
      let half = SIMD2<Float>(
        thin ? stream.between(0.6, 3) : stream.between(3, 24), thin ? stream.between(8, 90) : stream.between(3, 24))
      let level = stream.logNormal(median: 0.25, sigma: 1)
      let chroma = stream.chance(0.7) ? Float(0.1) : 0.6
      let color =
        level
        * Light(
          1 + chroma * stream.between(-1, 1), 1 + 0.5 * chroma * stream.between(-1, 1),
          1 + chroma * stream.between(-1, 1), 0)
      let mark = SurfaceMark(
        .rectangle, center: SIMD2(stream.between(0, Float(side)), stream.between(0, Float(side))), axis: direction,
        halfAxes: stream.chance(0.7) ? half : SIMD2(half.y, half.x), color: color)
      for y in 0..<side {
        for x in 0..<side {
          let part = mark.coverage(at: SIMD2(Float(x) + 0.5, Float(y) + 0.5), footprint: 1)
          light[y * side + x] += part * (mark.color - light[y * side + x])
        }
      }
    }
  }
}
