import Foundation
import Groundwork
import Imaging

/// Paints what there is to see into a raster: scenery, other signs, the sign, what is stuck on it or stands before it.
/// Light is a linear signal.
struct PicturePainter {
  let pictures: SyntheticPictures
  let conditions: PictureConditions
  let raster: LightRaster

  /// The place of the frame where the raster begins with its border.
  private var origin: Point {
    Point(
      x: conditions.origin.x - Double(PictureWorkspace.border), y: conditions.origin.y - Double(PictureWorkspace.border)
    )
  }

  // MARK: Scenery

  func paintScenery(_ stream: inout RandomStream) {
    let tile = stream.index(below: SceneryTiles.count)
    let room = Float(SceneryTiles.side - 2)
    let longest = Float(max(raster.width, raster.height))
    let step = min(stream.between(0.4, 1.5), room / longest)
    let left = stream.between(0.5, max(0.6, room - step * Float(raster.width)))
    let top = stream.between(0.5, max(0.6, room - step * Float(raster.height)))
    let mirrored = stream.chance(0.5)
    let scenery = conditions.scenery
    let chroma = conditions.sceneryChroma
    pictures.scenery.withTile(tile) { light in
      for y in 0..<raster.height {
        let v = top + (Float(y) + 0.5) * step - 0.5
        let row = Int(v)
        let lower = v - Float(row)
        for x in 0..<raster.width {
          let place = Float(mirrored ? raster.width - 1 - x : x)
          let u = left + (place + 0.5) * step - 0.5
          let column = Int(u)
          let right = u - Float(column)
          let at = row * SceneryTiles.side + column
          let above = light[at] + right * (light[at + 1] - light[at])
          let below =
            light[at + SceneryTiles.side] + right * (light[at + SceneryTiles.side + 1] - light[at + SceneryTiles.side])
          let seen = above + lower * (below - above)
          let luma = 0.2126 * seen.x + 0.7152 * seen.y + 0.0722 * seen.z
          let vivid = luma + chroma * (seen - luma)
          raster.light[y * raster.width + x] = (scenery * vivid).limited(0, 10)
        }
      }
    }
    paintPost(&stream)
  }

  private func paintPost(_ stream: inout RandomStream) {
    guard stream.chance(0.75) else { return }
    let width = conditions.signWidth * stream.between(0.06, 0.14)
    let middle = Float(2048 - origin.x) + conditions.signWidth * stream.normal(0, 0.02)
    let center = Float(2048 - origin.y)
    let toTop = stream.chance(0.35)
    let length = Float(raster.height) * 2
    let mark = SurfaceMark(
      .rectangle, center: SIMD2(middle, toTop ? center : center + length / 2), halfAxes: SIMD2(width / 2, length / 2),
      color: 0.35 * stream.logNormal(median: 1, sigma: 0.5)
        * (stream.chance(0.6) ? conditions.scenery : conditions.white))
    paint(mark)
  }

  /// Paints a mark that is given in the raster's pixels.
  func paint(_ mark: SurfaceMark) {
    let extent = mark.extent
    let columns = clipped(mark.center.x - extent.x, mark.center.x + extent.x, to: raster.width)
    let rows = clipped(mark.center.y - extent.y, mark.center.y + extent.y, to: raster.height)
    for y in rows {
      for x in columns {
        let part = mark.coverage(at: SIMD2(Float(x) + 0.5, Float(y) + 0.5), footprint: 1)
        let at = y * raster.width + x
        raster.light[at] += part * (mark.color - raster.light[at])
      }
    }
  }

  private func clipped(_ low: Float, _ high: Float, to count: Int) -> Range<Int> {
    let start = min(max(Int(low.rounded(.down)) - 1, 0), count)
    return start..<max(start, min(max(Int(high.rounded(.up)) + 1, 0), count))
  }

  // MARK: Signs

  /// Signs and plates on the same post, above and below.
  func paintNeighbours(of face: SignFace, _ stream: inout RandomStream) {
    if stream.chance(0.22) { paintNeighbour(of: face, isAbove: true, &stream) }
    if stream.chance(0.35) { paintNeighbour(of: face, isAbove: false, &stream) }
  }

  private func paintNeighbour(of face: SignFace, isAbove: Bool, _ stream: inout RandomStream) {
    let isSign = stream.chance(isAbove ? 0.8 : 0.45)
    let kind = stream.index(below: SignClass.count)
    let other =
      isSign && !pictures.variants[kind].isEmpty
      ? pictures.variant(of: kind, &stream).face
      : pictures.supplements[stream.index(below: pictures.supplements.count)]
    let gap = Double(stream.between(0, 0.12)) * face.physicalWidth
    let rise = (face.physicalHeight + other.physicalHeight) / 2 + gap
    let sideways = Double(stream.normal(0, 0.03)) * face.physicalWidth
    var pose = conditions.pose
    let center = pose.point(SIMD2(sideways, isAbove ? rise : -rise))
    (pose.lateral, pose.height, pose.distance) = (center.x, center.y, center.z)
    guard let view = view(of: other, pose: pose) else { return }
    paint(other, view: view)
  }

  private func view(of face: SignFace, pose: SignPose) -> PlateView? {
    PlateView(
      face: face, pose: pose, camera: conditions.camera, origin: origin, samples: 2, footprint: conditions.footprint)
  }

  /// Paints the sign itself, and what is on it and before it.
  func paint(_ face: SignFace, _ stream: inout RandomStream) {
    guard let view = view(of: face, pose: conditions.pose) else { return }
    paint(face, view: view)
    paintMarks(&stream)
  }

  private func paint(_ face: SignFace, view: PlateView) {
    let columns = clipped(Float(view.box.x), Float(view.box.x + view.box.width), to: raster.width)
    let rows = clipped(Float(view.box.y), Float(view.box.y + view.box.height), to: raster.height)
    pictures.noise.withSampler { noise in
      face.texture.texels.withUnsafeBufferPointer { texels in
        for y in rows {
          for x in columns {
            let shown = view.mean(ofPixel: x, y, texels: texels)
            guard shown.w > 0.004 else { continue }
            let light = light(of: shown / shown.w, at: view.place(ofPixel: x, y), noise)
            let at = y * raster.width + x
            raster.light[at] += shown.w * (light - raster.light[at])
          }
        }
      }
    }
  }

  /// The light that a place of the plate sends.
  @inline(__always)
  private func light(of reflectance: Light, at place: SIMD2<Float>, _ noise: NoiseTexture.Sampler) -> Light {
    let worn = conditions.wear.worn(reflectance, at: place, noise: noise)
    let inks = conditions.inks
    let mixed = Light((inks.red * worn).sum3, (inks.green * worn).sum3, (inks.blue * worn).sum3, 0)
    let surface = conditions.gloss + (1 - conditions.gloss) * mixed.limited(0, 1.2)
    let share =
      conditions.diffuseShare
      + (1 - conditions.diffuseShare) * conditions.shadow.transmittance(at: place, noise: noise)
    let slope = max(0.3, 1 + (conditions.gradient * place).sum())
    return share * slope * conditions.white * surface
  }

  // MARK: On the sign and before it

  private func paintMarks(_ stream: inout RandomStream) {
    let center = SIMD2(Float(2048 - origin.x), Float(2048 - origin.y))
    let half = conditions.signWidth / 2
    if stream.chance(0.1) {
      for _ in 0..<1 + stream.index(below: 5) { paint(spot(center, half, &stream)) }
    }
    if stream.chance(0.12) { paintConfetti(center, half, &stream) }
    if stream.chance(0.05) { paintStroke(center, half, &stream) }
    if stream.chance(0.05) { paint(obstacle(center, half, &stream)) }
    if stream.chance(0.04) { paintFlakes(half, &stream) }
  }

  /// A sticker, a splash of mud, a bullet mark.
  private func spot(_ center: SIMD2<Float>, _ half: Float, _ stream: inout RandomStream) -> SurfaceMark {
    let size = half * stream.between(0.03, 0.2)
    let color = Light(stream.uniform(), stream.uniform(), stream.uniform(), 0) * stream.between(0.1, 1)
    return SurfaceMark(
      stream.chance(0.6) ? .ellipse : .rectangle, center: center + half * stream.between(0.1, 0.9) * stream.direction(),
      axis: stream.direction(), halfAxes: SIMD2(size, size * stream.between(0.4, 1)), color: color * conditions.white)
  }

  /// Small squares of one colour all over the sign: whatever covers a sign in bits, from peeling foil to wet snow.
  private func paintConfetti(_ center: SIMD2<Float>, _ half: Float, _ stream: inout RandomStream) {
    let color = conditions.white * Light(stream.uniform(), stream.uniform(), stream.uniform(), 0)
    let size = half * stream.between(0.03, 0.1)
    for _ in 0..<4 + stream.index(below: 16) {
      let place = center + half * SIMD2(stream.between(-1, 1), stream.between(-1, 1))
      paint(
        SurfaceMark(.rectangle, center: place, axis: SIMD2(1, 0), halfAxes: SIMD2(size, size), color: color))
    }
  }

  /// A line sprayed across the sign.
  private func paintStroke(_ center: SIMD2<Float>, _ half: Float, _ stream: inout RandomStream) {
    let color =
      conditions.white * Light(stream.uniform(), stream.uniform(), stream.uniform(), 0) * stream.between(0.05, 0.7)
    var place = center + half * stream.between(0, 0.8) * stream.direction()
    let width = half * stream.between(0.03, 0.08)
    for _ in 0..<2 + stream.index(below: 3) {
      let direction = stream.direction()
      let length = half * stream.between(0.1, 0.35)
      paint(
        SurfaceMark(
          .rectangle, center: place + length * direction, axis: direction, halfAxes: SIMD2(length, width), color: color)
      )
      place += 2 * length * direction
    }
  }

  /// A branch, a pole or an edge before a part of the sign.
  private func obstacle(_ center: SIMD2<Float>, _ half: Float, _ stream: inout RandomStream) -> SurfaceMark {
    let direction = stream.direction()
    let place = center + half * stream.between(0.3, 1) * stream.direction()
    return SurfaceMark(
      .rectangle, center: place, axis: direction, halfAxes: SIMD2(4 * half, half * stream.between(0.03, 0.14)),
      color: conditions.scenery * stream.between(0.02, 0.5))
  }

  /// Snow or rain drops between camera and sign.
  private func paintFlakes(_ half: Float, _ stream: inout RandomStream) {
    let (light, fall) = (conditions.white * stream.between(0.3, 1.2), stream.between(1, 4))
    for _ in 0..<4 + stream.index(below: 12) {
      let size = half * stream.between(0.01, 0.05)
      paint(
        SurfaceMark(
          .ellipse,
          center: SIMD2(stream.between(0, Float(raster.width)), stream.between(0, Float(raster.height))),
          axis: SIMD2(0, 1), halfAxes: SIMD2(size * fall, size), color: light))
    }
  }
}

extension Light {
  /// The sum of red, green and blue.
  @inline(__always)
  fileprivate var sum3: Float { x + y + z }
}
