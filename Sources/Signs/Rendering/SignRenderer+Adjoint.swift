import Groundwork
import Imaging

extension SignRenderer {
  /// The adjoint of `light(of:window:seed:frame:)` by what is printed on the sign: how much a weighted sum of the light on
  /// the sensor changes with each texel of the face.
  ///
  /// For the texture T and the rest of the scene as it is, the light is A T + b; this is A' y. It is exact: every step
  /// of `light` is taken back, from the vignetting to the levels of the texture, with the same weights. The gradient by
  /// a signal below the sensor's saturation is the gain times as much.
  /// - Parameters:
  ///   - scene, seed, frame: as they were for `light`.
  ///   - gradient: what each pixel's red, green and blue count for; the window is the field's.
  /// - Returns: the gradient by the face's finest texels, linear light times coverage, `(height, width)`; the fourth
  ///   place means nothing.
  package func textureGradient(
    of scene: SignScene, gradient: LightField, seed: UInt64 = 0, frame: Int = 0
  ) -> TextureGradient {
    let optics = SceneOptics(scene, window: gradient.window, seed: seed, frame: frame)
    var field = gradient
    optics.vignette(&field)
    field = optics.smearingAdjoint(field.padded(to: optics.outer), loop: loop)
    field = field.blurredAdjoint(by: optics.spot, loop: loop).movedAdjoint(by: scene.motion)
    optics.particles?.hide(&field)
    let view = SceneView(scene, pixel: 1 / scene.camera.focalLength)
    return TextureGradient(scene.face.texture, of: view, field: field)
  }
}

/// How much a weighted sum of a picture's light changes with each texel of a face.
package struct TextureGradient: Sendable {
  /// The size of the face's finest level.
  package let width: Int
  package let height: Int
  /// Row-major `(height, width)`: by red, green and blue, as linear light times coverage.
  package private(set) var texels: [SIMD4<Float>]

  /// Hands the field of gradients back to the texels by the weights with which the plate was seen.
  init(_ texture: SignTexture, of view: SceneView, field: LightField) {
    width = texture.levels[0].width
    height = texture.levels[0].height
    guard let plate = view.plate else {
      texels = [Light](repeating: .zero, count: width * height)
      return
    }
    var level = [Light](repeating: .zero, count: (plate.level.width + 2) * (plate.level.height + 2))
    let window = field.window
    level.withUnsafeMutableBufferPointer { level in
      for y in 0..<window.height {
        for x in 0..<window.width where plate.box.contains(window.x + x, window.y + y) {
          let (column, row) = (window.x + x, window.y + y)
          let share = plate.sampleWeight * view.printed(plate, atPixel: column, row) * field.light[y * window.width + x]
          plate.forEachFourSamples(ofPixel: column, row) { level.add(share, at: $0, start: plate.level.start) }
        }
      }
    }
    let number = texture.levels.firstIndex { $0.start == plate.level.start } ?? 0
    texels = TextureGradient.finest(level, number: number, levels: texture.levels)
  }

  /// From a level of the texture down to its finest: a texel is the mean of four finer ones, so each gets a quarter of
  /// its gradient.
  private static func finest(_ bordered: [Light], number: Int, levels: [SignTexture.Level]) -> [Light] {
    let own = levels[number]
    var current: [Light] = []
    for y in 0..<own.height {
      let start = (y + 1) * (own.width + 2) + 1
      current += bordered[start..<start + own.width]
    }
    for finer in (0..<number).reversed() {
      let (coarse, fine) = (levels[finer + 1], levels[finer])
      var next = [Light](repeating: .zero, count: fine.width * fine.height)
      for y in 0..<fine.height {
        for x in 0..<fine.width { next[y * fine.width + x] = 0.25 * current[y / 2 * coarse.width + x / 2] }
      }
      current = next
    }
    return current
  }
}

extension UnsafeMutableBufferPointer<Light> {
  /// The adjoint of `sum(at:)`: adds what a sample counts for to its four texels.
  /// - Parameter start: where the level's first texel stands in the whole texture.
  fileprivate func add(_ share: Light, at places: TexelPlaces, start: Int) {
    for index in 0..<4 {
      let at = Int(places.first[index]) - start
      let (right, lower) = (places.right[index], places.lower[index])
      self[at] += (1 - right) * (1 - lower) * share
      self[at + 1] += right * (1 - lower) * share
      self[at + places.row] += (1 - right) * lower * share
      self[at + places.row + 1] += right * lower * share
    }
  }
}
