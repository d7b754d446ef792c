import Foundation
import Groundwork
import Imaging

extension SyntheticPictures {
  /// Draws one picture as 8-bit levels; many may be drawn at a time.
  /// - Parameters:
  ///   - sign: its class.
  ///   - index: which of the class's pictures.
  ///   - seed: what the picture's own draws come from; nil for the generator's seed.
  ///   - levels: takes them, planar `(3, side, side)`.
  /// - Precondition: the class has a face, and `levels` has room for `valuesPerPicture`.
  package func draw(
    _ sign: SignClass, index: Int, seed: UInt64? = nil, into levels: UnsafeMutableBufferPointer<UInt8>
  ) {
    workspaces.withWorkspace { draw(sign, index: index, seed: seed, into: levels, workspace: $0) }
  }

  /// Draws one picture.
  /// - Parameters:
  ///   - sign: its class.
  ///   - index: which of the class's pictures.
  ///   - seed: what the picture's own draws come from; nil for the generator's seed.
  ///   - values: takes sRGB values in [0, 1], multiples of 1/255, planar `(3, side, side)`.
  ///   - workspace: scratch memory that no one else uses meanwhile.
  /// - Precondition: the class has a face, and `values` has room for `valuesPerPicture`.
  package func draw(
    _ sign: SignClass, index: Int, seed: UInt64? = nil, into values: UnsafeMutableBufferPointer<Float>,
    workspace: PictureWorkspace
  ) {
    precondition(values.count == valuesPerPicture, "a picture has three planes of the generator's size")
    let plane = side * side
    draw(sign, index: index, seed: seed ?? self.seed, workspace: workspace) { at, value in
      let level = (value * 255 + 0.5).rounded(.down) / 255
      values[at] = level.x
      values[plane + at] = level.y
      values[2 * plane + at] = level.z
    }
  }

  /// Draws one picture as 8-bit levels, planar `(3, side, side)`.
  package func draw(
    _ sign: SignClass, index: Int, seed: UInt64? = nil, into levels: UnsafeMutableBufferPointer<UInt8>,
    workspace: PictureWorkspace
  ) {
    _ = drawn(sign, index: index, seed: seed ?? self.seed, into: levels, workspace: workspace)
  }

  /// Draws one picture as 8-bit levels, planar `(3, side, side)`, and tells under which conditions.
  func drawn(
    _ sign: SignClass, index: Int, seed: UInt64, into levels: UnsafeMutableBufferPointer<UInt8>,
    workspace: PictureWorkspace
  ) -> PictureConditions {
    precondition(levels.count == valuesPerPicture, "a picture has three planes of the generator's size")
    let plane = side * side
    return draw(sign, index: index, seed: seed, workspace: workspace) { at, value in
      levels[at] = UInt8(value.x * 255 + 0.5)
      levels[plane + at] = UInt8(value.y * 255 + 0.5)
      levels[2 * plane + at] = UInt8(value.z * 255 + 0.5)
    }
  }

  @inline(__always) @discardableResult
  private func draw(
    _ sign: SignClass, index: Int, seed: UInt64, workspace: PictureWorkspace, put: (Int, Light) -> Void
  ) -> PictureConditions {
    var stream = RandomStream(seed: seed, name: "synthetic picture", sign.rawValue, index)
    let (face, conditions) = conditions(of: sign, &stream)
    expose(face, conditions, workspace, &stream)
    sense(conditions, workspace, &stream)
    workspace.reduction.reduce(
      workspace.scene, border: PictureWorkspace.border, byArea: conditions.reducesByArea,
      narrow: workspace.scratch.light, put: put)
    return conditions
  }

  /// What a picture shows and under which conditions, and the stream with which its drawing goes on.
  func conditions(of sign: SignClass, _ stream: inout RandomStream) -> (SignFace, PictureConditions) {
    let variant = variant(of: sign.rawValue, &stream)
    var conditions = PictureConditions(of: variant.face, side: side, from: &stream)
    if variant.isLuminous { conditions.illuminate(&stream) }
    return (variant.face, conditions)
  }

  /// The light on the sensor, after the lens.
  private func expose(
    _ face: SignFace, _ conditions: PictureConditions, _ workspace: PictureWorkspace, _ stream: inout RandomStream
  ) {
    let border = 2 * PictureWorkspace.border
    workspace.scene.resize(width: conditions.width + border, height: conditions.height + border)
    workspace.scratch.resize(width: conditions.width + border, height: conditions.height + border)
    let painter = PicturePainter(pictures: self, conditions: conditions, raster: workspace.scene)
    painter.paintScenery(&stream)
    painter.paintNeighbours(of: face, &stream)
    painter.paint(face, &stream)
    workspace.across.set(
      blur: conditions.blur, motion: conditions.motion.x, swings: conditions.swings, glow: conditions.glow,
      glowBlur: conditions.glowBlur)
    workspace.down.set(
      blur: conditions.blur, motion: conditions.motion.y, swings: conditions.swings, glow: conditions.glow,
      glowBlur: conditions.glowBlur)
    workspace.scene.blurRows(by: workspace.across, line: workspace.line, into: workspace.scratch)
    workspace.scratch.blurColumns(by: workspace.down, into: workspace.scene)
  }

  /// What the camera makes of it: veil, noise, clipping, filter, transfer.
  private func sense(_ conditions: PictureConditions, _ workspace: PictureWorkspace, _ stream: inout RandomStream) {
    let scene = workspace.scene
    let (width, height) = (scene.width, scene.height)
    let mask = sensorNoise.count - 1
    let (start, stride) = (stream.index(below: sensorNoise.count), 2 * stream.index(below: 4096) + 129)
    let perSignal = 1 / conditions.electrons
    let read = conditions.readNoise * conditions.readNoise * perSignal * perSignal
    sensorNoise.withUnsafeBufferPointer { noise in
      for y in 0..<height {
        for x in 0..<width {
          let at = y * width + x
          let light = scene.light[at] + conditions.veil
          let random = noise[(start + y * stride + x) & mask]
          if conditions.hasFilter {
            let value = light[ColorMosaic.channel(x, y)]
            workspace.mosaic.signal[at] = min(value + (value * perSignal + read).squareRoot() * random, 1)
          } else {
            let other = noise[(start + y * stride + x + 7919) & mask]
            let third = noise[(start + y * stride + x + 15_101) & mask]
            let noisy = light + (light * perSignal + read).squareRoot() * Light(random, other, third, 0)
            scene.light[at] = noisy.limited(0, 1)
          }
        }
      }
    }
    if conditions.hasFilter { workspace.mosaic.develop(into: scene) }
    toneCurves[conditions.toneCurve].withTable { curve in
      let inner = PictureWorkspace.border - 1
      for y in inner..<height - inner {
        for x in inner..<width - inner {
          let light = scene.light[y * width + x]
          scene.light[y * width + x] = Light(curve(light.x), curve(light.y), curve(light.z), 0)
        }
      }
    }
  }
}
