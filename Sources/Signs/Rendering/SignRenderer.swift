import Foundation
import Groundwork
import Imaging

/// Photographs a sign by the roadside: light from the scene through lens and sensor to an 8-bit picture.
///
/// Only a window of the frame is rendered. Its pixels do not depend on the window's size or place, but for the noise,
/// nor on the number of threads. Up to the sensor's clipping the light is linear in the texture of the face.
package struct SignRenderer: Sendable {
  private let loop: ConcurrentLoop

  /// - Parameter loop: what shares the rows of a picture.
  package init(loop: ConcurrentLoop) {
    self.loop = loop
  }

  /// Takes a photograph.
  /// - Parameters:
  ///   - scene: what there is to see.
  ///   - window: which pixels of the frame to deliver.
  ///   - seed: the run's seed, for the noise.
  ///   - frame: the photograph's number in the run: each has its own noise.
  /// - Returns: the window's pixels in sRGB values, rounded to 8 bits.
  package func photograph(_ scene: SignScene, window: PixelRectangle, seed: UInt64, frame: Int) -> Image {
    let gain = gain(of: scene)
    // Filling in a colour from its neighbours takes one pixel more on every side.
    let field = light(of: scene, window: window.grown(by: 1))
    let signal = scene.sensor.signal(of: field, gain: gain, seed: seed, frame: frame, loop: loop)
    return scene.sensor.developed(signal, window: window)
  }

  /// The light on the sensor in a window, after the lens and before the exposure: kilolux times reflectance.
  package func light(of scene: SignScene, window: PixelRectangle) -> LightField {
    let spot = scene.lens.spot
    let margin = spot.count / 2 + Int((scene.motion.length / 2).rounded(.up)) + 1
    let scenery = scenery(of: scene, window: window.grown(by: margin))
    var field = scenery.moved(by: scene.motion, loop: loop).blurred(by: spot, loop: loop).cropped(to: window)
    guard scene.lens.vignetting > 0 else { return field }
    for y in 0..<window.height {
      for x in 0..<window.width {
        let point = Point(x: Double(window.x + x) + 0.5, y: Double(window.y + y) + 0.5)
        field.light[y * window.width + x] *= scene.lens.transmittance(at: point, in: scene.camera)
      }
    }
    return field
  }

  /// The signal for a kilolux times reflectance that the scene's exposure gives.
  package func gain(of scene: SignScene) -> Double {
    switch scene.exposure {
    case .fixed(let gain): return gain
    case .automatic(let key):
      let (columns, rows) = (12, 9)
      let camera = scene.camera
      let cell = Double(camera.width) / Double(columns)
      let view = view(of: scene, pixel: cell / camera.focalLength)
      var sum = 0.0
      for row in 0..<rows {
        for column in 0..<columns {
          let point = Point(
            x: (Double(column) + 0.5) * cell, y: (Double(row) + 0.5) * Double(camera.height) / Double(rows))
          let light = view.light(along: SIMD3<Float>(camera.ray(through: point)))
          sum += log(Double(max(0.2126 * light.x + 0.7152 * light.y + 0.0722 * light.z, 1e-6)))
        }
      }
      return key / exp(sum / Double(columns * rows))
    }
  }

  /// The light of the scene before the lens.
  private func scenery(of scene: SignScene, window: PixelRectangle) -> LightField {
    let camera = scene.camera
    let view = view(of: scene, pixel: 1 / camera.focalLength)
    let plate = PlateView(face: scene.face, pose: scene.pose, camera: camera)
    let onPlate = scene.daylight.light(on: scene.pose.normal, sunlit: scene.daylight.sunOnSign)
    let distance = Float((scene.pose.center * scene.pose.center).sum().squareRoot())
    let texels = scene.face.texture.texels
    return LightField(window: window, loop: loop) { y, row in
      texels.withUnsafeBufferPointer { texels in
        for x in 0..<window.width {
          let (column, line) = (window.x + x, window.y + y)
          var shown = Light.zero
          if let plate, plate.box.contains(column, line) {
            shown = plate.mean(ofPixel: column, line, texels: texels)
          }
          var light = Light.zero
          if shown.w > 0 {
            let reflected = SignRenderer.reflectance * shown * onPlate
            light = view.hazed(reflected / shown.w, from: distance) * shown.w
          }
          if shown.w < 0.999 {
            let ray = camera.ray(through: Point(x: Double(column) + 0.5, y: Double(line) + 0.5))
            light += (1 - shown.w) * view.light(along: SIMD3<Float>(ray))
          }
          row[x] = light
        }
      }
    }
  }

  /// Which part of a colour's nominal light sheeting gives back: retro-reflective white measures far less by day than
  /// the traffic white that the faces are drawn in.
  private static let reflectance: Float = 0.7

  private func view(of scene: SignScene, pixel: Double) -> RoadsideView {
    RoadsideView(
      roadside: scene.roadside, daylight: scene.daylight, fog: scene.fog, pose: scene.pose, camera: scene.camera,
      pixel: pixel)
  }
}
