import Foundation
import Groundwork
import Imaging

/// Photographs a sign by the roadside: light from the scene through lens and sensor to an 8-bit picture.
///
/// Only a window of the frame is rendered. Its pixels do not depend on the window's size or place, but for the noise,
/// nor on the number of threads. Up to the sensor's clipping the light is linear in the texture of the face.
package struct SignRenderer: Sendable {
  let loop: ConcurrentLoop

  /// - Parameter loop: what shares the rows of a picture.
  package init(loop: ConcurrentLoop) {
    self.loop = loop
  }

  /// Takes a photograph.
  /// - Parameters:
  ///   - scene: what there is to see.
  ///   - window: which pixels of the frame to deliver.
  ///   - seed: the run's seed, for the noise and for what falls.
  ///   - frame: the photograph's number in the run: each has its own noise.
  /// - Returns: the window's pixels in sRGB values, rounded to 8 bits.
  package func photograph(_ scene: SignScene, window: PixelRectangle, seed: UInt64, frame: Int) -> Image {
    let gain = gain(of: scene)
    // Filling in a colour from its neighbours takes one pixel more on every side.
    let field = light(of: scene, window: window.grown(by: 1), seed: seed, frame: frame)
    let signal = scene.sensor.signal(of: field, gain: gain, seed: seed, frame: frame, loop: loop)
    return scene.sensor.developed(signal, window: window)
  }

  /// The light on the sensor in a window, after the lens and before the exposure: kilolux times reflectance.
  /// - Parameters:
  ///   - seed: the run's seed, for what falls.
  ///   - frame: the photograph's number in the run.
  package func light(of scene: SignScene, window: PixelRectangle, seed: UInt64 = 0, frame: Int = 0) -> LightField {
    let optics = SceneOptics(scene, window: window, seed: seed, frame: frame)
    var field = scenery(SceneView(scene, pixel: 1 / scene.camera.focalLength), window: optics.outer)
    optics.particles?.cover(&field)
    field = field.moved(by: scene.motion, loop: loop).blurred(by: optics.spot, loop: loop)
    field = optics.smearing(field, loop: loop).cropped(to: window)
    optics.vignette(&field)
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
      let view = SceneView(scene, pixel: cell / camera.focalLength).roadside
      var sum = 0.0
      for row in 0..<rows {
        for column in 0..<columns {
          let point = Point(
            x: (Double(column) + 0.5) * cell, y: (Double(row) + 0.5) * Double(camera.height) / Double(rows))
          let light = view.light(along: SIMD3<Float>(camera.ray(through: point)))
          sum += log(Double(max(0.2126 * light.x + 0.7152 * light.y + 0.0722 * light.z, 1e-6)))
        }
      }
      return min(key / exp(sum / Double(columns * rows)), scene.sensor.largestGain)
    }
  }

  /// The light of the scene before the lens.
  private func scenery(_ view: SceneView, window: PixelRectangle) -> LightField {
    let texels = view.scene.face.texture.texels
    return LightField(window: window, loop: loop) { y, row in
      texels.withUnsafeBufferPointer { texels in
        for x in 0..<window.width {
          row[x] = view.light(ofPixel: window.x + x, window.y + y, texels: texels)
        }
      }
    }
  }
}
