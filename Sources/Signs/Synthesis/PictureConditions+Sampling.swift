import Foundation
import Groundwork
import Imaging

extension PictureConditions {
  /// The longest side of the raster, in pixels: twice that of the picture that is made from it.
  static func longestSide(side: Int) -> Int { 2 * side }

  /// Draws the conditions of one picture.
  /// - Parameters:
  ///   - face: the face that it shows.
  ///   - side: of the picture, in pixels.
  ///   - stream: the picture's own stream.
  init(of face: SignFace, side: Int, from stream: inout RandomStream) {
    drawGeometry(of: face, side: side, &stream)
    drawSurface(&stream)
    let logExposure = drawLight(&stream)
    drawCamera(logExposure: logExposure, &stream)
  }

  // MARK: Geometry

  private mutating func drawGeometry(of face: SignFace, side: Int, _ stream: inout RandomStream) {
    let law = PhotographLaw.tinySigns
    let size =
      stream.chance(law.share)
      ? stream.between(law.width.lowerBound, law.width.upperBound) : PhotographLaw.width(&stream)
    pose = SignPose(lateral: 0, height: 0, distance: 0)
    pose.yaw = angle(&stream, usual: 14, tail: 65, share: 0.15)
    pose.pitch = angle(&stream, usual: 4, tail: 15, share: 0.1)
    pose.roll = angle(&stream, usual: 4, tail: 15, share: 0.2)
    // From 4 to 60 widths away: the nearer, the stronger the perspective.
    let widthsAway = Double(expf(stream.between(logf(4), logf(60))))
    pose.distance = widthsAway * face.physicalWidth
    // The frame has the sign `size` pixels wide; a coarse raster shows every so-manieth of its pixels.
    reducesByArea = stream.chance(0.25)
    let coarse = PinholeCamera(
      width: 4096, height: 4096, horizontalFieldOfView: 2 * atan(2048 / (Double(size) * widthsAway)))
    let box = face.projectedBox(at: pose, in: coarse) ?? SignBox(x: 2048, y: 2048, width: 20, height: 20)
    let (left, right, top, bottom) = margins(of: box, &stream)
    (frameWidth, frameHeight) = (box.width + left + right, box.height + top + bottom)
    region = SignBox(x: left, y: top, width: box.width, height: box.height)
    let step = PictureConditions.step(from: Float(max(frameWidth, frameHeight)), to: side, byArea: reducesByArea)
    let longest = PictureConditions.longestSide(side: side)
    width = min(max(Int((frameWidth / Double(step)).rounded()), 8), longest)
    height = min(max(Int((frameHeight / Double(step)).rounded()), 8), longest)
    camera = PinholeCamera(
      width: 4096, height: 4096,
      horizontalFieldOfView: 2 * atan(2048 * Double(step) / (Double(size) * widthsAway)))
    origin = Point(
      x: 2048 + (box.x - left - 2048) / Double(step), y: 2048 + (box.y - top - 2048) / Double(step))
    footprint = reducesByArea ? 1 : min(1, 1.3 / step)
    pixelsPerRasterPixel = step
    signWidth = Float(box.width) / step
  }

  /// What the picture shows of the frame beside each edge of the sign: as in the benchmark, as our own camera crops it,
  /// or as someone else may have cut it out: with more, less or uneven room, or square although the sign is seen from
  /// the side.
  private func margins(
    of box: SignBox, _ stream: inout RandomStream
  ) -> (left: Double, right: Double, top: Double, bottom: Double) {
    let kind = stream.uniform()
    let loose = Double(stream.between(-0.02, 0.3))
    func margin(_ extent: Double, _ stream: inout RandomStream) -> Double {
      if kind < 0.2 { return extent * (SignBox.networkMargin + Double(stream.normal(0, 0.03))) }
      if kind < 0.3 { return extent * (loose + Double(stream.normal(0, 0.04))) }
      return Double(PhotographLaw.margin(width: Float(extent), &stream))
    }
    var (left, right) = (margin(box.width, &stream), margin(box.width, &stream))
    var (top, bottom) = (margin(box.height, &stream), margin(box.height, &stream))
    if stream.chance(0.08) {
      let missing = (box.height + top + bottom) - (box.width + left + right)
      (left, right) = (left + max(missing, 0) / 2, right + max(missing, 0) / 2)
      (top, bottom) = (top + max(-missing, 0) / 2, bottom + max(-missing, 0) / 2)
    }
    return (left, right, top, bottom)
  }

  /// How many pixels of the frame a pixel of the raster stands for. GTSRB's copies take two neighbours of the frame
  /// for every pixel, however far apart those are: large pictures lose pixels and stay sharp.
  /// - Parameters:
  ///   - length: the longest side of the piece of the frame.
  ///   - side: of the picture.
  private static func step(from length: Float, to side: Int, byArea: Bool) -> Float {
    let longest = Float(longestSide(side: side)) - 1
    if byArea { return max(1, length / longest) }
    // Where all is lost but so many pixels, the picture has few more than it shows.
    return max(1, length / max(1.125 * Float(side), longest * min(1, longest / length)))
  }

  private func angle(_ stream: inout RandomStream, usual: Float, tail: Float, share: Float) -> Double {
    let degrees = stream.chance(share) ? stream.between(-tail, tail) : stream.normal(0, usual)
    return Double(min(max(degrees, -65), 65) * .pi / 180)
  }

  // MARK: Surface

  private mutating func drawSurface(_ stream: inout RandomStream) {
    let isWorn = stream.chance(0.25)
    wear.fading = stream.chance(0.12) ? stream.between(0, 0.5) : stream.between(0, 0.05)
    wear.redLoss = stream.chance(0.04) ? stream.between(0.3, 0.97) : 0
    wear.dirt = isWorn ? stream.between(0, 0.55) : 0
    wear.dirtOpacity = stream.between(0.2, 0.8)
    wear.mottling = stream.chance(PhotographLaw.mottledShare) ? stream.between(0, 0.45) : stream.between(0, 0.03)
    wear.streaks = stream.chance(0.15) ? stream.between(0, 0.5) : 0
    let shade = stream.between(0.3, 2.5)
    wear.dirtColor = Light(0.12, 0.105, 0.085, 0) * shade
    wear.offset = SIMD2(stream.uniform(), stream.uniform())
    wear.scale = stream.between(0.08, 0.5)
    gloss = stream.between(0, 0.008)
    let saturation = stream.chance(0.12) ? stream.between(0.4, 0.85) : stream.between(0.85, 1.12)
    let hue = stream.normal(0, stream.chance(0.08) ? 0.15 : 0.04)
    setInks(saturation: saturation, hue: hue)
  }

  /// The matrix that turns colours about the grey axis by `hue`, in radians, and scales their distance from it.
  private mutating func setInks(saturation: Float, hue: Float) {
    let (c, s) = (cosf(hue), sinf(hue) / Float(3).squareRoot())
    let own = (1 + 2 * c) / 3
    let (next, last) = ((1 - c) / 3 - s, (1 - c) / 3 + s)
    let luminance = Light(0.2126, 0.7152, 0.0722, 0) * (1 - saturation)
    inks = (
      saturation * Light(own, next, last, 0) + luminance, saturation * Light(last, own, next, 0) + luminance,
      saturation * Light(next, last, own, 0) + luminance
    )
  }

  // MARK: Light

  /// Draws the light, and returns the logarithm of the frame's exposure: of what a white sign in the scenery's light
  /// would give.
  private mutating func drawLight(_ stream: inout RandomStream) -> Float {
    let range = PhotographLaw.whiteLogRange
    var (logExposure, logWhite): (Float, Float)
    repeat {
      logExposure = PhotographLaw.whiteLogMedian + PhotographLaw.exposureDeviation * stream.gaussian()
      logWhite = logExposure + PhotographLaw.signLightDeviation * stream.gaussian()
    } while !range.contains(logWhite)
    let deviation = PhotographLaw.castDeviation
    let cast = Light(expf(stream.normal(0, deviation.red)), 1, expf(stream.normal(0, deviation.blue)), 0)
    let balance = PhotographLaw.whiteBalance(logWhite: logWhite)
    white =
      expf(logWhite) * cast * Light(expf(stream.normal(balance.red, 0.1)), 1, expf(stream.normal(balance.blue, 0.1)), 0)
    scenery = PhotographLaw.sceneryShare * expf(logExposure) * cast * sceneryTint(logExposure: logExposure, &stream)
    sceneryChroma = stream.between(PhotographLaw.sceneryChroma.lowerBound, PhotographLaw.sceneryChroma.upperBound)
    gradient = stream.between(0, 0.3) * stream.direction()
    drawShadow(&stream)
    let law = PhotographLaw.veil
    let share =
      stream.chance(law.heavyShare) ? stream.between(0.06, 0.7) : stream.logNormal(median: law.median, sigma: law.sigma)
    let tint = Light(expf(stream.normal(0.05, 0.12)), 1, expf(stream.normal(0.05, 0.15)), 0)
    veil =
      min(share * expf(logWhite), PhotographLaw.veil.most) * tint
      + Light(repeating: PhotographLaw.floor * stream.between(0.5, 1.5))
    return logExposure
  }

  private func sceneryTint(logExposure: Float, _ stream: inout RandomStream) -> Light {
    let white = PhotographLaw.whiteBalance(logWhite: logExposure)
    let law = PhotographLaw.sceneryBalance
    return Light(
      expf(stream.normal(white.red + law.red, law.redDeviation)), 1,
      expf(stream.normal(white.blue + law.blue, law.blueDeviation)), 0)
  }

  /// Makes the sign one that shines: lamps are set bright enough to be read by day.
  mutating func illuminate(_ stream: inout RandomStream) {
    let signal = stream.logNormal(median: 0.8, sigma: 0.5)
    white = white.replacing(with: Light(signal, signal, signal, 0), where: white .< signal)
    shadow = PlateShadow()
    wear = SurfaceWear()
    diffuseShare = 1
  }

  private mutating func drawShadow(_ stream: inout RandomStream) {
    guard stream.chance(0.25) else { return }
    diffuseShare = stream.between(0.15, 0.6)
    shadow.softness = stream.between(0.02, 0.15)
    switch stream.index(below: 4) {
    case 0:
      shadow.kind = .edge
      shadow.direction = stream.direction()
      shadow.position = stream.between(-0.8, 0.8)
    case 1:
      shadow.kind = .band
      shadow.direction = stream.direction()
      shadow.position = stream.between(-0.8, 0.8)
      shadow.width = stream.between(0.1, 0.5)
    default:
      shadow.kind = .dappled
      shadow.direction = SIMD2(stream.uniform(), stream.uniform())
      shadow.position = stream.between(0.3, 0.7)
      shadow.width = stream.between(0.05, 0.25)
      shadow.softness = stream.between(0.1, 0.3)
    }
  }

  // MARK: Camera

  private mutating func drawCamera(logExposure: Float, _ stream: inout RandomStream) {
    let coarseness = reducesByArea ? pixelsPerRasterPixel : 1 + 0.25 * (pixelsPerRasterPixel - 1)
    blur = stream.logNormal(median: 0.38, sigma: 0.35)
    if stream.chance(0.12) { blur += 0.03 * signWidth * stream.between(0, 1) }
    blur = min(blur / coarseness, 3)
    drawMotion(logExposure: logExposure, &stream)
    if stream.chance(0.3) {
      glow = stream.between(0.02, 0.2)
      glowBlur = stream.between(1.5, 6)
    }
    hasFilter = stream.chance(pixelsPerRasterPixel > 1.2 ? 0.5 : 0.9)
    electrons = stream.logNormal(median: 9_000, sigma: 0.6)
    readNoise = stream.between(2, 8)
    if stream.chance(0.08) { electrons /= stream.between(2, 12) }
    toneCurve = stream.chance(0.5) ? 0 : stream.chance(0.4) ? 1 : 2 + stream.index(below: 4)
  }

  private mutating func drawMotion(logExposure: Float, _ stream: inout RandomStream) {
    let law = PhotographLaw.motion
    guard stream.chance(PhotographLaw.motionShare(logExposure: logExposure)) else { return }
    let length = min(-law.mean * logf(1 - stream.uniform()), law.most) * signWidth
    let kind = stream.uniform()
    if kind < law.sideways {
      motion = SIMD2(length, 0.2 * length * stream.uniform())
    } else if kind < (1 + law.sideways) / 2 {
      motion = SIMD2(0.2 * length * stream.uniform(), length)
    } else {
      motion = SIMD2(0.7 * length, 0.7 * length)
    }
    motion = pointwiseMin(motion, SIMD2(repeating: 20))
    swings = stream.chance(0.5)
  }
}
