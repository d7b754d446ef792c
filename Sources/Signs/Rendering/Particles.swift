import Foundation
import Groundwork
import Imaging

/// The drops or flakes before the camera in one frame, as marks with an opacity.
///
/// They are drawn cell by cell of the frame, each from its own stream, so a window shows the same ones wherever it lies.
struct Particles: Sendable {
  /// A mark that lets through a part of the light behind it.
  struct Veil: Sendable {
    let mark: SurfaceMark
    let opacity: Float
  }

  let veils: [Veil]

  /// The side of a cell in pixels.
  private static let cell = 64
  /// The diameter of the lens's opening in metres: what is near is out of focus by it.
  private static let aperture = 0.003

  /// - Parameters:
  ///   - scene: gives what falls, the camera, and how long the shutter is open.
  ///   - window: which pixels are rendered.
  ///   - seed: the run's seed.
  ///   - frame: the photograph's number.
  ///   - daylight: what falls on a flake or drop by day, in kilolux.
  init(
    _ precipitation: Precipitation, in scene: SignScene, window: PixelRectangle, seed: UInt64, frame: Int,
    daylight: Light
  ) {
    let camera = scene.camera
    let solidAngle = Double(Particles.cell * Particles.cell) / (camera.focalLength * camera.focalLength)
    let expected = precipitation.number * solidAngle * pow(precipitation.reach, 3) / 3
    var veils: [Veil] = []
    // A streak may reach in from the neighbouring cells.
    let columns = (window.x / Particles.cell - 2)...((window.x + window.width) / Particles.cell + 2)
    let rows = (window.y / Particles.cell - 2)...((window.y + window.height) / Particles.cell + 2)
    for row in rows {
      for column in columns {
        var stream = RandomStream(seed: seed, name: "precipitation", frame, column, row)
        for _ in 0..<Particles.poisson(expected, &stream) {
          let place = SIMD2(
            Double(Particles.cell * column) + Double(Particles.cell) * Double(stream.uniform()),
            Double(Particles.cell * row) + Double(Particles.cell) * Double(stream.uniform()))
          veils.append(Particles.veil(precipitation, at: place, in: scene, daylight: daylight, &stream))
        }
      }
    }
    self.veils = veils
  }

  private static func veil(
    _ precipitation: Precipitation, at place: SIMD2<Double>, in scene: SignScene, daylight: Light,
    _ stream: inout RandomStream
  ) -> Veil {
    let depth = max(0.4, precipitation.reach * cbrt(Double(stream.uniform())))
    let scale = scene.camera.focalLength / depth
    let diameter = precipitation.diameter(Double(stream.uniform()))
    let middle = SIMD2(Double(scene.camera.width) / 2, Double(scene.camera.height) / 2)
    // It falls, and the car drives towards it.
    let way =
      scene.exposureTime
      * (SIMD2(0, precipitation.fallSpeed * scale) + (place - middle) * (scene.speed / depth))
    let length = (way * way).sum().squareRoot()
    let sharp = diameter * scale
    let wide = sharp + aperture * scale
    // While the shutter is open it stands before each pixel for a part of the time, and out of focus before part of it.
    let opacity = min(1, (sharp * sharp) / (wide * wide)) * wide / (wide + length)
    let lamps = scene.headlamps.map { Float($0.illuminance(ofParticleAt: depth)) * Headlamps.color } ?? .zero
    let axis = length > 0 ? SIMD2<Float>(way / length) : SIMD2(1, 0)
    let mark = SurfaceMark(
      .ellipse, center: SIMD2<Float>(place), axis: axis, halfAxes: SIMD2(Float((wide + length) / 2), Float(wide / 2)),
      color: precipitation.whiteness * (daylight + lamps))
    return Veil(mark: mark, opacity: Float(opacity))
  }

  /// Poisson's distribution by multiplying uniform numbers (Knuth).
  private static func poisson(_ mean: Double, _ stream: inout RandomStream) -> Int {
    let limit = exp(-min(mean, 500))
    var (count, product) = (0, Double(stream.uniform()))
    while product > limit {
      count += 1
      product *= Double(stream.uniform())
    }
    return count
  }

  /// Puts the marks before a field.
  func cover(_ field: inout LightField) {
    forEachPixel(of: field.window) { at, part, color in field.light[at] += part * (color - field.light[at]) }
  }

  /// The adjoint of `cover(_:)` by the field: the marks hide the same part of a gradient.
  func hide(_ gradient: inout LightField) {
    forEachPixel(of: gradient.window) { at, part, _ in gradient.light[at] *= 1 - part }
  }

  private func forEachPixel(of window: PixelRectangle, _ body: (_ at: Int, _ part: Float, _ color: Light) -> Void) {
    for veil in veils {
      let mark = veil.mark
      let extent = mark.extent
      for y in Particles.pixels(mark.center.y, extent.y, window.y, window.height) {
        for x in Particles.pixels(mark.center.x, extent.x, window.x, window.width) {
          let place = SIMD2(Float(window.x + x) + 0.5, Float(window.y + y) + 0.5)
          body(y * window.width + x, veil.opacity * mark.coverage(at: place, footprint: 1), mark.color)
        }
      }
    }
  }

  private static func pixels(_ center: Float, _ extent: Float, _ start: Int, _ count: Int) -> Range<Int> {
    let low = min(max(Int((center - extent).rounded(.down)) - 1 - start, 0), count)
    return low..<max(low, min(max(Int((center + extent).rounded(.up)) + 1 - start, 0), count))
  }
}
